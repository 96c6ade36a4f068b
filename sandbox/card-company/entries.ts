import { randomBytes, randomInt } from 'node:crypto';
import type { Change, EventRow } from './books.ts';

/** A new id in the card company's manner: `cs_test_…`, `pi_…`. 128 random bits, because a session's id opens its page. */
export function newId(prefix: 'cs_test' | 'pi' | 'ch' | 're' | 'evt' | 'req'): string {
  return `${prefix}_${randomBytes(16).toString('hex')}`;
}

/** The one-time code of a 3-D Secure page: six digits. */
export function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0');
}

export function secondsOf(moment: Date): number {
  return Math.floor(moment.getTime() / 1000);
}

/** An event and its delivery, to be written with the change that it tells of. */
export function eventEntries(type: EventType, object: object, now: Date): Change[] {
  const event: EventRow = { id: newId('evt'), created: secondsOf(now), type, object };
  return [
    { put: 'event', row: event },
    { put: 'delivery', row: { id: event.id, state: 'waiting', attempts: 0, lastOutcome: null } },
  ];
}

export type EventType =
  | 'checkout.session.completed'
  | 'checkout.session.expired'
  | 'payment_intent.payment_failed'
  | 'charge.refunded';
