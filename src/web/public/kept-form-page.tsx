// After a sign-in, or a proof, that carried a form: send it now, or not. Nothing is done before the person says so.
import { frameOf } from '../frame.ts';
import { type KeptForm, saysSomething } from '../kept-form.ts';
import type { Req } from '../request.ts';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { formatDayTime } from '../ui/dates.ts';
import { Layout, page } from '../ui/layout.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import { keptFormWords, pageName } from './kept-form-words.ts';

/** @param why it came when no session was open, or before its sender had shown again who he is */
export function keptFormPage(c: Req, kept: KeptForm, why: 'ended' | 'proof' = 'ended'): string {
  const { lang } = c.var;
  const w = keptFormWords[lang];
  const hasFields = saysSomething(kept);
  return page(
    <Layout {...frameOf(c)} title={hasFields ? w.title : w.fileTitle} fixedLanguage>
      {hasFields ? <p>{why === 'proof' ? w.leadProven : w.lead}</p> : null}
      <SummaryList
        items={[
          { key: w.page, value: pageName(lang, kept.pagePattern) ?? kept.page },
          { key: w.at, value: formatDayTime(lang, kept.at) },
        ]}
      />
      <Files lang={lang} files={kept.files} />
      {hasFields ? (
        <form method="post" action={kept.address}>
          {kept.fields.map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <ButtonRow>
            <Button tone="primary">{w.goOn}</Button>
            <a href={kept.page}>{w.drop}</a>
          </ButtonRow>
        </form>
      ) : (
        <ButtonRow>
          <ButtonLink href={kept.page} tone="primary">
            {w.toPage}
          </ButtonLink>
        </ButtonRow>
      )}
    </Layout>,
  );
}

function Files({ lang, files }: Pick<KeptForm, 'files'> & { lang: Req['var']['lang'] }) {
  if (files.length === 0) return null;
  return (
    <>
      <p>{keptFormWords[lang].files}</p>
      <ul>
        {files.map((file) => (
          <li translate="no">{file}</li>
        ))}
      </ul>
    </>
  );
}
