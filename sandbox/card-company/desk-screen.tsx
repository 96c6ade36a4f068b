import { type Context, Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { type Lang, langOf, sendPage, shownTime, shownYen } from '../page-frame.tsx';
import type { Books } from './books.ts';
import { type DeskWords, deskWords } from './desk-words.ts';
import { type Faults, faultInput, faultKinds } from './faults.ts';
import { TestCardTable } from './hosted-pages.tsx';
import { hostedWords } from './hosted-words.ts';
import { findIntent } from './pay.ts';

export type DeskOptions = { books: Books; faults: Faults; webhookUrl: () => string | undefined; release: () => void };

/** How many lines a list of the desk shows. */
const listed = 50;

/**
 * The card company's desk at `/sandbox`: what it has on its books, and faults on demand.
 * `POST /sandbox/faults` takes the page's form or JSON (`{"kind": "lose_webhooks", "times": 2}`), `POST
 * /sandbox/faults/clear` ends them all.
 */
export function deskScreen(options: DeskOptions): Hono {
  const { faults } = options;
  const app = new Hono();
  app.get('/', (c) => deskPage(c, options));

  app.get('/faults', (c) => c.json({ planned: faults.planned() }));
  app.post('/faults', async (c) => {
    const asJson = isJson(c);
    const read = faultInput.safeParse(asJson ? await jsonBody(c) : await c.req.parseBody());
    if (!read.success) {
      const words = deskWords(langOf(c));
      return asJson
        ? c.json({ error: { ja: deskWords('ja').badFault, en: deskWords('en').badFault, kinds: faultKinds } }, 422)
        : deskPage(c, options, words.badFault);
    }
    faults.plan(read.data);
    return asJson ? c.json({ planned: faults.planned() }) : c.redirect('/sandbox', 303);
  });
  app.post('/faults/clear', (c) => {
    faults.clear();
    options.release();
    return isJson(c) ? c.json({ planned: faults.planned() }) : c.redirect('/sandbox', 303);
  });
  return app;
}

function isJson(c: Context): boolean {
  return (c.req.header('content-type') ?? '').startsWith('application/json');
}

/** The JSON that was sent; undefined, which no schema here takes, when it is none. */
async function jsonBody(c: Context): Promise<unknown> {
  try {
    return await c.req.json();
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function deskPage(c: Context, options: DeskOptions, problem?: string): Response {
  const lang = langOf(c);
  const words = deskWords(lang);
  return sendPage(c, {
    lang,
    title: words.title,
    banner: words.banner,
    status: problem === undefined ? 200 : 422,
    body: (
      <>
        <h1>{words.title}</h1>
        <p>{words.intro}</p>
        <p>
          {words.endpoint}: {options.webhookUrl() ?? words.noEndpoint}
        </p>
        <FaultsPart words={words} faults={options.faults} problem={problem} />
        <SessionsPart lang={lang} words={words} books={options.books} />
        <ChargesPart lang={lang} words={words} books={options.books} />
        <EventsPart lang={lang} words={words} books={options.books} />
        <TestCardTable words={hostedWords(lang)} />
      </>
    ),
  });
}

function FaultsPart({ words, faults, problem }: { words: DeskWords; faults: Faults; problem: string | undefined }) {
  const planned = faults.planned();
  return (
    <section>
      <h2>{words.faults}</h2>
      {problem === undefined ? null : (
        <p class="alert" role="alert">
          {problem}
        </p>
      )}
      <form method="post" action="/sandbox/faults">
        <div class="field">
          <label for="kind">{words.kind}</label>
          <select id="kind" name="kind">
            {faultKinds.map((kind) => (
              <option value={kind}>{words.kinds[kind]}</option>
            ))}
          </select>
        </div>
        <div class="pair">
          <div class="field">
            <label for="times">{words.times}</label>
            <input id="times" name="times" inputmode="numeric" value="1" />
          </div>
          <div class="field">
            <label for="ms">{words.ms}</label>
            <input id="ms" name="ms" inputmode="numeric" value="1000" />
          </div>
        </div>
        <button type="submit">{words.plan}</button>
      </form>
      <h2>{words.planned}</h2>
      {planned.length === 0 ? <p>{words.nonePlanned}</p> : null}
      <ul>
        {planned.map((fault) => (
          <li>
            {words.kinds[fault.kind]} × {fault.times}
          </li>
        ))}
      </ul>
      <form method="post" action="/sandbox/faults/clear">
        <button class="plain" type="submit">
          {words.clear}
        </button>
      </form>
    </section>
  );
}

type Part = { lang: Lang; words: DeskWords; books: Books };

function SessionsPart({ lang, words, books }: Part) {
  const rows = [...books.session.values()].reverse();
  return (
    <List
      words={words}
      caption={words.sessions}
      heads={[words.time, words.state, words.amount, words.what, words.id]}
      rows={rows.map((session) => [
        shownTime(lang, momentOf(session.created)),
        stateOf(books, session.id),
        shownYen(lang, session.amountYen),
        session.description,
        session.status === 'open' ? <a href={`/pay/${session.id}`}>{session.id}</a> : session.id,
      ])}
    />
  );
}

function ChargesPart({ lang, words, books }: Part) {
  const rows = [...books.charge.values()].reverse();
  return (
    <List
      words={words}
      caption={words.charges}
      heads={[words.time, words.amount, words.refunded, words.card, words.id]}
      rows={rows.map((charge) => [
        shownTime(lang, momentOf(charge.created)),
        shownYen(lang, charge.amountYen),
        shownYen(lang, charge.refundedYen),
        `${charge.card.brand} …${charge.card.last4}`,
        charge.id,
      ])}
    />
  );
}

function EventsPart({ lang, words, books }: Part) {
  const rows = [...books.event.values()].reverse();
  return (
    <List
      words={words}
      caption={words.events}
      heads={[words.time, words.what, words.state, words.attempts, words.id]}
      rows={rows.map((event) => {
        const delivery = books.delivery.get(event.id);
        return [
          shownTime(lang, momentOf(event.created)),
          event.type,
          delivery === undefined ? '' : words.deliveries[delivery.state],
          delivery === undefined ? '' : `${delivery.attempts} ${delivery.lastOutcome ?? ''}`,
          event.id,
        ];
      })}
    />
  );
}

function List(list: { words: DeskWords; caption: string; heads: string[]; rows: Child[][] }) {
  return (
    <section class="scroll">
      <h2>{list.caption}</h2>
      {list.rows.length === 0 ? <p>{list.words.none}</p> : null}
      {list.rows.length > listed ? <p>{list.words.onlyNewest(listed)}</p> : null}
      <table class="list">
        <thead>
          <tr>
            {list.heads.map((head) => (
              <th scope="col">{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {list.rows.slice(0, listed).map((row) => (
            <tr>
              {row.map((cell) => (
                <td>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The session's state, with the code of why its last card was not charged. */
function stateOf(books: Books, sessionId: string): string {
  const status = books.session.get(sessionId)?.status ?? '';
  return [status, findIntent(books, sessionId)?.lastError?.code ?? ''].filter((word) => word !== '').join(', ');
}

function momentOf(seconds: number): Date {
  return new Date(seconds * 1000);
}
