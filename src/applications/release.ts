// 署名者の確認: what a sub ID prepared waits for its signatory, who submits it (submit.ts) or gives it back. Meanwhile nobody
// changes it, and the sub ID may take it back itself. No status of its own: to the chamber it is not there yet.
import { byOf, type Ctx } from '../accounts/context.ts';
import { appendEvent } from '../audit/events.ts';
import { inChamber, type Trx } from '../lib/db.ts';
import { wordsProblem } from '../lib/plain-words.ts';
import { Refusal } from '../lib/refusal.ts';
import type { ApplicationRow } from './application.ts';
import { ownApplication, ownRow } from './firm.ts';
import { mailGivenBack, mailPrepared } from './mail-release.ts';
import { requireVersion } from './save.ts';
import { updatePrepared } from './store.ts';
import { requireReady, requireTurn } from './submit.ts';

/**
 * A sub ID has finished and asks its signatory to submit; the signatory is mailed. Every sub ID may: that it needs no leave
 * to submit is its point. Refuses as `submitApplication` for what is not ready; `conflict` when it waits already;
 * `not_allowed` to any other kind of ID.
 */
export function prepareApplication(
  ctx: Ctx,
  input: { applicationId: string; version?: number },
): Promise<{ preparedAt: Date }> {
  const { actor, now } = ctx;
  if (actor.role !== 'sub') return Promise.reject(new Refusal('not_allowed'));
  return inChamber(ctx.db, actor.chamberId, async (trx) => {
    const application = await ownApplication(trx, ctx, 'application.write', input.applicationId, 'lock');
    requireTurn(application, actor);
    requireVersion(application, input.version);
    await requireReady(trx, application, now);
    await write(trx, ctx, application, 'prepare', now);
    await mailPrepared(trx, ctx, application, actor);
    return { preparedAt: now };
  });
}

/** The sub ID takes it back and goes on with it. Refuses `conflict` when it does not wait (any more). */
export function takeBackPrepared(ctx: Ctx, input: { applicationId: string }): Promise<void> {
  const { actor } = ctx;
  if (actor.role !== 'sub') return Promise.reject(new Refusal('not_allowed'));
  return inChamber(ctx.db, actor.chamberId, async (trx) => {
    const row = await ownRow(trx, ctx, 'application.write', input.applicationId, 'lock');
    if (row.preparedAt === null) throw new Refusal('conflict');
    await write(trx, ctx, row, 'take_back', null);
  });
}

/**
 * The signatory gives it back with a note of what to change, which its holder is mailed. Refuses `invalid` without a note,
 * `conflict` when it does not wait (any more).
 */
export function giveBackPrepared(ctx: Ctx, input: { applicationId: string; note: string }): Promise<void> {
  return inChamber(ctx.db, ctx.actor.chamberId, async (trx) => {
    const row = await ownRow(trx, ctx, 'application.release', input.applicationId, 'lock');
    if (row.preparedAt === null) throw new Refusal('conflict');
    const note = noteOf(input.note);
    await write(trx, ctx, row, 'give_back', null, { note });
    await mailGivenBack(trx, ctx, row);
  });
}

function noteOf(typed: string): string {
  const note = typed.trim();
  const problem =
    note === ''
      ? { field: 'note', ja: 'どこを直すかを入れてください。', en: 'Say what is to be changed.' }
      : wordsProblem('note', note);
  if (problem) throw new Refusal('invalid', { fields: [problem] });
  return note;
}

async function write(
  trx: Trx,
  { actor, now }: Ctx,
  { chamberId, applicationId }: Pick<ApplicationRow, 'chamberId' | 'applicationId'>,
  action: 'prepare' | 'take_back' | 'give_back',
  preparedAt: Date | null,
  detail: Record<string, unknown> = {},
): Promise<void> {
  await updatePrepared(trx, { chamberId, applicationId, preparedAt, at: now });
  await appendEvent(trx, {
    ...{ chamberId, at: now, by: byOf(actor), subject: 'application', subjectId: applicationId, action, detail },
  });
}
