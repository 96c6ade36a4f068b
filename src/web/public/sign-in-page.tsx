import type { FieldProblem } from '../../lib/refusal.ts';
import { frameOf } from '../frame.ts';
import { carried, type KeptForm, saysSomething } from '../kept-form.ts';
import { paths } from '../paths.ts';
import type { Req } from '../request.ts';
import { Button, ButtonRow } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { problemFor } from '../ui/field-frame.tsx';
import { Layout, page } from '../ui/layout.tsx';
import { Notice } from '../ui/notice.tsx';
import { PasswordField, TextField } from '../ui/text-field.tsx';
import type { Lang } from '../ui/words.ts';
import { signInWords } from './sign-in-words.ts';

/** As typed; `back`: where one goes then. */
export type SignInForm = { chamber: string; id: string; back: string };

type Say = {
  problems?: readonly FieldProblem[];
  /** `ended-file`: with a file that was on its way. `over`: no second factor came in time, or wrong ones too often. */
  why?: 'ended' | 'ended-file' | 'signed-out' | 'chosen' | 'over' | undefined;
  /** A form that came after its session had ended: carried on in hidden fields. */
  kept?: KeptForm | undefined;
};

export function signInPage(c: Req, form: SignInForm, say: Say): string {
  const { lang } = c.var;
  const w = signInWords[lang];
  const { problems = [], kept } = say;
  return page(
    <Layout
      {...frameOf(c)}
      path={`${paths.signIn}?back=${encodeURIComponent(form.back)}`}
      title={w.title}
      hasErrors={problems.length > 0}
      fixedLanguage={kept !== undefined}
      islands={['reveal-password']}
      indexed
    >
      <ErrorSummary lang={lang} problems={problems} />
      <Why lang={lang} {...say} />
      <p>{w.lead}</p>
      <form method="post" action={paths.signIn}>
        <input type="hidden" name="back" value={form.back} />
        {kept && carried(kept).map(([name, value]) => <input type="hidden" name={name} value={value} />)}
        <TextField
          {...{ lang, name: 'chamber', label: w.chamber, help: w.chamberHelp, value: form.chamber, width: 'tiny' }}
          {...{ required: true, inputmode: 'numeric', maxlength: 10 }}
          error={problemFor(problems, lang, 'chamber')}
        />
        <TextField
          {...{ lang, name: 'id', label: w.id, help: w.idHelp, value: form.id, width: 'short' }}
          {...{ required: true, autocomplete: 'username', spellcheck: false, maxlength: 40 }}
          error={problemFor(problems, lang, 'id')}
        />
        <PasswordField
          {...{ lang, name: 'password', label: w.password, width: 'middle', required: true }}
          autocomplete="current-password"
          error={problemFor(problems, lang, 'password')}
        />
        <ButtonRow>
          <Button tone="primary">{w.submit}</Button>
        </ButtonRow>
      </form>
      <ul class="quiet">
        <li>
          <a href={paths.registrationGuides}>{w.register}</a>
        </li>
        <li>
          <a href={paths.forgotten}>{w.forgotten}</a>
        </li>
        <li>
          <a href={paths.idKinds}>{w.idKinds}</a>
        </li>
        <li>
          <a href={paths.check}>{w.check}</a>
        </li>
      </ul>
    </Layout>,
  );
}

function Why({ lang, why, kept }: { lang: Lang } & Say) {
  const w = signInWords[lang];
  if (why === 'signed-out') return <Notice tone="success" heading={w.signedOut} />;
  if (why === 'chosen')
    return (
      <Notice tone="success" heading={w.chosen}>
        <p>{w.chosenText}</p>
      </Notice>
    );
  if (why === 'over')
    return (
      <Notice tone="attention" heading={w.overHeading}>
        <p>{w.over}</p>
        {kept ? <p>{w.overKept}</p> : null}
      </Notice>
    );
  if (kept)
    return (
      <Notice tone="info" heading={w.endedHeading}>
        {saysSomething(kept) ? <p>{w.kept}</p> : <p>{w.ended}</p>}
        {kept.files.length > 0 ? <p>{w.fileNotKept}</p> : null}
      </Notice>
    );
  if (why === undefined) return null;
  return (
    <Notice tone="info" heading={w.endedHeading}>
      <p>{w.ended}</p>
      {why === 'ended-file' ? <p>{w.fileNotKept}</p> : null}
    </Notice>
  );
}
