// The chamber ticks the papers of a procedure as they come.
import { type Actor, byOf, type Ctx } from '../../accounts/context.ts';
import { advance } from '../../audit/advance.ts';
import { appendEvent } from '../../audit/events.ts';
import { dayInJapan } from '../../lib/clock.ts';
import { inChamber, type Trx } from '../../lib/db.ts';
import { newId } from '../../lib/ids.ts';
import { type FieldProblem, Refusal } from '../../lib/refusal.ts';
import { type Procedure, paperKinds } from './procedure.ts';
import { deskProcedure } from './procedure-desk.ts';
import { isOver, procedureLifecycle } from './procedure-lifecycle.ts';
import { allCame, type PaperState, papersOf } from './procedure-papers.ts';
import { insertPaper, listPapers, removePaper, tickPaper, type WayOfPaper } from './procedure-papers-store.ts';

/** Brought to the counter or posted. `day`: YYYY-MM-DD in Japan. */
type Brought = { kind: string; signatoryKey?: string; how: Exclude<WayOfPaper, 'upload'>; day: string };

/**
 * A paper has come: at the counter or by post on that day, or an upload was looked at (`paperId`). When all are there, the
 * procedure is received. Refuses `invalid` for a day that has not come, `not_found` for a paper that it does not need.
 */
export function tickProcedurePaper(
  ctx: Ctx,
  input: { procedureId: string } & ({ paperId: string } | Brought),
): Promise<void> {
  const { actor, now } = ctx;
  return inChamber(ctx.db, actor.chamberId, async (trx) => {
    const procedure = await deskProcedure(trx, ctx, input.procedureId, 'lock');
    const { chamberId, procedureId, status } = procedure;
    if (isOver(status)) throw new Refusal('conflict');
    const papers = await papersOf(trx, procedure);
    if ('paperId' in input) await tickUpload(trx, actor, papers, input.paperId);
    else await tickBrought(trx, ctx, procedure, papers, input);
    await appendEvent(trx, {
      ...{ chamberId, at: now, by: byOf(actor), subject: 'procedure', subjectId: procedureId, action: 'tick_paper' },
      detail: 'paperId' in input ? { paper: input.paperId } : { kind: input.kind, how: input.how, day: input.day },
    });
    if (status === 'submitted' && allCame(await papersOf(trx, procedure)))
      await advance(trx, procedureLifecycle, {
        ...{ subject: 'procedure', chamberId, id: procedureId, from: status, action: 'receive', role: 'desk' },
        ...{ by: byOf(actor), at: now },
      });
  });
}

async function tickUpload(trx: Trx, actor: Actor, papers: readonly PaperState[], paperId: string): Promise<void> {
  const { chamberId, accountId } = actor;
  const uploaded = papers.flatMap(({ came }) => came).find((one) => one.paperId === paperId);
  if (uploaded?.how !== 'upload') throw new Refusal('not_found');
  await tickPaper(trx, { chamberId, paperId, accountId });
}

async function tickBrought(
  trx: Trx,
  { actor, now }: Ctx,
  { chamberId, procedureId }: Procedure,
  papers: readonly PaperState[],
  { kind: asked, signatoryKey, how, day }: Brought,
): Promise<void> {
  const problems = dayProblems(day, dayInJapan(now));
  if (problems.length > 0) throw new Refusal('invalid', { fields: problems });
  const wanted = papers.find((one) => one.kind === asked && one.signatoryKey === signatoryKey);
  const kind = paperKinds.find((one) => one === wanted?.kind);
  if (!kind) throw new Refusal('not_found');
  const paper = { chamberId, paperId: newId(now), procedureId, kind, signatoryKey: signatoryKey ?? null, how, day };
  await insertPaper(trx, { ...paper, sha256: null, fileName: '', pictures: [], accountId: actor.accountId }, now);
}

function dayProblems(day: string, today: string): FieldProblem[] {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(`${day}T00:00:00Z`));
  if (isDay && day <= today) return [];
  return [
    {
      field: 'day',
      ja: '受け取った日を、今日までの日付で入れてください。',
      en: 'Give the day on which it came, today at the latest.',
    },
  ];
}

/**
 * Takes a tick back: a paper that was brought is not there, an upload stays and was not looked at. What was received waits
 * for its papers again. Refuses `conflict` once it is being examined, `not_found` for a paper that was not ticked.
 */
export function untickProcedurePaper(ctx: Ctx, input: { procedureId: string; paperId: string }): Promise<void> {
  const { actor, now } = ctx;
  return inChamber(ctx.db, actor.chamberId, async (trx) => {
    const procedure = await deskProcedure(trx, ctx, input.procedureId, 'lock');
    const { chamberId, procedureId, status } = procedure;
    if (!['submitted', 'received', 'returned'].includes(status)) throw new Refusal('conflict');
    const { paperId } = input;
    const ticked = (await listPapers(trx, procedure)).find((one) => one.paperId === paperId && one.accountId !== null);
    if (!ticked) throw new Refusal('not_found');
    if (ticked.how === 'upload') await tickPaper(trx, { chamberId, paperId, accountId: null });
    else await removePaper(trx, { chamberId, procedureId, paperId, at: now });
    await appendEvent(trx, {
      ...{ chamberId, at: now, by: byOf(actor), subject: 'procedure', subjectId: procedureId },
      ...{ action: 'untick_paper', detail: { paper: paperId, kind: ticked.kind } },
    });
    if (status === 'received' && !allCame(await papersOf(trx, procedure)))
      await advance(trx, procedureLifecycle, {
        ...{ subject: 'procedure', chamberId, id: procedureId, from: status, action: 'miss', role: 'desk' },
        ...{ by: byOf(actor), at: now },
      });
  });
}
