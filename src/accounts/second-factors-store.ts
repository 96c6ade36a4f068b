import type { Trx } from '../lib/db.ts';
import { known } from '../lib/known.ts';
import { type Factor, factorKinds } from './second-factor.ts';

type OfAccount = { chamberId: string; accountId: string };

export type TotpFactor = OfAccount & {
  factorId: string;
  name: string;
  madeAt: Date;
  secretSealed: Buffer;
  /** The time step of the newest code that was accepted. */
  lastStep: number;
};

export type PasskeyFactor = OfAccount & {
  factorId: string;
  name: string;
  madeAt: Date;
  /** base64url */
  credentialId: string;
  publicKey: Buffer;
  counter: number;
  transports: readonly string[];
};

/** Oldest first. */
export async function listFactorsOf(trx: Trx, of: OfAccount): Promise<Factor[]> {
  const rows = await trx
    .selectFrom('second_factor')
    .select(['factor_id', 'kind', 'name', 'made_at', 'last_used_at'])
    .where('chamber_id', '=', of.chamberId)
    .where('account_id', '=', of.accountId)
    .orderBy('made_at')
    .orderBy('factor_id')
    .execute();
  return rows.map((row) => ({
    ...{ factorId: row.factor_id, kind: known(factorKinds, row.kind), name: row.name },
    ...{ madeAt: row.made_at, lastUsedAt: row.last_used_at },
  }));
}

export async function hasFactor(trx: Trx, of: OfAccount): Promise<boolean> {
  const row = await trx
    .selectFrom('second_factor')
    .select('factor_id')
    .where('chamber_id', '=', of.chamberId)
    .where('account_id', '=', of.accountId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertTotp(trx: Trx, factor: TotpFactor): Promise<void> {
  await trx
    .insertInto('second_factor')
    .values({ ...sharedOf(factor), kind: 'totp', secret_sealed: factor.secretSealed, last_step: factor.lastStep })
    .execute();
}

export async function insertPasskey(trx: Trx, factor: PasskeyFactor): Promise<void> {
  await trx
    .insertInto('second_factor')
    .values({
      ...{ ...sharedOf(factor), kind: 'passkey', credential_id: factor.credentialId, public_key: factor.publicKey },
      ...{ counter: factor.counter, transports: [...factor.transports] },
    })
    .execute();
}

const sharedOf = (factor: TotpFactor | PasskeyFactor) => ({
  ...{ chamber_id: factor.chamberId, account_id: factor.accountId, factor_id: factor.factorId },
  ...{ name: factor.name, made_at: factor.madeAt },
});

export async function listTotps(trx: Trx, of: OfAccount): Promise<TotpFactor[]> {
  const rows = await trx
    .selectFrom('second_factor')
    .select(['factor_id', 'name', 'made_at', 'secret_sealed', 'last_step'])
    .where('chamber_id', '=', of.chamberId)
    .where('account_id', '=', of.accountId)
    .where('kind', '=', 'totp')
    .$narrowType<{ secret_sealed: Buffer; last_step: number }>()
    .execute();
  return rows.map((row) => ({
    ...{ chamberId: of.chamberId, accountId: of.accountId, factorId: row.factor_id, name: row.name },
    ...{ madeAt: row.made_at, secretSealed: row.secret_sealed, lastStep: row.last_step },
  }));
}

export async function listPasskeys(trx: Trx, of: OfAccount): Promise<PasskeyFactor[]> {
  const rows = await trx
    .selectFrom('second_factor')
    .select(['factor_id', 'name', 'made_at', 'credential_id', 'public_key', 'counter', 'transports'])
    .where('chamber_id', '=', of.chamberId)
    .where('account_id', '=', of.accountId)
    .where('kind', '=', 'passkey')
    .$narrowType<{ credential_id: string; public_key: Buffer; counter: string; transports: string[] }>()
    .execute();
  return rows.map((row) => ({
    ...{ chamberId: of.chamberId, accountId: of.accountId, factorId: row.factor_id, name: row.name },
    ...{ madeAt: row.made_at, credentialId: row.credential_id, publicKey: row.public_key },
    ...{ counter: Number(row.counter), transports: row.transports },
  }));
}

/** Takes a code's time step. False: that code, or a later one, was accepted meanwhile; of two at once one gets true. */
export async function takeStep(
  trx: Trx,
  of: { chamberId: string; factorId: string; step: number; at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('second_factor')
    .set({ last_step: of.step, last_used_at: of.at })
    .where('chamber_id', '=', of.chamberId)
    .where('factor_id', '=', of.factorId)
    .where('last_step', '<', of.step)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Writes down a use of a passkey. False: somebody used it meanwhile, and its counter is not the one that was compared. */
export async function takeCount(
  trx: Trx,
  of: { chamberId: string; factorId: string; seen: number; counter: number; at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('second_factor')
    .set({ counter: of.counter, last_used_at: of.at })
    .where('chamber_id', '=', of.chamberId)
    .where('factor_id', '=', of.factorId)
    .where('counter', '=', String(of.seen))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** False: it is not there, or not this ID's. */
export async function updateFactorName(trx: Trx, of: OfAccount & { factorId: string; name: string }): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('second_factor')
    .set({ name: of.name })
    .where('chamber_id', '=', of.chamberId)
    .where('account_id', '=', of.accountId)
    .where('factor_id', '=', of.factorId)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** One of this ID's, or all of them. Returns those that were there. */
export async function deleteFactors(
  trx: Trx,
  of: OfAccount & { factorId?: string },
): Promise<Pick<Factor, 'kind' | 'name'>[]> {
  let query = trx
    .deleteFrom('second_factor')
    .where('chamber_id', '=', of.chamberId)
    .where('account_id', '=', of.accountId);
  if (of.factorId !== undefined) query = query.where('factor_id', '=', of.factorId);
  const rows = await query.returning(['kind', 'name']).execute();
  return rows.map(({ kind, name }) => ({ kind: known(factorKinds, kind), name }));
}
