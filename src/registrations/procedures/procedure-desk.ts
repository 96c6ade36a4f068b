// The chamber's side of a procedure, until it is accepted: the queue, the papers as they come, return and rejection.
import type { Account } from '../../accounts/account.ts';
import { byOf, type Ctx } from '../../accounts/context.ts';
import { type People, peopleBehind } from '../../accounts/people.ts';
import { requireAct } from '../../accounts/rights.ts';
import { findAdministrator } from '../../accounts/store.ts';
import { advance } from '../../audit/advance.ts';
import { appendEvent, type Event, listEvents } from '../../audit/events.ts';
import { dayInJapan } from '../../lib/clock.ts';
import { inChamber, type Trx } from '../../lib/db.ts';
import { isId, newId } from '../../lib/ids.ts';
import { wordsProblem } from '../../lib/plain-words.ts';
import { type FieldProblem, Refusal } from '../../lib/refusal.ts';
import type { RegistrationContent } from '../content.ts';
import type { SanctionView } from '../sanctions/sanctions-store.ts';
import { type EndFee, noFee } from './end-fee.ts';
import { mailApplicantFirm } from './mail-procedure.ts';
import type { Procedure, ProcedureRow } from './procedure.ts';
import { isOver, type ProcedureStatus, procedureLifecycle } from './procedure-lifecycle.ts';
import { type PaperState, papersOf, pictureOf, registeredContent } from './procedure-papers.ts';
import { listPapers } from './procedure-papers-store.ts';
import {
  countQueue,
  countStatuses,
  findSubmittedContent,
  listQueue,
  type QueueFilter,
} from './procedure-queue-store.ts';
import { insertProcedureRemarks, type ProcedureRemark } from './procedure-remarks-store.ts';
import { sanctionsOfProcedure } from './procedure-sanctions.ts';
import { getProcedure, updateProcedureClaim } from './procedures-store.ts';
import { remarksOfRound } from './read-remarks.ts';
import { placeByKey, remarkPlaces } from './remark-places.ts';

export const queuePageSize = 50;

/** A line of the queue. `holder`: who has it; null: nobody. */
export type QueuedProcedure = ProcedureRow & { holder: Account | null };

/** The procedures that the chamber has, the oldest submission first. @param page from 1 */
export function listProcedureQueue(
  ctx: Ctx,
  filter: QueueFilter,
  page: number,
): Promise<{ rows: QueuedProcedure[]; total: number }> {
  requireAct(ctx.actor, 'desk.look');
  const { chamberId } = ctx.actor;
  return inChamber(ctx.db, chamberId, async (trx) => {
    const rows = await listQueue(trx, chamberId, filter, { page, size: queuePageSize });
    const people = await peopleBehind(trx, chamberId, [], holdersOf(rows));
    return {
      rows: rows.map((row) => ({ ...row, holder: people.get(row.claimedBy ?? '') ?? null })),
      total: await countQueue(trx, chamberId, filter),
    };
  });
}

const holdersOf = (rows: readonly Pick<Procedure, 'claimedBy'>[]): string[] =>
  rows.flatMap(({ claimedBy }) => claimedBy ?? []);

/** How many procedures the chamber has in each state. */
export function countProcedures(ctx: Ctx): Promise<Record<ProcedureStatus, number>> {
  requireAct(ctx.actor, 'desk.look');
  const { chamberId } = ctx.actor;
  return inChamber(ctx.db, chamberId, (trx) => countStatuses(trx, chamberId));
}

/** How many procedures came to nothing whose fee is still to be given back. */
export function countFeesToReturn(ctx: Ctx): Promise<number> {
  requireAct(ctx.actor, 'desk.look');
  const { chamberId } = ctx.actor;
  return inChamber(ctx.db, chamberId, (trx) =>
    countQueue(trx, chamberId, { statuses: ['rejected', 'cancelled'], feeToReturn: true }),
  );
}

/** Any member of staff may look; a form that was never submitted is the firm's alone. Refuses `not_found`. */
export async function deskProcedure(
  trx: Trx,
  ctx: Ctx,
  procedureId: string,
  reading: 'look' | 'lock',
): Promise<Procedure> {
  requireAct(ctx.actor, reading === 'lock' ? 'desk.register' : 'desk.look');
  if (!isId(procedureId)) throw new Refusal('not_found');
  const procedure = await getProcedure(trx, ctx.actor.chamberId, procedureId, reading);
  if (procedure.round === 0) throw new Refusal('not_found');
  return procedure;
}

export type DeskProcedure = {
  procedure: Procedure;
  papers: PaperState[];
  /** What was asked in the last round but the present one, to see whether it was mended. */
  remarks: ProcedureRemark[];
  /** What was asked in this round, where it was returned. */
  asked: ProcedureRemark[];
  /** Renewal and change: what stands in the register today. */
  registered: RegistrationContent | undefined;
  /** The form as it was handed in the round before; undefined in the first. */
  before: RegistrationContent | undefined;
  /** Who holds it; null: nobody. */
  holder: Account | null;
  /** 管理者ID of the registration, once there is one. */
  administratorId: string | null;
  /** 処分 that are in force on the firm, of whichever chamber. */
  sanctions: SanctionView[];
  events: Event[];
  /** Who did what in `events`, and who ticked the papers. */
  people: People;
};

export function readDeskProcedure(ctx: Ctx, procedureId: string): Promise<DeskProcedure> {
  return inChamber(ctx.db, ctx.actor.chamberId, async (trx) => {
    const procedure = await deskProcedure(trx, ctx, procedureId, 'look');
    const { chamberId, round } = procedure;
    const papers = await papersOf(trx, procedure);
    const events = await listEvents(trx, { chamberId, subject: 'procedure', subjectId: procedureId });
    const ticked = papers.flatMap(({ came }) => came.flatMap(({ accountId }) => accountId ?? []));
    const people = await peopleBehind(trx, chamberId, events, [...holdersOf([procedure]), ...ticked]);
    return {
      ...{ procedure, papers, events, people, holder: people.get(procedure.claimedBy ?? '') ?? null },
      remarks: await remarksOfRound(trx, { ...procedure, round: round - 1 }),
      asked: await remarksOfRound(trx, procedure),
      registered: await registeredContent(trx, procedure),
      administratorId: await administratorOf(trx, procedure),
      sanctions: await sanctionsOfProcedure(trx, procedure, dayInJapan(ctx.now)),
      before: round > 1 ? await findSubmittedContent(trx, { chamberId, procedureId, round: round - 1 }) : undefined,
    };
  });
}

async function administratorOf(trx: Trx, { chamberId, registrationId }: Procedure): Promise<string | null> {
  const found = registrationId === null ? undefined : await findAdministrator(trx, chamberId, registrationId);
  return found?.loginId ?? null;
}

/** One page of an uploaded paper as PNG. Refuses `not_found`. */
export async function getDeskPaperPicture(
  ctx: Ctx,
  of: { procedureId: string; paperId: string; page: number },
): Promise<Buffer> {
  const sha256 = await inChamber(ctx.db, ctx.actor.chamberId, async (trx) =>
    pictureOf(await listPapers(trx, await deskProcedure(trx, ctx, of.procedureId, 'look')), of),
  );
  return ctx.outside.files.get(sha256);
}

/** Takes a procedure to examine; whoever holds it is shown to the others. Refuses `conflict` when a colleague holds it and `takeOver` is not said. */
export function claimProcedure(ctx: Ctx, input: { procedureId: string; takeOver?: boolean }): Promise<void> {
  const { actor, now } = ctx;
  return inChamber(ctx.db, actor.chamberId, async (trx) => {
    const { chamberId, procedureId, status, claimedBy } = await deskProcedure(trx, ctx, input.procedureId, 'lock');
    if (isOver(status) || status === 'returned') throw new Refusal('conflict');
    if (claimedBy === actor.accountId) return;
    if (claimedBy !== null && !input.takeOver) throw new Refusal('conflict');
    await updateProcedureClaim(trx, { chamberId, procedureId, claim: { by: actor.accountId, at: now } });
    await appendEvent(trx, {
      ...{ chamberId, at: now, by: byOf(actor), subject: 'procedure', subjectId: procedureId, action: 'claim' },
      detail: claimedBy === null ? {} : { from: claimedBy },
    });
  });
}

/** Data and papers are compared from now on. Refuses `conflict` before every paper is there. */
export function examineProcedure(ctx: Ctx, input: { procedureId: string; round: number }): Promise<void> {
  return step(ctx, input, 'examine');
}

/** 修正: asks the firm to mend, place by place; it is mailed. Refuses `invalid` without a remark. */
export function sendBackProcedure(
  ctx: Ctx,
  input: { procedureId: string; round: number; remarks: readonly { place: string; words: string }[] },
): Promise<void> {
  const remarks = input.remarks
    .map(({ place, words }) => ({ place, words: words.trim() }))
    .filter(({ words }) => words !== '');
  if (remarks.length === 0)
    throw new Refusal('invalid', {
      fields: [
        {
          field: 'remarks',
          ja: '修正してほしい箇所と内容を、1つ以上入れてください。',
          en: 'Say what should be corrected, at one place at least.',
        },
      ],
    });
  const problems = remarks.flatMap(({ place, words }) => wordsProblem(`remark.${place}`, words) ?? []);
  if (problems.length > 0) throw new Refusal('invalid', { fields: problems });
  return step(ctx, input, 'send_back', async (trx, procedure) => {
    const places = remarkPlaces(procedure.content, await papersOf(trx, procedure));
    const placed = remarks.map((one) => ({ ...one, place: placeByKey(procedure.content, one.place) }));
    const unknown = placed.filter(({ place }) => !places.includes(place));
    if (unknown.length > 0) throw new Refusal('invalid', { fields: unknown.map(({ place }) => noSuchPlace(place)) });
    const rows = placed.map((one) => ({
      ...{ ...one, remarkId: newId(ctx.now), accountId: ctx.actor.accountId, round: procedure.round, at: ctx.now },
    }));
    await insertProcedureRemarks(trx, procedure, rows);
    await mailApplicantFirm(trx, ctx, procedure, { kind: 'returned' });
  });
}

const noSuchPlace = (place: string): FieldProblem => ({
  field: `remark.${place}`,
  ja: `「${place}」という箇所は、この手続きにありません。`,
  en: `This procedure has no place "${place}".`,
});

/** 却下, with the reason, which the firm is told. */
export function rejectProcedure(
  ctx: Ctx,
  input: { procedureId: string; round: number; note: string },
  endFee: EndFee = noFee,
): Promise<void> {
  return step(ctx, input, 'reject', async (trx, procedure) => {
    await endFee(trx, procedure);
    await mailApplicantFirm(trx, ctx, procedure, { kind: 'rejected' });
  });
}

/** `round`: the submission that the actor has in front of him; `conflict` when it moved on, or a colleague holds it. */
function step(
  ctx: Ctx,
  input: { procedureId: string; round: number; note?: string },
  action: 'examine' | 'send_back' | 'reject',
  also: (trx: Trx, procedure: Procedure) => Promise<void> = async () => undefined,
): Promise<void> {
  const { actor, now } = ctx;
  return inChamber(ctx.db, actor.chamberId, async (trx) => {
    const procedure = await deskProcedure(trx, ctx, input.procedureId, 'lock');
    const { chamberId, procedureId, status, claimedBy, round } = procedure;
    if (round !== input.round || (claimedBy !== null && claimedBy !== actor.accountId)) throw new Refusal('conflict');
    await advance(trx, procedureLifecycle, {
      ...{ subject: 'procedure', chamberId, id: procedureId, from: status, action, role: 'desk', by: byOf(actor) },
      ...{ at: now, ...(input.note === undefined ? {} : { note: input.note }) },
    });
    const claim = action === 'examine' ? { by: actor.accountId, at: now } : null;
    await updateProcedureClaim(trx, { chamberId, procedureId, claim });
    await also(trx, procedure);
  });
}
