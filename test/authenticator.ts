// The authenticator apps of the demo's IDs, on a test's clock.
import type { DemoAccount } from '../demo/world.ts';
import { totpCodeAt, totpPeriod } from '../src/accounts/totp.ts';

/** `code`: of the ID's app, where it has one; never one that was given before, as each works once. */
export type TestAccount = DemoAccount & { code?: () => string };

const stepMs = totpPeriod * 1000;

type Clock = { now(): Date; turn(by: { minutes: number }): void };

/** @param clock turned on by half a minute where no code is left that would be accepted now */
export function withCodes(account: DemoAccount, clock: Clock): TestAccount {
  const { totpSecret } = account;
  return totpSecret ? { ...account, code: codesOf(totpSecret, clock) } : account;
}

/** The codes of a secret, one after the other. */
export function codesOf(secret: string, { now, turn }: Clock): () => string {
  let used = 0;
  return () => {
    const current = Math.floor(now().getTime() / stepMs);
    used = Math.max(current, used + 1);
    // One early is accepted.
    if (used > current + 1) turn({ minutes: (used - current - 1) / 2 });
    return totpCodeAt(secret, new Date(used * stepMs));
  };
}
