// Guessing a password is made slow, not impossible to survive: an ID is never locked for good, as that would let a
// stranger lock a firm out. Counted in the database, so that all servers count together.
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Db } from '../lib/db.ts';
import { Refusal } from '../lib/refusal.ts';

export type SignInLimits = {
  /** Refuses `too_many` with the seconds to wait, before anything is compared. */
  check(ofWhom: { id: string; address: string }): Promise<void>;
  failed(ofWhom: { id: string; address: string }): Promise<void>;
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
    async check({ id, address }) {
      const waits = await Promise.all([
        ...byId.map((limit) => waitOf(limit, id)),
        ...byAddress.map((limit) => waitOf(limit, address)),
      ]);
      const seconds = Math.max(...waits);
      if (seconds > 0) throw new Refusal('too_many', { retryAfterSeconds: seconds });
    },
    async failed({ id, address }) {
      await Promise.all([...byId.map((limit) => count(limit, id)), ...byAddress.map((limit) => count(limit, address))]);
    },
    async succeeded({ id }) {
      // The address keeps its count: one ID that one knows must not pay for guessing others.
      await Promise.all(byId.map((limit) => limit.delete(id)));
    },
  };
}

async function waitOf(limit: RateLimiterPostgres, key: string): Promise<number> {
  const state = await limit.get(key);
  if (!state || state.consumedPoints <= limit.points - 1) return 0;
  return Math.ceil(state.msBeforeNext / 1000);
}

async function count(limit: RateLimiterPostgres, key: string): Promise<void> {
  try {
    const state = await limit.consume(key);
    // Exactly at the limit the library does not block yet; the next try has to wait already.
    if (state.remainingPoints === 0) await limit.block(key, limit.blockDuration);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error; // rejected: it is blocked, which is what is wanted
  }
}
