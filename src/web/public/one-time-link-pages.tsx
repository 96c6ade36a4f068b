import type { LinkHolder } from '../../accounts/choose-password.ts';
import type { FieldProblem } from '../../lib/refusal.ts';
import { PasswordRules } from '../account/password-rules.tsx';
import { frameOf } from '../frame.ts';
import { paths } from '../paths.ts';
import type { Req } from '../request.ts';
import { Button, ButtonRow, PostButton } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { problemFor } from '../ui/field-frame.tsx';
import { Layout, page } from '../ui/layout.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import { PasswordField } from '../ui/text-field.tsx';
import { CodeForm } from './code-form.tsx';
import { oneTimeLinkWords } from './one-time-link-words.ts';

type Say = { code: string; problems?: readonly FieldProblem[] };

export function codePage(c: Req, { code, problems = [] }: Say): string {
  const { lang } = c.var;
  const w = oneTimeLinkWords[lang];
  return page(
    <Layout
      {...frameOf(c)}
      path={paths.oneTimeLink}
      title={w.codeTitle}
      hasErrors={problems.length > 0}
      islands={['one-time-link']}
    >
      <ErrorSummary lang={lang} problems={problems} />
      <p>{w.codeLead}</p>
      <CodeForm
        {...{ lang, action: paths.oneTimeLink, code, problems }}
        words={{ label: w.code, help: w.codeHelp, submit: w.next }}
      />
      <p class="quiet">
        <a href={paths.forgotten}>{w.forgotten}</a>
      </p>
    </Layout>,
  );
}

export function choosePage(c: Req, { code, holder, problems = [] }: Say & { holder: LinkHolder }): string {
  const { lang } = c.var;
  const w = oneTimeLinkWords[lang];
  const { account, chamber } = holder;
  const other = lang === 'ja' ? 'en' : 'ja';
  return page(
    // Its change of language is its own: the page holds the code, which its address does not know.
    <Layout {...frameOf(c)} title={w.title} hasErrors={problems.length > 0} fixedLanguage islands={['reveal-password']}>
      <ErrorSummary lang={lang} problems={problems} />
      <ButtonRow>
        <PostButton {...{ action: paths.oneTimeLink, values: { code, lang: other }, tone: 'link', labelLang: other }}>
          {oneTimeLinkWords[other].inThisLanguage}
        </PostButton>
      </ButtonRow>
      <p>{w.lead}</p>
      <SummaryList
        items={[
          { key: w.chamber, value: lang === 'ja' ? chamber.nameJa : chamber.nameEn },
          { key: w.chamberCode, value: chamber.chamberId },
          { key: w.id, value: account.loginId },
          { key: w.name, value: lang === 'ja' ? account.nameJa : account.nameEn },
        ]}
      />
      <PasswordRules lang={lang} />
      <form method="post" action={paths.choosePassword}>
        <input type="hidden" name="code" value={code} />
        {/* A password manager asks whose password it keeps. */}
        <input type="text" autocomplete="username" value={account.loginId} readonly hidden />
        <PasswordField
          {...{ lang, name: 'password', label: w.password, help: w.passwordHelp, width: 'middle', required: true }}
          autocomplete="new-password"
          error={problemFor(problems, lang, 'password')}
        />
        <p>{w.after}</p>
        <ButtonRow>
          <Button tone="primary">{w.submit}</Button>
        </ButtonRow>
      </form>
    </Layout>,
  );
}
