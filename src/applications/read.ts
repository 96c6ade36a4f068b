// What a firm looks at: its list, one application, its history.
import type { Ctx } from '../accounts/context.ts';
import { type Event, listEvents } from '../audit/events.ts';
import { inChamber } from '../lib/db.ts';
import type { Application, ApplicationRow } from './application.ts';
import { type Evidence, listEvidence } from './evidence-store.ts';
import { casesFor, type Firm, ownApplication } from './firm.ts';
import type { ApplicationStatus } from './lifecycle.ts';
import { listRemarks, type Remark } from './remarks-store.ts';
import { countCases, type FirmFilter, listCases, type Page } from './store.ts';

export type FirmView = {
  application: Application & Firm;
  evidence: Evidence[];
  /** What the examiner asked to mend in the last round. */
  remarks: Remark[];
};

/** Refuses `not_found` for one that is not the actor's to read. */
export function readApplication(ctx: Ctx, applicationId: string): Promise<FirmView> {
  const { chamberId } = ctx.actor;
  return inChamber(ctx.db, chamberId, async (trx) => {
    const application = await ownApplication(trx, ctx, 'application.read', applicationId, 'look');
    const evidence = await listEvidence(trx, chamberId, applicationId);
    const remarks = await listRemarks(trx, { chamberId, applicationId, round: application.round });
    return { application, evidence, remarks };
  });
}

export function readHistory(ctx: Ctx, applicationId: string): Promise<Event[]> {
  const { chamberId } = ctx.actor;
  return inChamber(ctx.db, chamberId, async (trx) => {
    await ownApplication(trx, ctx, 'application.read', applicationId, 'look');
    return listEvents(trx, { chamberId, subject: 'application', subjectId: applicationId });
  });
}

/** @param page from 1; 50 a page */
export function listApplications(ctx: Ctx, filter: FirmFilter, page: number): Promise<Page<ApplicationRow>> {
  const { chamberId } = ctx.actor;
  return inChamber(ctx.db, chamberId, async (trx) => {
    const cases = await casesFor(trx, ctx.actor, 'application.read', ctx.now);
    return listCases(trx, cases, filter, { page, size: listPageSize });
  });
}
export const listPageSize = 50;

export function countApplications(ctx: Ctx): Promise<Map<ApplicationStatus, number>> {
  const { chamberId } = ctx.actor;
  return inChamber(ctx.db, chamberId, async (trx) => {
    return countCases(trx, await casesFor(trx, ctx.actor, 'application.read', ctx.now));
  });
}
