import type { Context } from 'hono';
import { generateSync } from 'otplib';
import { langOf, sendPage, shownTime } from '../page-frame.tsx';

/** One line of the app: whose code, and the secret that it is made of (base32). */
export type AuthenticatorEntry = { chamber: string; id: string; secret: string };

const period = 30;

const ja = {
  banner: '試験用の認証アプリ: デモのIDだけのものです',
  title: '認証アプリ',
  lead: 'デモのIDに2段階認証でサインインするための、6桁のコードです。ご自分で設定した認証アプリは、ここには出ません。',
  once: '1つのコードは1回だけ使えます。続けて使うときは、次のコードを待ってください。',
  chamber: '商工会議所コード',
  id: 'ID',
  code: '今のコード',
  left: (seconds: number) => `次のコードまで、あと${seconds}秒です。`,
  at: '表示した時刻',
  reload: '今のコードを表示する',
  none: '2段階認証のあるデモのIDは、ありません。',
  mailbox: '郵便受けへ',
  otherLang: 'English',
};
const en: typeof ja = {
  banner: 'Sandbox authenticator: for the IDs of the demo only',
  title: 'Authenticator',
  lead: 'Codes of six digits, to sign in with the demo’s IDs that have a second factor. An app that you set up yourself is not shown here.',
  once: 'Each code works once. To use one again, wait for the next.',
  chamber: 'Chamber code',
  id: 'ID',
  code: 'Code now',
  left: (seconds) => `The next code comes in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
  at: 'Shown at',
  reload: 'Show the code of now',
  none: 'No ID of the demo has a second factor.',
  mailbox: 'To the mailbox',
  otherLang: '日本語',
};

/** What an app on a phone shows; without script, so one asks for the page again. */
export function authenticatorPage(c: Context, entries: readonly AuthenticatorEntry[], now: Date): Response {
  const lang = langOf(c);
  const w = { ja, en }[lang];
  const other = lang === 'ja' ? 'en' : 'ja';
  const epoch = Math.floor(now.getTime() / 1000);
  const body = (
    <>
      <h1>{w.title}</h1>
      <p>
        <a href={`/authenticator?lang=${other}`} lang={other} hreflang={other}>
          {w.otherLang}
        </a>
      </p>
      <p>{w.lead}</p>
      {entries.length === 0 ? (
        <p>{w.none}</p>
      ) : (
        <>
          <table class="list">
            <thead>
              <tr>
                <th scope="col">{w.chamber}</th>
                <th scope="col">{w.id}</th>
                <th scope="col">{w.code}</th>
              </tr>
            </thead>
            <tbody>
              {entries.map(({ chamber, id, secret }) => (
                <tr>
                  <td>{chamber}</td>
                  <td>{id}</td>
                  <td>
                    <strong data-code-of={id}>{generateSync({ secret, epoch })}</strong>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p>
            {w.left(period - (epoch % period))} {w.at}: {shownTime(lang, now)}
          </p>
          <p>{w.once}</p>
          <p class="choices">
            <a href={`/authenticator?lang=${lang}`}>{w.reload}</a>
          </p>
        </>
      )}
      <p>
        <a href={`/?lang=${lang}`}>{w.mailbox}</a>
      </p>
    </>
  );
  return sendPage(c, { lang, title: w.title, banner: w.banner, body });
}
