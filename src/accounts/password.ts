import { hash, verify } from '@node-rs/argon2';
import { places } from '../lib/places.ts';
import { Refusal } from '../lib/refusal.ts';

// OWASP's floor for argon2id with one pass: 46 MiB. One hash takes about 40 ms of a core.
const cost = { memoryCost: 47_104, timeCost: 1, parallelism: 1 } as const;

/** At once, and waiting: more would only make everybody wait; the next is told to come again. */
const take = places({ atOnce: 2, waiting: 40 });

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = take(work);
  if (turn === undefined) throw new Refusal('too_many', { retryAfterSeconds: 5 });
  return turn;
}

/** Unicode's NFC first: the same password typed on another keyboard is the same bytes. */
const prepared = (password: string): string => password.normalize('NFC');

/** What is stored of a password. Refuses `too_many` when too many are waiting. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(prepared(password), cost));
}

export function passwordMatches(stored: string, typed: string): Promise<boolean> {
  return inTurn(() => verify(stored, prepared(typed)));
}

let nobody: Promise<string> | undefined;

/** Takes as long as a real comparison: an unknown ID must not answer faster than a wrong password. */
export async function compareWithNobody(typed: string): Promise<false> {
  nobody ??= hashPassword('nobody has this password');
  await passwordMatches(await nobody, typed);
  return false;
}
