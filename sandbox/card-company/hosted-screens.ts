import { type Context, Hono } from 'hono';
import { type Lang, langOf } from '../page-frame.tsx';
import type { Books, IntentRow } from './books.ts';
import { asText, readCardForm, readFormNumber } from './card-form.ts';
import { type Challenged, cardPage, closedPage, type Shown, securePage, unknownPage } from './hosted-pages.tsx';
import { type HostedWords, hostedWords } from './hosted-words.ts';
import { answerChallenge, findIntent, sendCard } from './pay.ts';

export type HostedOptions = { books: Books; publicUrl: () => string; clock: () => Date };

/** The pages on which a payer types a card and confirms who he is; both work without script. */
export function hostedScreens({ books, publicUrl, clock }: HostedOptions): Hono {
  const app = new Hono();
  const at = () => ({ books, publicUrl: publicUrl(), now: clock() });

  app.get('/:id', (c) => withOpenSession(c, books, (shown) => cardPage(c, shown, cardFormNow(books, shown))));

  app.post('/:id/card', async (c) => {
    const form = await c.req.parseBody();
    return withOpenSession(c, books, (shown) => {
      const words = hostedWords(shown.lang);
      const read = readCardForm(form, words, clock());
      if (!read.ok) {
        const { formNumber } = cardFormNow(books, shown);
        return cardPage(c, shown, { formNumber, kept: read.kept, problems: read.problems });
      }
      const step = sendCard(at(), shown.session, read.card, read.formNumber);
      if (step === 'declined') return cardPage(c, shown, { ...cardFormNow(books, shown), kept: read.kept });
      return c.redirect(placeNow(books, shown.session.id), 303);
    });
  });

  app.get('/:id/secure', (c) =>
    withOpenSession(c, books, (shown) => {
      const intent = challenged(books, shown.session.id);
      return intent === undefined ? c.redirect(`/pay/${shown.session.id}`, 303) : securePage(c, shown, intent, false);
    }),
  );

  app.post('/:id/secure', async (c) => {
    const form = await c.req.parseBody();
    return withOpenSession(c, books, (shown) => {
      const code = form['answer'] === 'deny' ? undefined : asText(form['code']).normalize('NFKC').replace(/\s/g, '');
      const step = answerChallenge(at(), shown.session, readFormNumber(form), code);
      const intent = challenged(books, shown.session.id);
      if (step === 'wrong_code' && intent !== undefined) return securePage(c, shown, intent, true);
      return c.redirect(placeNow(books, shown.session.id), 303);
    });
  });

  return app;
}

/** Shows the page when the session is open, else sends the payer where he belongs: back to the shop once he has paid. */
function withOpenSession(c: Context, books: Books, page: (shown: Shown) => Response): Response {
  const session = books.session.get(c.req.param('id') ?? '');
  if (session === undefined) return unknownPage(c, langOf(c));
  const lang: Lang = session.locale === 'auto' ? langOf(c) : session.locale;
  if (session.status === 'expired') return closedPage(c, { lang, session });
  if (session.status === 'complete') return c.redirect(placeNow(books, session.id), 303);
  return page({ lang, session });
}

/** The address at which a payer goes on after a form, as the books stand now. */
function placeNow(books: Books, sessionId: string): string {
  const session = books.session.get(sessionId);
  if (session === undefined) throw new Error(`session ${sessionId} was here a moment ago`);
  if (session.status === 'complete') return session.successUrl.replaceAll('{CHECKOUT_SESSION_ID}', session.id);
  return challenged(books, session.id) === undefined ? `/pay/${session.id}` : `/pay/${session.id}/secure`;
}

/** The payment as the books stand now, when its card's issuer waits for an answer. */
function challenged(books: Books, sessionId: string): Challenged | undefined {
  const intent = findIntent(books, sessionId);
  return intent?.challenge ? { ...intent, challenge: intent.challenge } : undefined;
}

/** The card form as it is due now: its number, and why the last card was not charged. */
function cardFormNow(books: Books, { session, lang }: Shown): { formNumber: number; failure?: string } {
  const intent = findIntent(books, session.id);
  const failure = intent?.lastError;
  return {
    formNumber: intent?.cardsSent ?? 0,
    ...(failure ? { failure: failureWords(hostedWords(lang), failure) } : {}),
  };
}

/** Why nothing was charged, and what to try: a wrong code is typed again, any other refusal asks for another card. */
function failureWords(words: HostedWords, error: NonNullable<IntentRow['lastError']>): string {
  const known: Record<string, string> = {
    generic_decline: words.outcomes.generic_decline,
    insufficient_funds: words.outcomes.insufficient_funds,
    expired_card: words.outcomes.expired_card,
    incorrect_cvc: words.outcomes.incorrect_cvc,
    card_not_supported: words.outcomes.prepaid_not_accepted,
    payment_intent_authentication_failure: words.outcomes.authentication_failed,
  };
  const code = error.declineCode ?? error.code;
  const reason = known[code] ?? words.otherFailure;
  return code === 'incorrect_cvc' ? words.notChargedAgain(reason) : words.notChargedMore(reason);
}
