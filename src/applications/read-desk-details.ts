// What stands around a case on the desk: the names behind its history, the pictures' sizes, what was asked for last.
import type { Ctx } from '../accounts/context.ts';
import { type People, peopleBehind } from '../accounts/people.ts';
import { getSettings } from '../chambers/settings-store.ts';
import { dayInJapan } from '../lib/clock.ts';
import { inChamber, type Trx } from '../lib/db.ts';
import { getRemarks, type RegistrationRemarks } from '../registrations/register/remarks-store.ts';
import type { InvoiceComparison } from './comparison/compare-invoice.ts';
import { type EvidenceSize, sizesOfEvidence } from './evidence-store.ts';
import { comparisonOf } from './invoice-comparison.ts';
import { type DeskView, readDeskCase } from './read-desk.ts';
import { listRemarks, type Remark } from './remarks-store.ts';
import { type InWay, listInWay } from './sanctioned-cases-store.ts';

export type DeskCase = DeskView & {
  /** Everybody who did something with it. */
  people: People;
  /** By evidence id. */
  sizes: ReadonlyMap<string, EvidenceSize>;
  /** What was asked for in this round, when it was sent back. */
  remarks: readonly Remark[];
  /** How many persons it takes to certify in this chamber. */
  certifyPersons: 1 | 2;
  /** Sanctions (処分) that stop it now, and of which nobody has decided that it may go on all the same. */
  inWay: readonly InWay[];
  /** 備考 of the firm. */
  firmRemarks: RegistrationRemarks;
  /** What was submitted beside the text of what is attached. */
  comparison: InvoiceComparison;
};

/** One case with all that the examiner's page shows. Refuses as `readDeskCase`. */
export async function readDeskDetails(ctx: Ctx, applicationId: string): Promise<DeskCase> {
  const { chamberId } = ctx.actor;
  const view = await readDeskCase(ctx, applicationId);
  const { round } = view.application;
  // While the firm mends, it attaches for the next round: that is not yet before the chamber.
  const evidence = view.evidence.filter((one) => one.addedInRound <= round);
  const { kind } = view.application;
  return inChamber(ctx.db, chamberId, async (trx) => ({
    ...{ ...view, evidence },
    comparison: await comparisonOf(trx, { chamberId, kind, content: view.submission.content }, evidence),
    people: await peopleOf(trx, chamberId, view),
    sizes: await sizesOfEvidence(trx, chamberId, applicationId),
    remarks: await listRemarks(trx, { chamberId, applicationId, round }),
    certifyPersons: (await getSettings(trx, chamberId)).certifyPersons,
    inWay: await listInWay(trx, { chamberId, today: dayInJapan(ctx.now) }, [applicationId]),
    firmRemarks: await getRemarks(trx, chamberId, view.application.registrationId),
  }));
}

/** Everybody of the history, who examined, who submitted, and the ID under which it is made. */
function peopleOf(trx: Trx, chamberId: string, view: DeskView): Promise<People> {
  const { examinations, submission, application, history } = view;
  return peopleBehind(trx, chamberId, history, [
    ...examinations.map((one) => one.accountId),
    ...[submission.accountId, application.accountId],
  ]);
}
