import { join } from 'node:path';
import { openJournal } from '../journal.ts';

/** What the card company keeps. Amounts in yen, moments in seconds since 1970, as in its API. No card number, ever. */
export type SessionRow = {
  id: string;
  created: number;
  expiresAt: number;
  status: 'open' | 'complete' | 'expired';
  amountYen: number;
  description: string;
  clientReferenceId: string | null;
  metadata: Metadata;
  intentMetadata: Metadata;
  successUrl: string;
  cancelUrl: string | null;
  locale: 'ja' | 'en' | 'auto';
  threeDSecure: 'any' | 'automatic' | 'challenge';
  intentId: string | null;
};
export type Metadata = Record<string, string>;

export type IntentRow = {
  id: string;
  created: number;
  sessionId: string;
  amountYen: number;
  metadata: Metadata;
  status: 'requires_payment_method' | 'requires_action' | 'succeeded' | 'canceled';
  /** How many cards were sent: a form that was shown before the last of them is stale. */
  cardsSent: number;
  challenge: { code: string; wrongCodes: number; card: CardSeen } | null;
  lastError: { code: string; declineCode: string | null; message: string } | null;
  chargeId: string | null;
};
/** All that is left of a card once the form is read: `test` names the line of `testCards` that it is. */
export type CardSeen = { test: string; brand: string; last4: string };

export type ChargeRow = {
  id: string;
  created: number;
  intentId: string;
  amountYen: number;
  refundedYen: number;
  card: CardSeen;
  metadata: Metadata;
};
export type RefundRow = {
  id: string;
  created: number;
  chargeId: string;
  intentId: string;
  amountYen: number;
  reason: string | null;
  metadata: Metadata;
};
export type EventRow = { id: string; created: number; type: string; object: object };
export type DeliveryRow = {
  /** The event's. */
  id: string;
  state: 'waiting' | 'delivered' | 'given_up' | 'lost';
  attempts: number;
  lastOutcome: string | null;
};
/** An answer kept under its idempotency key, to be given again. */
export type AnswerRow = { id: string; created: number; fingerprint: string; status: number; body: string };

type Tables = {
  session: SessionRow;
  intent: IntentRow;
  charge: ChargeRow;
  refund: RefundRow;
  event: EventRow;
  delivery: DeliveryRow;
  answer: AnswerRow;
};
export type Change<T extends keyof Tables = keyof Tables> = { [K in T]: { put: K; row: Tables[K] } }[T];

export type Books = {
  readonly [T in keyof Tables]: ReadonlyMap<string, Tables[T]>;
} & {
  /** Writes the changes together or not at all; they are on disk when this returns. */
  write(changes: readonly Change[]): void;
  /** Told of each new event once it is on disk. */
  onEvent(listener: (event: EventRow) => void): void;
  close(): void;
};

/** Opens the books of one card company in `folder`, with all that was written before. */
export function openBooks(folder: string): Books {
  const tables: { [T in keyof Tables]: Map<string, Tables[T]> } = {
    session: new Map(),
    intent: new Map(),
    charge: new Map(),
    refund: new Map(),
    event: new Map(),
    delivery: new Map(),
    answer: new Map(),
  };
  function put<T extends keyof Tables>(change: Change<T>): void {
    tables[change.put].set(change.row.id, change.row);
  }
  const journal = openJournal<readonly Change[]>(join(folder, 'card-company.jsonl'), (changes) => changes.forEach(put));
  const listeners: ((event: EventRow) => void)[] = [];
  return {
    ...tables,
    write(changes) {
      if (changes.length === 0) return;
      journal.append(changes);
      changes.forEach(put);
      for (const change of changes) {
        if (change.put === 'event') for (const listener of listeners) listener(change.row);
      }
    },
    onEvent(listener) {
      listeners.push(listener);
    },
    close() {
      journal.close();
    },
  };
}
