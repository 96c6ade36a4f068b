// Guessing a password is made slow, not impossible to survive: an ID is never locked for good, as that would let a
// stranger lock a firm out. Counted in the database, so that all servers count together.
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Db } from '../lib/db.ts';
import { hashSecret } from '../lib/ids.ts';
import { Refusal } from '../lib/refusal.ts';

export type SignInLimits = {
  /**
   * Counts an attempt before anything is compared, so that many at once count as many. Refuses `too_many` with the
   * seconds to wait.
   */
  begin(ofWhom: { id: string; address: string }): Promise<void>;
  /** Takes a right attempt out of the count again. */
  succeeded(ofWhom: { id: string; address: string }): Promise<void>;
  /** The same as `begin` and `succeeded` for a second factor; it is counted apart, as a right password takes nothing out of it. */
  beginFactor(ofWhom: { id: string; address: string }): Promise<void>;
  factorSucceeded(ofWhom: { id: string; address: string }): Promise<void>;
  /** Counts a request for a link by mail. Refuses `too_many` with the seconds to wait: nobody's mailbox is filled by strangers. */
  forgotten(ofWhom: { id: string; address: string }): Promise<void>;
  /** The same for the link to a registration's form, which anybody can ask for. `id`: of the mail address. */
  registration(ofWhom: { id: string; address: string }): Promise<void>;
};

/** Of one ID; not the ID itself, which would stand in the table of counts for whoever typed it. */
export const limitKeyOf = (chamberId: string, loginId: string): string =>
  hashSecret(`${chamberId} ${loginId}`).toString('base64url');

/**
 * Of one ID's second factor, and one password: whoever has stolen that can have the holder wait until the holder has changed it,
 * and no longer.
 */
export const factorLimitKeyOf = (of: { chamberId: string; loginId: string; passwordHash: string | null }): string =>
  hashSecret(`${of.chamberId} ${of.loginId} ${of.passwordHash}`).toString('base64url');

export type LimitSetting = { points: number; duration: number; blockDuration: number };

/** Seconds. Five wrong ones: a minute's wait. Twenty within an hour: a quarter of an hour. An address: sixty in ten minutes. */
export const signInLimitSettings: Record<'short' | 'long' | 'address', LimitSetting> = {
  short: { points: 5, duration: 60, blockDuration: 60 },
  long: { points: 20, duration: 3600, blockDuration: 900 },
  address: { points: 60, duration: 600, blockDuration: 600 },
};

/**
 * Seconds. As for passwords; and sixty wrong ones in a day: a rest of the day's wait. Who guesses here has the password, and a
 * code has a million values of which three are right: a year of it succeeds in 7 of 100 cases, and the holder was mailed.
 */
export const factorLimitSettings: Record<'short' | 'long' | 'day', LimitSetting> = {
  short: { points: 5, duration: 60, blockDuration: 60 },
  long: { points: 20, duration: 3600, blockDuration: 900 },
  day: { points: 60, duration: 86_400, blockDuration: 86_400 },
};

/** Seconds. Three links in an hour for one ID; an address, behind which a whole firm may sit: thirty. */
const forgottenSettings: Record<'id' | 'address', LimitSetting> = {
  id: { points: 3, duration: 3600, blockDuration: 3600 },
  address: { points: 30, duration: 3600, blockDuration: 3600 },
};

/** Seconds. Six mails in an hour to one address; thirty for whom a whole firm sits behind one address of the net. */
const registrationSettings: Record<'id' | 'address', LimitSetting> = {
  id: { points: 6, duration: 3600, blockDuration: 3600 },
  address: { points: 30, duration: 3600, blockDuration: 3600 },
};

export function signInLimits(db: Db, settings = signInLimitSettings): SignInLimits {
  const limiter = (keyPrefix: string, setting: LimitSetting): RateLimiterPostgres =>
    new RateLimiterPostgres({
      ...{ storeClient: db.pool, tableName: 'rate_limit', tableCreated: true, clearExpiredByTimeout: false },
      ...{ keyPrefix, ...setting },
    });
  const byId = [limiter('sign-in-short', settings.short), limiter('sign-in-long', settings.long)];
  const byAddress = [limiter('sign-in-address', settings.address)];
  const { short, long, day } = factorLimitSettings;
  const factorById = [limiter('factor-short', short), limiter('factor-long', long), limiter('factor-day', day)];
  const forgottenById = [limiter('forgotten-id', forgottenSettings.id)];
  const forgottenByAddress = [limiter('forgotten-address', forgottenSettings.address)];
  const registrationById = [limiter('registration-id', registrationSettings.id)];
  const registrationByAddress = [limiter('registration-address', registrationSettings.address)];
  return {
    begin: ({ id, address }) => count(byId, id, byAddress, address),
    beginFactor: ({ id, address }) => count(factorById, id, byAddress, address),
    forgotten: ({ id, address }) => count(forgottenById, id, forgottenByAddress, address),
    registration: ({ id, address }) => count(registrationById, id, registrationByAddress, address),
    succeeded: ({ id, address }) => forget(byId, id, byAddress, address),
    factorSucceeded: ({ id, address }) => forget(factorById, id, byAddress, address),
  };
}

/** The address gets back this one attempt only: an ID that one knows must not pay for guessing others. */
async function forget(
  byId: readonly RateLimiterPostgres[],
  id: string,
  byAddress: readonly RateLimiterPostgres[],
  address: string,
): Promise<void> {
  await Promise.all([...byId.map((limit) => limit.delete(id)), ...byAddress.map((limit) => limit.reward(address, 1))]);
}

async function count(
  byId: readonly RateLimiterPostgres[],
  id: string,
  byAddress: readonly RateLimiterPostgres[],
  address: string,
): Promise<void> {
  const waits = await Promise.all([
    ...byId.map((limit) => waitAfter(limit, id)),
    ...byAddress.map((limit) => waitAfter(limit, address)),
  ]);
  const seconds = Math.max(...waits);
  if (seconds > 0) throw new Refusal('too_many', { retryAfterSeconds: seconds });
}

/** Counts one attempt; the seconds to wait when it is one too many, else 0. */
async function waitAfter(limit: RateLimiterPostgres, key: string): Promise<number> {
  try {
    await limit.consume(key);
    return 0;
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    return Math.max(1, Math.ceil(error.msBeforeNext / 1000));
  }
}
