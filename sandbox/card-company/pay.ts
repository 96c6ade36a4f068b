import type { Books, CardSeen, Change, ChargeRow, IntentRow, SessionRow } from './books.ts';
import { eventEntries, newCode, newId, secondsOf } from './entries.ts';
import type { TestCard } from './test-cards.ts';
import { expandNothing, intentView, sessionView } from './views.ts';

/** Where a payer stands after a step. */
export type PayStep = 'charged' | 'challenge' | 'declined' | 'wrong_code' | 'stale';
type At = { books: Books; publicUrl: string; now: Date };

const codeTries = 3;

/** The payment behind a session, as the books stand now; there is none before a card was sent. */
export function findIntent(books: Books, sessionId: string): IntentRow | undefined {
  const intentId = books.session.get(sessionId)?.intentId;
  return intentId ? books.intent.get(intentId) : undefined;
}

/**
 * Takes a card for an open session: charges it, asks its issuer's 3-D Secure page first, or declines.
 * `formNumber` is the number that the form carried: a form sent twice is `stale` the second time, and does nothing.
 */
export function sendCard(at: At, session: SessionRow, card: TestCard, formNumber: number): PayStep {
  const before = findIntent(at.books, session.id) ?? newIntent(session, at.now);
  if (session.status !== 'open' || formNumber !== before.cardsSent) return 'stale';
  const intent: IntentRow = { ...before, cardsSent: before.cardsSent + 1, challenge: null };
  const linked: SessionRow = { ...session, intentId: intent.id };
  const seen: CardSeen = { test: card.behaviour, brand: card.brand, last4: card.number.slice(-4) };
  switch (card.behaviour) {
    case 'frictionless':
      return charge(at, linked, intent, seen);
    case 'approved':
    case 'authentication_failed':
      return linked.threeDSecure === 'automatic' ? charge(at, linked, intent, seen) : ask(at, linked, intent, seen);
    default:
      return decline(at, linked, intent, card.behaviour);
  }
}

/** Takes the answer of the 3-D Secure page: a code, or a no (`undefined`). Three wrong codes are a no. */
export function answerChallenge(at: At, session: SessionRow, formNumber: number, code: string | undefined): PayStep {
  const intent = findIntent(at.books, session.id);
  const challenge = intent?.challenge;
  if (session.status !== 'open' || !intent || !challenge || formNumber !== intent.cardsSent) return 'stale';
  if (code === undefined || challenge.card.test === 'authentication_failed') {
    return decline(at, session, intent, 'authentication_failed');
  }
  if (code === challenge.code) return charge(at, session, intent, challenge.card);
  const wrongCodes = challenge.wrongCodes + 1;
  if (wrongCodes >= codeTries) return decline(at, session, intent, 'authentication_failed');
  at.books.write([{ put: 'intent', row: { ...intent, challenge: { ...challenge, wrongCodes } } }]);
  return 'wrong_code';
}

function newIntent(session: SessionRow, now: Date): IntentRow {
  return {
    id: newId('pi'),
    created: secondsOf(now),
    sessionId: session.id,
    amountYen: session.amountYen,
    metadata: session.intentMetadata,
    status: 'requires_payment_method',
    cardsSent: 0,
    challenge: null,
    lastError: null,
    chargeId: null,
  };
}

function ask(at: At, session: SessionRow, intent: IntentRow, card: CardSeen): PayStep {
  const challenge = { code: newCode(), wrongCodes: 0, card };
  at.books.write([
    { put: 'session', row: session },
    { put: 'intent', row: { ...intent, status: 'requires_action', lastError: null, challenge } },
  ]);
  return 'challenge';
}

function charge(at: At, session: SessionRow, intent: IntentRow, card: CardSeen): PayStep {
  const charged: ChargeRow = {
    id: newId('ch'),
    created: secondsOf(at.now),
    intentId: intent.id,
    amountYen: intent.amountYen,
    refundedYen: 0,
    card,
    metadata: intent.metadata,
  };
  const complete: SessionRow = { ...session, status: 'complete' };
  const paid: IntentRow = { ...intent, status: 'succeeded', challenge: null, lastError: null, chargeId: charged.id };
  const view = sessionView(complete, at.publicUrl, expandNothing, at.books);
  at.books.write([
    { put: 'session', row: complete },
    { put: 'intent', row: paid },
    { put: 'charge', row: charged },
    ...eventEntries('checkout.session.completed', view, at.now),
  ]);
  return 'charged';
}

type Decline = Exclude<TestCard['behaviour'], 'approved' | 'frictionless'>;

/** The error that the API shows for each reason, in Stripe's codes. */
const declineErrors: Record<Decline, IntentRow['lastError']> = {
  generic_decline: { code: 'card_declined', declineCode: 'generic_decline', message: 'Your card was declined.' },
  insufficient_funds: {
    code: 'card_declined',
    declineCode: 'insufficient_funds',
    message: 'Your card has insufficient funds.',
  },
  expired_card: { code: 'expired_card', declineCode: 'expired_card', message: 'Your card has expired.' },
  incorrect_cvc: {
    code: 'incorrect_cvc',
    declineCode: 'incorrect_cvc',
    message: "Your card's security code is incorrect.",
  },
  prepaid_not_accepted: {
    code: 'card_declined',
    declineCode: 'card_not_supported',
    message: 'The merchant does not accept prepaid cards.',
  },
  authentication_failed: {
    code: 'payment_intent_authentication_failure',
    declineCode: null,
    message: 'The provided payment method has failed authentication.',
  },
};

function decline(at: At, session: SessionRow, intent: IntentRow, reason: Decline): PayStep {
  const declined: IntentRow = {
    ...intent,
    status: 'requires_payment_method',
    challenge: null,
    lastError: declineErrors[reason],
  };
  const changes: Change[] = [
    { put: 'session', row: session },
    { put: 'intent', row: declined },
    ...eventEntries('payment_intent.payment_failed', intentView(declined, expandNothing, at.books), at.now),
  ];
  at.books.write(changes);
  return 'declined';
}
