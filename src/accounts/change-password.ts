// Who is signed in changes the own password.
import { inChamber } from '../lib/db.ts';
import { Refusal } from '../lib/refusal.ts';
import { byOf, type Ctx } from './context.ts';
import { hashPassword, passwordMatches } from './password.ts';
import { findPasswordHash } from './passwords-store.ts';
import { requireAct } from './rights.ts';
import { knownOf, requireGoodPassword, setPassword } from './set-password.ts';
import { limitKeyOf, type SignInLimits } from './sign-in-limits.ts';
import { lockAccount } from './store.ts';

/** `address`: where the request comes from. */
export type ChangeInput = { current: string; next: string; address: string };

/**
 * Every other session of the ID ends; this one goes on. Refuses `not_allowed` to a program; `invalid` at `current` when
 * that is not the password, at `next` when the new one is not good enough; `too_many` after wrong ones, counted
 * together with those at sign-in; `conflict` when the password has changed meanwhile.
 */
export async function changeOwnPassword(ctx: Ctx & { limits: SignInLimits }, input: ChangeInput): Promise<void> {
  const { actor, db, limits } = ctx;
  requireAct(actor, 'account.use');
  if (actor.via.kind !== 'session') throw new Refusal('not_allowed');
  const { chamberId, accountId, loginId } = actor;
  const { stored, known } = await inChamber(db, chamberId, async (trx) => ({
    stored: await findPasswordHash(trx, actor),
    known: await knownOf(trx, actor),
  }));
  if (!stored) throw new Refusal('conflict');
  const ofWhom = { id: limitKeyOf(chamberId, loginId), address: input.address };
  await limits.begin(ofWhom);
  if (!(await passwordMatches(stored, input.current))) throw wrongCurrent();
  await limits.succeeded(ofWhom);
  if (input.next.normalize('NFC') === input.current.normalize('NFC')) throw sameAgain();
  requireGoodPassword(input.next, known, 'next');
  const hash = await hashPassword(input.next);
  const { sessionId } = actor.via;
  await inChamber(db, chamberId, async (trx) => {
    await lockAccount(trx, actor);
    if ((await findPasswordHash(trx, { chamberId, accountId })) !== stored) throw new Refusal('conflict');
    await setPassword(trx, ctx, actor, hash, { by: byOf(actor), action: 'change_password', keep: sessionId });
  });
}

const wrongCurrent = (): Refusal =>
  new Refusal('invalid', {
    fields: [
      {
        field: 'current',
        ja: '今のパスワードが正しくありません。入力を確かめてください。',
        en: 'This is not your current password. Please check it.',
      },
    ],
  });

const sameAgain = (): Refusal =>
  new Refusal('invalid', {
    fields: [
      {
        field: 'next',
        ja: '今のパスワードと同じです。別のパスワードにしてください。',
        en: 'This is the password you have now. Please choose another one.',
      },
    ],
  });
