// What a firm looks at: its list, one application, its history.
import type { Ctx } from '../accounts/context.ts';
import { type Event, listEvents } from '../audit/events.ts';
import { inChamber } from '../lib/db.ts';
import type { Application, ApplicationRow } from './application.ts';
import { type Evidence, listEvidence } from './evidence-store.ts';
import { type Firm, firmOf, ownApplication } from './firm.ts';
import type { ApplicationStatus } from './lifecycle.ts';
import { listRemarks, type Remark } from './remarks-store.ts';
import { countOfSignatory, type FirmFilter, listOfSignatory, type Page } from './store.ts';

export type FirmView = {
  application: Application & Firm;
  evidence: Evidence[];
  /** What the examiner asked to mend in the last round. */
  remarks: Remark[];
};

/** Refuses `not_found` for another signatory's. */
export function readApplication(ctx: Ctx, applicationId: string): Promise<FirmView> {
  const { chamberId } = ctx.actor;
  return inChamber(ctx.db, chamberId, async (trx) => {
    const application = await ownApplication(trx, ctx.actor, applicationId, 'look');
    const evidence = await listEvidence(trx, chamberId, applicationId);
    const remarks = await listRemarks(trx, { chamberId, applicationId, round: application.round });
    return { application, evidence, remarks };
  });
}

export function readHistory(ctx: Ctx, applicationId: string): Promise<Event[]> {
  const { chamberId } = ctx.actor;
  return inChamber(ctx.db, chamberId, async (trx) => {
    await ownApplication(trx, ctx.actor, applicationId, 'look');
    return listEvents(trx, { chamberId, subject: 'application', subjectId: applicationId });
  });
}

/** @param page from 1; 50 a page */
export function listApplications(ctx: Ctx, filter: FirmFilter, page: number): Promise<Page<ApplicationRow>> {
  const { chamberId } = ctx.actor;
  return inChamber(ctx.db, chamberId, async (trx) => {
    const { signatory } = await firmOf(trx, ctx.actor);
    return listOfSignatory(trx, { chamberId, signatoryId: signatory.signatoryId }, filter, {
      page,
      size: listPageSize,
    });
  });
}
export const listPageSize = 50;

export function countApplications(ctx: Ctx): Promise<Map<ApplicationStatus, number>> {
  const { chamberId } = ctx.actor;
  return inChamber(ctx.db, chamberId, async (trx) => {
    const { signatory } = await firmOf(trx, ctx.actor);
    return countOfSignatory(trx, { chamberId, signatoryId: signatory.signatoryId });
  });
}
