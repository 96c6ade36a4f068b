import { frameOf } from '../frame.ts';
import { paths } from '../paths.ts';
import { ctxOf, type Req } from '../request.ts';
import { ButtonLink, ButtonRow } from '../ui/button.tsx';
import { Layout, page } from '../ui/layout.tsx';
import { Notice } from '../ui/notice.tsx';
import { secondFactorWords } from './second-factor-words.ts';

/**
 * The codes, once: in the answer to the post itself, since a secret must not pass through an address, nor be kept to be shown
 * again. @param isFirst they come with the first factor
 */
export function recoveryCodesPage(c: Req, codes: readonly string[], isFirst = false): string {
  const { lang } = c.var;
  const w = secondFactorWords[lang];
  return page(
    // Neither a reload nor another language would show them again.
    <Layout {...frameOf(c)} path={paths.secondFactor} title={w.codesTitle} fixedLanguage>
      {isFirst ? (
        <Notice tone="success" heading={w.added}>
          <p>{w.addedText}</p>
        </Notice>
      ) : null}
      <Notice tone="attention" heading={w.codesOnce}>
        <p>{w.codesKeep}</p>
      </Notice>
      <h2>{w.codesList}</h2>
      <ul class="recovery-codes" translate="no">
        {codes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <ButtonRow>
        <ButtonLink href={paths.secondFactor} tone="primary">
          {w.kept}
        </ButtonLink>
        <ButtonLink href={textFile(c, codes)} download="hakkyu-recovery-codes.txt">
          {w.download}
        </ButtonLink>
      </ButtonRow>
    </Layout>,
  );
}

/** In the link itself: saving it asks no server, which does not know the codes any more. */
function textFile(c: Req, codes: readonly string[]): string {
  const { actor } = ctxOf(c);
  const w = secondFactorWords[c.var.lang];
  const text = [w.fileTitle(`${actor.chamberId} ${actor.loginId}`), w.fileText, '', ...codes, ''].join('\r\n');
  return `data:text/plain;charset=utf-8,${encodeURIComponent(`\uFEFF${text}`)}`;
}
