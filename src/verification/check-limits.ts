// Guessing an access code: 60 random bits, so at these rates hopeless; without them a program would try thousands a second.
// Only what is typed is closed by wrong guesses: the QR's token has 128 bits, so no stranger can keep an officer from it.
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Db } from '../lib/db.ts';
import { Refusal } from '../lib/refusal.ts';
import { addressBlock } from './address-block.ts';

/** Who asks about which certificate; without a number where what was typed cannot be one. */
export type Asking = { number: string | undefined; address: string };

export type CheckLimits = {
  /**
   * Counts a typed attempt before anything is compared, so that many at once count as many. Refuses `too_many` with the
   * seconds to wait.
   */
  beginTyped(asking: Asking): Promise<void>;
  /** Takes a right attempt out of the count again. */
  right(asking: Asking): Promise<void>;
  /** Counts a scan. Refuses `too_many`. */
  beginScan(address: string): Promise<void>;
};

type Setting = { points: number; duration: number; blockDuration?: number };
export type CheckLimitSettings = Record<'hour' | 'day' | 'address' | 'scan', Setting>;

/**
 * Seconds. Of one number five wrong ones an hour; after fifty a day it takes no typed code for 24 hours. Of one address
 * twenty wrong ones in ten minutes, and 120 scans a minute.
 */
export const checkLimitSettings: CheckLimitSettings = {
  hour: { points: 5, duration: 3600 },
  day: { points: 50, duration: 86_400, blockDuration: 86_400 },
  address: { points: 20, duration: 600 },
  scan: { points: 120, duration: 60 },
};

export function checkLimits(db: Db, settings: CheckLimitSettings = checkLimitSettings): CheckLimits {
  const counted = (name: 'hour' | 'day' | 'address'): RateLimiterPostgres =>
    new RateLimiterPostgres({
      ...{ storeClient: db.pool, tableName: 'rate_limit', tableCreated: true, clearExpiredByTimeout: false },
      ...{ keyPrefix: `check-${name}`, ...settings[name] },
    });
  const [hour, day, byAddress] = [counted('hour'), counted('day'), counted('address')];
  // In memory, each server for itself: a scan only reads, and a write for each would halve what a server can answer.
  const scans = new RateLimiterMemory({ keyPrefix: 'scan', ...settings.scan });
  return {
    async beginTyped({ number, address }) {
      await take(byAddress, addressBlock(address));
      if (number === undefined) return;
      // One after the other: only what is compared may count for the day, else a stranger closes it in a minute.
      await take(hour, number);
      await take(day, number);
    },
    async right({ number, address }) {
      await byAddress.reward(addressBlock(address), 1);
      if (number === undefined) return;
      await Promise.all([hour.reward(number, 1), day.reward(number, 1)]);
    },
    beginScan: (address) => take(scans, addressBlock(address)),
  };
}

async function take(limit: RateLimiterPostgres | RateLimiterMemory, key: string): Promise<void> {
  try {
    await limit.consume(key);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    throw new Refusal('too_many', { retryAfterSeconds: Math.max(1, Math.ceil(error.msBeforeNext / 1000)) });
  }
}
