import { createHmac } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Books, DeliveryRow, EventRow } from './books.ts';
import { secondsOf } from './entries.ts';
import type { Faults } from './faults.ts';
import { eventView } from './views.ts';

/** How long to wait, in milliseconds, before each repeat of a webhook that was not taken; after the last it is given up. */
export const usualRetries: readonly number[] = [1_000, 5_000, 30_000, 120_000, 600_000, 3_600_000];
const answerWithinMs = 5_000;

export type Webhooks = {
  /** Where to send from now on. What waits is sent there, too. */
  setUrl(url: string): void;
  /** Sends what a `reorder_webhooks` fault still holds. */
  release(): void;
  /** Stops sending; what is not delivered goes on at the next start. */
  close(): Promise<void>;
};

type Options = {
  books: Books;
  faults: Faults;
  url: string | undefined;
  secret: string;
  clock: () => Date;
  retrySchedule: readonly number[];
};

/** Sends every event of the books to the endpoint, signed, each on its own way, until it is taken or given up. */
export function startWebhooks(options: Options): Webhooks {
  const { books, faults } = options;
  const closing = new AbortController();
  const under = new Set<Promise<void>>();
  let url = options.url;
  let held: EventRow[] = [];

  /** `work` runs on its own; it ends early when we close, and any other error is a bug that must be seen. */
  function start(work: () => Promise<void>): void {
    const task = work().catch((error: unknown) => {
      if (!closing.signal.aborted) throw error;
    });
    under.add(task);
    void task.finally(() => under.delete(task));
  }

  async function deliver(event: EventRow): Promise<void> {
    for (const wait of [0, ...options.retrySchedule]) {
      await pause(wait, undefined, { signal: closing.signal });
      if (await taken(event)) return;
    }
    note(books, event.id, 'given_up');
  }

  async function taken(event: EventRow): Promise<boolean> {
    const outcome = await post(event);
    const ok = /^2\d\d$/.test(outcome);
    note(books, event.id, ok ? 'delivered' : 'waiting', outcome);
    return ok;
  }

  async function post(event: EventRow): Promise<string> {
    if (url === undefined) return 'no endpoint';
    const body = JSON.stringify(eventView(event));
    try {
      const answer = await fetch(url, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json; charset=utf-8',
          'Stripe-Signature': signatureHeader(body, options.secret, options.clock()),
        },
        body,
        redirect: 'manual',
        signal: AbortSignal.any([closing.signal, AbortSignal.timeout(answerWithinMs)]),
      });
      await answer.body?.cancel();
      return String(answer.status);
    } catch (error) {
      if (closing.signal.aborted) throw error;
      return reasonOf(error);
    }
  }

  function release(): void {
    const reversed = held.toReversed();
    held = [];
    // One after the other, each at least tried once before the next: else the order would be chance.
    start(async () => {
      for (const event of reversed) {
        if (!(await taken(event))) start(() => deliver(event));
      }
    });
  }

  function send(event: EventRow): void {
    const strike = faults.strikeWebhook();
    switch (strike?.kind) {
      case 'lose_webhooks':
        note(books, event.id, 'lost');
        break;
      case 'delay_webhooks':
        start(async () => {
          await pause(strike.ms, undefined, { signal: closing.signal });
          await deliver(event);
        });
        break;
      case 'double_webhooks':
        start(() => deliver(event));
        start(() => deliver(event));
        break;
      case 'reorder_webhooks':
        held = [...held, event];
        if (strike.last) release();
        break;
      default:
        start(() => deliver(event));
    }
  }

  function resume(): void {
    for (const delivery of books.delivery.values()) {
      const event = books.event.get(delivery.id);
      if (delivery.state === 'waiting' && event !== undefined) start(() => deliver(event));
    }
  }

  if (url !== undefined) resume();
  books.onEvent((event) => {
    if (url !== undefined) send(event);
  });
  return {
    setUrl(next) {
      const first = url === undefined;
      url = next;
      if (first) resume();
    },
    release,
    async close() {
      closing.abort();
      await Promise.all(under);
    },
  };
}

/** `t=<seconds>,v1=<HMAC-SHA-256 of "t.body">`, as Stripe signs: the moment is signed too, so that a replay shows. */
export function signatureHeader(body: string, secret: string, now: Date): string {
  const seconds = secondsOf(now);
  const signature = createHmac('sha256', secret).update(`${seconds}.${body}`, 'utf8').digest('hex');
  return `t=${seconds},v1=${signature}`;
}

function note(books: Books, eventId: string, state: DeliveryRow['state'], outcome?: string): void {
  const before = books.delivery.get(eventId);
  // A doubled event that was taken once stays delivered whatever becomes of its double.
  const settled = before?.state === 'delivered' ? 'delivered' : state;
  books.write([
    {
      put: 'delivery',
      row: {
        id: eventId,
        state: settled,
        attempts: (before?.attempts ?? 0) + (outcome === undefined ? 0 : 1),
        lastOutcome: outcome ?? before?.lastOutcome ?? null,
      },
    },
  ]);
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return cause instanceof Error ? cause.message : String(cause);
}
