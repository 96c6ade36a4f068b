// What the chamber looks at: the queue, and one case with everything that belongs to it.
import type { Account } from '../accounts/account.ts';
import type { Ctx } from '../accounts/context.ts';
import { requireAct } from '../accounts/rights.ts';
import { findAccount } from '../accounts/store.ts';
import { type Event, listEvents } from '../audit/events.ts';
import { dayInJapan } from '../lib/clock.ts';
import { inChamber, type Trx } from '../lib/db.ts';
import type { Registration, Signatory } from '../registrations/registration.ts';
import { getRegistration, listSignatories } from '../registrations/store.ts';
import type { ApplicationRow } from './application.ts';
import { deskRow } from './desk.ts';
import { type Examination, listExaminations, listQueue, type QueueRow } from './desk-store.ts';
import type { Difference } from './differences.ts';
import { type Evidence, listEvidence } from './evidence-store.ts';
import { neededNow } from './firm-evidence.ts';
import { type ApplicationKind, formFor } from './forms/forms.ts';
import type { NeededEvidence } from './forms/needed.ts';
import type { ApplicationStatus } from './lifecycle.ts';
import { listPageSize } from './read.ts';
import { listRemarks, type Remark } from './remarks-store.ts';
import type { Page } from './store.ts';
import { findSubmission, type Submission } from './submissions-store.ts';

/** @param page from 1, 50 a page. Refuses `not_allowed` for firms. */
export async function listDesk(
  ctx: Ctx,
  filter: { statuses: readonly ApplicationStatus[]; mine?: boolean },
  page: number,
): Promise<Page<QueueRow>> {
  const { chamberId, accountId } = ctx.actor;
  requireAct(ctx.actor, 'desk.look');
  return inChamber(ctx.db, chamberId, (trx) =>
    listQueue(
      trx,
      {
        chamberId,
        today: dayInJapan(ctx.now),
        statuses: filter.statuses,
        ...(filter.mine ? { claimedBy: accountId } : {}),
      },
      { page, size: listPageSize },
    ),
  );
}

export type DeskView = {
  application: ApplicationRow;
  /** What is examined: the newest submission. */
  submission: Submission;
  /** What changed since the submission before, or undefined at the first. */
  differences: Difference[] | undefined;
  /** What was asked for in the round before. */
  askedFor: Remark[];
  registration: Registration;
  signatories: Signatory[];
  evidence: Evidence[];
  /** What must be attached, as the rules say today. */
  needed: NeededEvidence[];
  examinations: Examination[];
  history: Event[];
  /** Who holds it. */
  holder: Account | undefined;
};

/** Refuses `not_allowed` for firms, `not_found` for what was never submitted. */
export function readDeskCase(ctx: Ctx, applicationId: string): Promise<DeskView> {
  const { chamberId } = ctx.actor;
  return inChamber(ctx.db, chamberId, async (trx) => {
    const application = await deskRow(trx, ctx.actor, applicationId, 'look');
    const of = { chamberId, applicationId, kind: application.kind };
    const submission = await getSubmission(trx, { ...of, round: application.round });
    const before = await findSubmission(trx, { ...of, round: application.round - 1 });
    const registration = await getRegistration(trx, chamberId, application.registrationId);
    const { content } = submission;
    return {
      ...{ application, submission },
      differences: before && formFor(of.kind).differencesBetween(before.content, submission.content),
      askedFor: await listRemarks(trx, { ...of, round: application.round - 1 }),
      registration,
      signatories: await listSignatories(trx, chamberId, application.registrationId),
      evidence: await listEvidence(trx, chamberId, applicationId),
      needed: await neededNow(trx, { ...of, content, registration }, submission.at),
      examinations: await listExaminations(trx, of),
      history: await deskHistory(trx, of),
      holder: application.claimedBy === null ? undefined : await findAccount(trx, chamberId, application.claimedBy),
    };
  });
}

/** What a firm does among its own people before it submits is not told. */
const firmsOwn: ReadonlySet<string> = new Set(['prepare', 'take_back', 'give_back']);

async function deskHistory(trx: Trx, of: { chamberId: string; applicationId: string }): Promise<Event[]> {
  const { chamberId, applicationId } = of;
  const events = await listEvents(trx, { chamberId, subject: 'application', subjectId: applicationId });
  return events.filter((event) => !firmsOwn.has(event.action));
}

async function getSubmission(
  trx: Trx,
  of: { chamberId: string; applicationId: string; kind: ApplicationKind; round: number },
): Promise<Submission> {
  const submission = await findSubmission(trx, of);
  if (!submission) throw new Error(`application ${of.applicationId} has no submission of round ${of.round}`);
  return submission;
}
