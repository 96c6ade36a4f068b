// Somebody comes to a form whose browser has not opened it, or no longer has. What was typed is carried in the page.
import { Refusal } from '../../../lib/refusal.ts';
import { errorStatus } from '../../errors.tsx';
import { frameOf } from '../../frame.ts';
import { paths } from '../../paths.ts';
import { hasForm, pathOf, type Req } from '../../request.ts';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { Layout, page } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { formWords } from './form-words.ts';

/** Answers `not_signed_in` of any screen of the form; every other error goes on as it came. */
export async function comesUnknown(error: Error, c: Req): Promise<Response> {
  if (!(error instanceof Refusal) || error.code !== 'not_signed_in') throw error;
  const id = formIn(c.req.path);
  if (c.req.method === 'GET') return c.redirect(`${paths.openRegistration}?form=${encodeURIComponent(id)}`, 303);
  if (!hasForm(c)) throw error;
  const sent = Object.entries(await c.req.parseBody());
  const typed = sent.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []));
  return c.html(endedPage(c, id, typed, typed.length < sent.length), errorStatus.not_signed_in);
}

/** The id in the address of one of the form's screens. */
const formIn = (path: string): string => path.slice(paths.form('').length).split('/')[0] ?? '';

function endedPage(c: Req, id: string, typed: readonly (readonly [string, string])[], hadFile: boolean): string {
  const { lang } = c.var;
  const w = formWords[lang];
  const form = encodeURIComponent(id);
  return page(
    <Layout {...frameOf(c)} title={w.endedTitle} fixedLanguage>
      <Notice tone="attention" heading={w.endedHeading}>
        <p>{w.endedText}</p>
        {hadFile ? <p>{w.endedFiles}</p> : null}
      </Notice>
      <ul>
        <li>
          <a href={`${paths.openRegistration}?form=${form}`} target="_blank" rel="noopener">
            {w.endedOpen}
          </a>
        </li>
        <li>
          <a href={`${paths.signIn}?back=${encodeURIComponent(paths.form(form))}`} target="_blank" rel="noopener">
            {w.endedSignIn}
          </a>
        </li>
      </ul>
      <form method="post" action={pathOf(c)}>
        {typed.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <ButtonRow>
          <Button tone="primary">{w.sendAgain}</Button>
        </ButtonRow>
      </form>
    </Layout>,
  );
}
