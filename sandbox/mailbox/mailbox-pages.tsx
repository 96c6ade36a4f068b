import { type Context, Hono } from 'hono';
import { type AuthenticatorEntry, authenticatorPage } from '../authenticator/authenticator-page.tsx';
import { frameFile, type Lang, langOf, sendPage, shownTime } from '../page-frame.tsx';
import type { MailShelf, StoredMail } from './mail-shelf.ts';
import { textPieces } from './text-links.ts';

const ja = {
  banner: '試験用の郵便受け: メールはここより外へは届きません',
  title: '郵便受け',
  filter: '宛先のメールアドレス',
  show: '絞り込む',
  all: 'すべての宛先を表示',
  none: 'メールはまだありません。',
  noneFor: (to: string) => `${to} 宛てのメールはまだありません。`,
  count: (total: number) => `${total}通(新しい順)`,
  received: '受信日時',
  from: '差出人',
  to: '宛先',
  subject: '件名',
  noSubject: '(件名なし)',
  newer: '新しいメール',
  older: '古いメール',
  back: '一覧に戻る',
  missing: 'このメールはありません',
  otherLang: 'English',
};
const en: typeof ja = {
  banner: 'Sandbox mailbox: no mail goes further than this',
  title: 'Mailbox',
  filter: 'Mail address of the recipient',
  show: 'Show',
  all: 'Show all recipients',
  none: 'No mail yet.',
  noneFor: (to) => `No mail to ${to} yet.`,
  count: (total) => `${total} ${total === 1 ? 'mail' : 'mails'}, newest first`,
  received: 'Received',
  from: 'From',
  to: 'To',
  subject: 'Subject',
  noSubject: '(no subject)',
  newer: 'Newer mails',
  older: 'Older mails',
  back: 'Back to the list',
  missing: 'There is no such mail',
  otherLang: '日本語',
};
const words = (lang: Lang) => ({ ja, en })[lang];

const pageSize = 50;

/** The authenticator that stands beside the mailbox. */
export type Beside = { entries: () => readonly AuthenticatorEntry[]; clock: () => Date };

/** The mailbox's pages, `GET /api/mails?to=&page=` for tests, and `/authenticator`. */
export function mailboxPages(shelf: MailShelf, beside?: Beside): Hono {
  const app = new Hono();
  if (beside) app.get('/authenticator', (c) => authenticatorPage(c, beside.entries(), beside.clock()));
  app.get('/', (c) => listPage(c, shelf));
  app.get('/mails/:id', (c) => mailPage(c, shelf.find(c.req.param('id'))));
  app.get('/api/mails', (c) => {
    c.header('Cache-Control', 'no-store');
    return c.json(shelf.list({ to: addressOf(c), page: pageOf(c), size: pageSize }));
  });
  app.get('*', (c) => frameFile(c.req.path) ?? c.notFound());
  return app;
}

function addressOf(c: Context): string | undefined {
  const to = c.req.query('to')?.trim();
  return to === '' ? undefined : to;
}

function pageOf(c: Context): number {
  const asked = c.req.query('page') ?? '1';
  return /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 1;
}

function listPage(c: Context, shelf: MailShelf): Response {
  const lang = langOf(c);
  const w = words(lang);
  const to = addressOf(c);
  const page = pageOf(c);
  const { mails, total } = shelf.list({ to, page, size: pageSize });
  const link = (number: number, inLang: Lang) =>
    `/?${new URLSearchParams({ ...(to === undefined ? {} : { to }), page: String(number), lang: inLang })}`;
  const pageLink = (number: number) => link(number, lang);
  const other: Lang = lang === 'ja' ? 'en' : 'ja';
  return sendPage(c, {
    lang,
    title: w.title,
    banner: w.banner,
    body: (
      <>
        <h1>{w.title}</h1>
        <p>
          <a href={link(page, other)} lang={other} hreflang={other}>
            {w.otherLang}
          </a>
        </p>
        <form method="get" action="/">
          <input type="hidden" name="lang" value={lang} />
          <div class="field">
            <label for="to">{w.filter}</label>
            <input id="to" name="to" type="email" value={to ?? ''} />
          </div>
          <div class="choices">
            <button type="submit">{w.show}</button>
            {to === undefined ? null : <a href={`/?lang=${lang}`}>{w.all}</a>}
          </div>
        </form>
        <p>{total > 0 ? w.count(total) : to === undefined ? w.none : w.noneFor(to)}</p>
        {mails.length === 0 ? null : <MailTable lang={lang} mails={mails} />}
        <p class="choices">
          {page > 1 ? <a href={pageLink(page - 1)}>{w.newer}</a> : null}
          {page * pageSize < total ? <a href={pageLink(page + 1)}>{w.older}</a> : null}
        </p>
      </>
    ),
  });
}

function MailTable({ lang, mails }: { lang: Lang; mails: readonly StoredMail[] }) {
  const w = words(lang);
  return (
    <div class="scroll">
      <table class="list">
        <thead>
          <tr>
            <th scope="col">{w.received}</th>
            <th scope="col">{w.to}</th>
            <th scope="col">{w.subject}</th>
          </tr>
        </thead>
        <tbody>
          {mails.map((mail) => (
            <tr>
              <td>{shownTime(lang, new Date(mail.receivedAt))}</td>
              <td>{mail.to.join(', ')}</td>
              <td>
                <a href={`/mails/${mail.id}?lang=${lang}`}>{mail.subject === '' ? w.noSubject : mail.subject}</a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function mailPage(c: Context, mail: StoredMail | undefined): Response {
  const lang = langOf(c);
  const w = words(lang);
  const back = (
    <p>
      <a href={`/?lang=${lang}`}>{w.back}</a>
    </p>
  );
  if (mail === undefined) {
    const body = (
      <>
        <h1>{w.missing}</h1>
        {back}
      </>
    );
    return sendPage(c, { lang, title: w.missing, banner: w.banner, status: 404, body });
  }
  const subject = mail.subject === '' ? w.noSubject : mail.subject;
  return sendPage(c, {
    lang,
    title: subject,
    banner: w.banner,
    body: (
      <>
        <h1>{subject}</h1>
        <dl>
          <dt>{w.received}</dt>
          <dd>{shownTime(lang, new Date(mail.receivedAt))}</dd>
          <dt>{w.from}</dt>
          <dd>{mail.from}</dd>
          <dt>{w.to}</dt>
          <dd>{mail.to.join(', ')}</dd>
        </dl>
        <div class="mail">
          {textPieces(mail.text).map((piece) =>
            piece.href === undefined ? (
              piece.text
            ) : (
              <a href={piece.href} rel="noopener noreferrer">
                {piece.text}
              </a>
            ),
          )}
        </div>
        {back}
      </>
    ),
  });
}
