import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import { type Lang, sendPage, shownYen } from '../page-frame.tsx';
import type { IntentRow, SessionRow } from './books.ts';
import type { CardField, CardKept, CardProblems } from './card-form.ts';
import { type HostedWords, hostedWords } from './hosted-words.ts';
import { type Behaviour, testCards } from './test-cards.ts';

export type Shown = { lang: Lang; session: SessionRow };
export type Challenged = IntentRow & { challenge: NonNullable<IntentRow['challenge']> };

/** The page that asks for a card: empty, or again with what is wrong and what may be kept. */
export function cardPage(
  c: Context,
  shown: Shown,
  more: { formNumber: number; kept?: CardKept; problems?: CardProblems; failure?: string },
): Response {
  const { lang, session } = shown;
  const words = hostedWords(lang);
  const problems = more.problems ?? {};
  const wrong = Object.keys(problems).length > 0 || more.failure !== undefined;
  return sendPage(c, {
    lang,
    title: `${wrong ? words.invalidTitle : ''}${words.title}`,
    banner: words.banner,
    formTargets: returnOrigins(session),
    status: more.kept === undefined ? 200 : 422,
    body: (
      <>
        <h1>{words.title}</h1>
        <Alert words={words} problems={problems} failure={more.failure} />
        <Amount lang={lang} words={words} session={session} />
        <form method="post" action={`/pay/${session.id}/card`} novalidate>
          <input type="hidden" name="form_number" value={String(more.formNumber)} />
          <Field name="number" label={words.number} help={words.numberHelp} problem={problems.number} numeric />
          <div class="pair">
            <Field
              name="expiry"
              label={words.expiry}
              help={words.expiryHelp}
              problem={problems.expiry}
              value={more.kept?.expiry}
            />
            <Field name="cvc" label={words.cvc} help={words.cvcHelp} problem={problems.cvc} numeric />
          </div>
          <Field name="name" label={words.name} help={words.nameHelp} problem={problems.name} value={more.kept?.name} />
          <button class="wide" type="submit">
            {words.pay(shownYen(lang, session.amountYen))}
          </button>
        </form>
        {session.cancelUrl === null ? null : (
          <p>
            <a href={session.cancelUrl}>{words.cancel}</a>
          </p>
        )}
        <TestCardTable words={words} />
      </>
    ),
  });
}

/** The card issuer's page (3-D Secure): the one-time code, and a no. */
export function securePage(c: Context, shown: Shown, intent: Challenged, wrongCode: boolean): Response {
  const { lang, session } = shown;
  const words = hostedWords(lang);
  return sendPage(c, {
    lang,
    title: `${wrongCode ? words.invalidTitle : ''}${words.secureTitle}`,
    banner: words.banner,
    formTargets: returnOrigins(session),
    status: wrongCode ? 422 : 200,
    body: (
      <>
        <h1>{words.secureTitle}</h1>
        <Amount lang={lang} words={words} session={session} />
        <p>{words.secureIntro(intent.challenge.card.last4)}</p>
        <p>{words.secureCode}</p>
        <p class="code">{intent.challenge.code}</p>
        <form method="post" action={`/pay/${session.id}/secure`} novalidate>
          <input type="hidden" name="form_number" value={String(intent.cardsSent)} />
          <Field name="code" label={words.code} problem={wrongCode ? words.wrongCode : undefined} numeric />
          <div class="choices">
            <button type="submit" name="answer" value="approve">
              {words.approve}
            </button>
            <button class="plain" type="submit" name="answer" value="deny">
              {words.deny}
            </button>
          </div>
        </form>
      </>
    ),
  });
}

/** The page of a session whose time is over. */
export function closedPage(c: Context, { lang, session }: Shown): Response {
  const words = hostedWords(lang);
  return notePage(c, {
    lang,
    status: 410,
    title: words.expiredTitle,
    text: words.expiredMore,
    back: session.cancelUrl,
  });
}

export function unknownPage(c: Context, lang: Lang): Response {
  const words = hostedWords(lang);
  return notePage(c, { lang, status: 404, title: words.unknownTitle, text: words.unknownMore, back: null });
}

function notePage(
  c: Context,
  note: { lang: Lang; status: 404 | 410; title: string; text: string; back: string | null },
): Response {
  const words = hostedWords(note.lang);
  return sendPage(c, {
    lang: note.lang,
    title: note.title,
    banner: words.banner,
    status: note.status,
    body: (
      <>
        <h1>{note.title}</h1>
        <p>{note.text}</p>
        {note.back === null ? null : (
          <p>
            <a href={note.back}>{words.back}</a>
          </p>
        )}
      </>
    ),
  });
}

function returnOrigins(session: SessionRow): string[] {
  const targets = [session.successUrl, session.cancelUrl].filter((url) => url !== null);
  return [...new Set(targets.map((url) => new URL(url).origin))];
}

function Amount({ lang, words, session }: { lang: Lang; words: HostedWords; session: SessionRow }) {
  return (
    <>
      <p class="amount">{shownYen(lang, session.amountYen)}</p>
      <p>
        <span class="quiet">{words.payTo}</span> {session.description}
      </p>
    </>
  );
}

function Alert(given: { words: HostedWords; problems: CardProblems; failure: string | undefined }) {
  const { words, failure } = given;
  const problems = Object.entries(given.problems);
  if (problems.length === 0 && failure === undefined) return null;
  return (
    <section class="alert" role="alert">
      <h2>{failure === undefined ? words.checkInput : words.notCharged}</h2>
      {failure === undefined ? null : <p>{failure}</p>}
      {problems.length === 0 ? null : (
        <ul>
          {problems.map(([field, problem]) => (
            <li>
              <a href={`#${field}`}>{problem}</a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Field(field: {
  name: CardField | 'code';
  label: string;
  help?: string;
  problem?: string | undefined;
  value?: string | undefined;
  numeric?: boolean;
}) {
  const { name, problem } = field;
  const described = [field.help === undefined ? '' : `${name}-help`, problem === undefined ? '' : `${name}-problem`];
  const describedBy = described.filter((id) => id !== '').join(' ');
  return (
    <div class="field">
      <label for={name}>{field.label}</label>
      {field.help === undefined ? null : (
        <p class="quiet" id={`${name}-help`}>
          {field.help}
        </p>
      )}
      <input
        id={name}
        name={name}
        value={field.value ?? ''}
        // A browser must not offer the payer's real card to a sandbox.
        autocomplete="off"
        inputmode={field.numeric ? 'numeric' : 'text'}
        maxlength={100}
        aria-invalid={problem === undefined ? undefined : 'true'}
        aria-describedby={describedBy === '' ? undefined : describedBy}
      />
      {problem === undefined ? null : (
        <p class="wrong" id={`${name}-problem`}>
          {problem}
        </p>
      )}
    </div>
  );
}

/** The test cards with what each of them does. */
export function TestCardTable({ words }: { words: HostedWords }): Child {
  return (
    <div class="scroll">
      <table>
        <caption>{words.testCards}</caption>
        <thead>
          <tr>
            <th scope="col">{words.number}</th>
            <th scope="col">{words.outcome}</th>
          </tr>
        </thead>
        <tbody>
          {testCards.map((card) => (
            <tr>
              <td class="number">{card.number.replace(/(\d{4})(?=\d)/g, '$1 ')}</td>
              <td>{words.outcomes[card.behaviour satisfies Behaviour]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
