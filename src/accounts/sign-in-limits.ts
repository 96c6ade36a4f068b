// Guessing a password is made slow, not impossible to survive: an ID is never locked for good, as that would let a
// stranger lock a firm out. Counted in the database, so that all servers count together.
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Db } from '../lib/db.ts';
import { Refusal } from '../lib/refusal.ts';

export type SignInLimits = {
  /**
   * Counts an attempt before anything is compared, so that many at once count as many. Refuses `too_many` with the
   * seconds to wait.
   */
  begin(ofWhom: { id: string; address: string }): Promise<void>;
  /** Takes a right attempt out of the count again. */
  succeeded(ofWhom: { id: string; address: string }): Promise<void>;
};

export type LimitSetting = { points: number; duration: number; blockDuration: number };

/** Seconds. Five wrong ones: a minute's wait. Twenty within an hour: a quarter of an hour. An address: sixty in ten minutes. */
export const signInLimitSettings: Record<'short' | 'long' | 'address', LimitSetting> = {
  short: { points: 5, duration: 60, blockDuration: 60 },
  long: { points: 20, duration: 3600, blockDuration: 900 },
  address: { points: 60, duration: 600, blockDuration: 600 },
};

export function signInLimits(db: Db, settings = signInLimitSettings): SignInLimits {
  const limiter = (name: keyof typeof settings): RateLimiterPostgres =>
    new RateLimiterPostgres({
      ...{ storeClient: db.pool, tableName: 'rate_limit', tableCreated: true, clearExpiredByTimeout: false },
      ...{ keyPrefix: `sign-in-${name}`, ...settings[name] },
    });
  const byId = [limiter('short'), limiter('long')];
  const byAddress = [limiter('address')];
  return {
    async begin({ id, address }) {
      const waits = await Promise.all([
        ...byId.map((limit) => waitAfter(limit, id)),
        ...byAddress.map((limit) => waitAfter(limit, address)),
      ]);
      const seconds = Math.max(...waits);
      if (seconds > 0) throw new Refusal('too_many', { retryAfterSeconds: seconds });
    },
    async succeeded({ id, address }) {
      // The address gets back this one attempt only: an ID that one knows must not pay for guessing others.
      await Promise.all([
        ...byId.map((limit) => limit.delete(id)),
        ...byAddress.map((limit) => limit.reward(address, 1)),
      ]);
    },
  };
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
