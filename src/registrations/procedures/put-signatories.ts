import type { Account } from '../../accounts/account.ts';
import { byOf, type Ctx } from '../../accounts/context.ts';
import { endAccount } from '../../accounts/end-account.ts';
import { nextLoginId } from '../../accounts/next-login-id.ts';
import { findAccount, insertAccount } from '../../accounts/store.ts';
import { advance } from '../../audit/advance.ts';
import { appendEvent } from '../../audit/events.ts';
import type { Trx } from '../../lib/db.ts';
import { newId } from '../../lib/ids.ts';
import { Refusal } from '../../lib/refusal.ts';
import type { ContentSignatory } from '../content.ts';
import type { Registration, Signatory } from '../registration.ts';
import { signatoryLifecycle } from '../signatory-lifecycle.ts';
import { insertSignatory, listSignatories, updateSignatory, updateSuccessor } from '../store.ts';
import { moveSubIds } from '../sub-ids/sub-ids-store.ts';

/**
 * Brings the signatories of a registration to what the accepted form says. `made`: new ones get a user ID, without a password
 * yet; `rows`: the form as the register keeps it, each row with its signatory, without who has left. Besides, title and signature may change, who leaves ends, his sub IDs pass to his successor, and so does what he
 * may see (`listSucceeded`). A name never changes: refuses `invalid` for a row that gives a registered signatory another.
 */
export async function putSignatories(
  trx: Trx,
  ctx: Pick<Ctx, 'actor' | 'now'>,
  registration: Registration,
  rows: readonly ContentSignatory[],
): Promise<{ made: Account[]; rows: ContentSignatory[] }> {
  const { chamberId, registrationId } = registration;
  const before = new Map((await listSignatories(trx, chamberId, registrationId)).map((one) => [one.signatoryId, one]));
  const idOfKey = new Map<string, string>();
  const made: Account[] = [];
  const staying = rows.filter(({ leaves }) => !leaves);
  for (const row of staying) {
    const known = before.get(row.signatoryId);
    if (known) await change(trx, ctx, known, row);
    else made.push(await add(trx, ctx, registration, row, idOfKey));
    if (known) idOfKey.set(row.key, known.signatoryId);
  }
  for (const row of rows.filter(({ leaves }) => leaves)) {
    const known = before.get(row.signatoryId);
    const successorId = idOfKey.get(row.successorKey);
    if (known?.status !== 'active') continue; // a row that was added and taken back again
    if (successorId === undefined) throw new Refusal('conflict');
    await end(trx, ctx, known, successorId);
  }
  return { made, rows: staying.map((row) => ({ ...row, signatoryId: idOfKey.get(row.key) ?? row.signatoryId })) };
}

const pictureOf = ({ withoutSignature, signatureSha256 }: ContentSignatory): Buffer | null =>
  withoutSignature || signatureSha256 === '' ? null : Buffer.from(signatureSha256, 'hex');

async function add(
  trx: Trx,
  { actor, now }: Pick<Ctx, 'actor' | 'now'>,
  { chamberId, registrationId }: Registration,
  row: ContentSignatory,
  idOfKey: Map<string, string>,
): Promise<Account> {
  const names = { nameJa: row.nameJa.trim(), nameEn: row.nameEn.trim(), titleEn: row.titleEn.trim() };
  const account: Account = {
    ...{ chamberId, accountId: newId(now), role: 'user' },
    loginId: await nextLoginId(trx, chamberId, 'user'),
    ...{ status: 'active', registrationId, ...names, mail: row.mail.trim(), rights: [] },
  };
  const signatoryId = newId(now);
  await insertAccount(trx, { ...account, passwordHash: null }, now);
  await insertSignatory(
    trx,
    {
      ...{ chamberId, signatoryId, registrationId, accountId: account.accountId, ...names },
      ...{ signatureSha256: pictureOf(row), status: 'active', successorId: null },
    },
    now,
  );
  idOfKey.set(row.key, signatoryId);
  await appendEvent(trx, {
    ...{ chamberId, at: now, by: byOf(actor), subject: 'signatory', subjectId: signatoryId, action: 'register' },
    detail: { loginId: account.loginId, signature: row.signatureSha256 },
  });
  return account;
}

async function change(
  trx: Trx,
  { actor, now }: Pick<Ctx, 'actor' | 'now'>,
  known: Signatory,
  row: ContentSignatory,
): Promise<void> {
  if (known.nameEn !== row.nameEn.trim())
    throw new Refusal('invalid', {
      fields: [
        {
          field: 'signatories',
          ja: `登録済みの署名者の氏名(${known.nameEn})は変えられません。削除して、新しい署名者として加えてください。`,
          en: `The name of a registered signatory (${known.nameEn}) cannot be changed. Remove him and add another.`,
        },
      ],
    });
  const [picture, titleEn] = [pictureOf(row), row.titleEn.trim()];
  const same = (picture?.toString('hex') ?? '') === (known.signatureSha256?.toString('hex') ?? '');
  if (same && titleEn === known.titleEn) return;
  const { chamberId, signatoryId } = known;
  await updateSignatory(trx, { chamberId, signatoryId, titleEn, signatureSha256: picture });
  await appendEvent(trx, {
    ...{ chamberId, at: now, by: byOf(actor), subject: 'signatory', subjectId: signatoryId, action: 'change' },
    detail: {
      ...{ titleEn, before: known.titleEn },
      ...(same
        ? {}
        : { signature: row.signatureSha256, signatureBefore: known.signatureSha256?.toString('hex') ?? '' }),
    },
  });
}

async function end(
  trx: Trx,
  { actor, now }: Pick<Ctx, 'actor' | 'now'>,
  known: Signatory,
  successorId: string,
): Promise<void> {
  const { chamberId, signatoryId } = known;
  const by = byOf(actor);
  await advance(trx, signatoryLifecycle, {
    ...{ subject: 'signatory', chamberId, id: signatoryId, from: known.status, action: 'end', role: 'chamber', by },
    ...{ at: now, detail: { successor: successorId } },
  });
  await updateSuccessor(trx, { chamberId, signatoryId, successorId });
  await moveSubIds(trx, { chamberId, from: signatoryId, to: successorId });
  const account = await findAccount(trx, chamberId, known.accountId);
  if (account?.status === 'active')
    await endAccount(trx, account, { role: 'chamber', by, at: now, detail: { successor: successorId } });
}
