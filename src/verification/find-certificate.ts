// 真正性・完全性の保証: anyone who holds a paper may ask whether it is real, and is shown what was certified. Whoever does
// not hold one learns nothing: unknown, wrong, unpaid and cancelled are one answer, reached by the same steps.
import { timingSafeEqual } from 'node:crypto';
import type { OpenCtx } from '../accounts/context.ts';
import { readAccessCode, readCertificateNumber } from '../certificates/numbers.ts';
import { readRecord } from '../certificates/record.ts';
import { hashSecret } from '../lib/ids.ts';
import type { CheckLimits } from './check-limits.ts';
import { type PublicView, publicView } from './public-view.ts';
import { findIssued, findLookup, type Kept, type Lookup } from './store.ts';

export type CheckCtx = Pick<OpenCtx, 'db' | 'outside'> & { limits: CheckLimits };

export type CheckedCertificate = PublicView & {
  /** Only `issued` is valid. */
  status: Kept['status'];
  sheets: number;
  /** Whom to ask today; the name that is printed is `chamber`. */
  contact: Kept['contact'];
};

/** Read where nothing was found, so that this takes the same steps: no certificate has this id. */
const nowhere: Lookup = {
  chamberId: '0000',
  certificateId: '00000000-0000-0000-0000-000000000000',
  codeHash: Buffer.alloc(32),
};

/** The QR's way. Undefined when there is no issued certificate of that token; refuses `too_many`. */
export async function checkByToken(
  ctx: CheckCtx,
  asked: { token: string; address: string },
): Promise<CheckedCertificate | undefined> {
  await ctx.limits.beginScan(asked.address);
  const tokenHash = hashSecret(asked.token.toUpperCase());
  const lookup = await findLookup(ctx.db, { tokenHash });
  return readIssued(ctx, lookup, () => true);
}

/**
 * The typed way: number, access code and date (YYYY-MM-DD) as they were typed, right or wrong. Undefined unless all three
 * belong to one issued certificate; refuses `too_many` after too many wrong ones.
 */
export async function checkByNumber(
  ctx: CheckCtx,
  typed: { number: string; accessCode: string; date: string; address: string },
): Promise<CheckedCertificate | undefined> {
  const number = readCertificateNumber(typed.number);
  const asking = { number, address: typed.address };
  await ctx.limits.beginTyped(asking);
  // What cannot be a code is the empty one: it has a fingerprint too, and no certificate has it.
  const codeHash = ctx.outside.vault.mac(readAccessCode(typed.accessCode) ?? '', `access code ${number}`);
  const lookup = await findLookup(ctx.db, { number: number ?? '' });
  const codeFits = timingSafeEqual(codeHash, (lookup ?? nowhere).codeHash);
  // With a wrong code the record is not even read: how long it is must not show in how long this takes.
  const found = await readIssued(ctx, codeFits ? lookup : undefined, ({ date }) =>
    timingSafeEqual(hashSecret(date), hashSecret(typed.date)),
  );
  if (found) await ctx.limits.right(asking);
  return found;
}

async function readIssued(
  ctx: CheckCtx,
  lookup: Lookup | undefined,
  fits: (kept: Kept) => boolean,
): Promise<CheckedCertificate | undefined> {
  const at = lookup ?? nowhere;
  const kept = await findIssued(ctx.db, at);
  if (!kept || !fits(kept)) return undefined;
  const { status, sheets, contact } = kept;
  return { ...publicView(readRecord(JSON.parse(kept.record))), status, sheets, contact };
}
