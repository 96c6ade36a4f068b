// 同意とメールアドレス: with it a registration begins. The link once more, too.
import { Hono } from 'hono';
import { limitKeyOf } from '../../../accounts/sign-in-limits.ts';
import { dayInJapan } from '../../../lib/clock.ts';
import { type FieldProblem, Refusal } from '../../../lib/refusal.ts';
import { mailProblems } from '../../../registrations/procedures/content-rules.ts';
import { type RegistrationGuide, readGuide } from '../../../registrations/procedures/registration-guide.ts';
import type { RulesText as Rules } from '../../../registrations/procedures/rules-text-store.ts';
import { mailLinksAgain, startByMail } from '../../../registrations/procedures/start-procedure.ts';
import { errorStatus } from '../../errors.tsx';
import { RulesText } from '../../firm/registration-form/rules-text.tsx';
import { paths } from '../../paths.ts';
import { addressOf, type Env, formOf, openCtxOf, type Req } from '../../request.ts';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { Checkbox, RadioGroup } from '../../ui/choice-field.tsx';
import { formatDay } from '../../ui/dates.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { problemFor } from '../../ui/field-frame.tsx';
import { Layout, page } from '../../ui/layout.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Lang } from '../../ui/words.ts';
import { guideFrame } from './guide.tsx';
import { againSentPage, sentPage } from './sent.tsx';
import { startWords } from './start-words.ts';

export const startScreens = new Hono<Env>();

type Typed = { kind: string; paperNumber: string; mail: string; agreed: boolean };
const kindOf = (asked: string | undefined) => (['new', 'switch'] as const).find((one) => one === asked);
const { ja, en } = startWords;

startScreens.get(paths.startRegistration(':chamber'), async (c) => {
  const guide = await readGuide(openCtxOf(c), c.req.param('chamber'));
  if (c.req.query('sent') !== undefined) return c.html(sentPage(c, guide));
  const typed = { kind: kindOf(c.req.query('kind')) ?? '', paperNumber: '', mail: '', agreed: false };
  if (!guide.rules) return c.redirect(paths.registrationGuide(guide.chamber.chamberId), 303);
  return c.html(startPage(c, { guide, rules: guide.rules, typed }));
});

startScreens.post(paths.startRegistration(':chamber'), async (c) => {
  const guide = await readGuide(openCtxOf(c), c.req.param('chamber'));
  const { chamberId } = guide.chamber;
  if (!guide.rules) return c.redirect(paths.registrationGuide(chamberId), 303);
  const form = await formOf(c);
  const { mail = '', paperNumber = '' } = form;
  const kind = kindOf(form['kind']);
  const typed: Typed = { kind: kind ?? '', paperNumber, mail, agreed: form['agreed'] === 'yes' };
  const again = (problems: readonly FieldProblem[], status: 422 | 429 = 422, rules: Rules = guide.rules ?? noRules()) =>
    c.html(startPage(c, { guide, rules, typed, problems }), status);
  if (!kind) return again([{ field: 'kind', ja: ja.kindMissing, en: en.kindMissing }]);
  try {
    // Only what would send a mail, or look a number up, is counted: a box that was forgotten costs nothing.
    if (typed.agreed && mailProblems('mail', mail).length === 0) await count(c, chamberId, mail);
    const rulesVersion = Number(form['version']);
    await startByMail(openCtxOf(c), { ...{ chamberId, kind, mail, paperNumber, agreed: typed.agreed, rulesVersion } });
    return c.redirect(`${paths.startRegistration(chamberId)}?sent`, 303);
  } catch (error) {
    return refused(c, error, again);
  }
});

startScreens.get(paths.registrationLink(':chamber'), async (c) => {
  const guide = await readGuide(openCtxOf(c), c.req.param('chamber'));
  return c.html(c.req.query('sent') === undefined ? againPage(c, guide, '') : againSentPage(c, guide));
});

startScreens.post(paths.registrationLink(':chamber'), async (c) => {
  const guide = await readGuide(openCtxOf(c), c.req.param('chamber'));
  const { chamberId } = guide.chamber;
  const { mail = '' } = await formOf(c);
  const again = (problems: readonly FieldProblem[], status: 422 | 429 = 422) =>
    c.html(againPage(c, guide, mail, problems), status);
  const problems = mailProblems('mail', mail);
  if (problems.length > 0) return again(problems);
  try {
    await count(c, chamberId, mail);
    await mailLinksAgain(openCtxOf(c), { chamberId, mail });
    return c.redirect(`${paths.registrationLink(chamberId)}?sent`, 303);
  } catch (error) {
    return refused(c, error, again);
  }
});

const noRules = (): never => {
  throw new Refusal('not_found');
};

/** Refuses `too_many`: nobody's mailbox is filled by strangers, nor numbers tried one after the other. */
const count = (c: Req, chamberId: string, mail: string): Promise<void> =>
  c.var.deps.limits.registration({ id: limitKeyOf(chamberId, mail.trim().toLowerCase()), address: addressOf(c) });

function refused(
  c: Req,
  error: unknown,
  again: (problems: readonly FieldProblem[], status?: 422 | 429) => Response | Promise<Response>,
): Response | Promise<Response> {
  if (!(error instanceof Refusal)) throw error;
  if (error.code === 'invalid') return again(error.fields);
  if (error.code !== 'too_many') throw error;
  const seconds = error.retryAfterSeconds ?? 60;
  const minutes = Math.ceil(seconds / 60);
  c.header('retry-after', String(seconds));
  return again([{ field: 'mail', ja: ja.wait(minutes), en: en.wait(minutes) }], errorStatus.too_many);
}

type Shown = { guide: RegistrationGuide; rules: Rules; typed: Typed; problems?: readonly FieldProblem[] };

function startPage(c: Req, { guide, rules, typed, problems = [] }: Shown): string {
  const { lang } = c.var;
  const w = startWords[lang];
  const { chamberId } = guide.chamber;
  const action = paths.startRegistration(chamberId);
  return page(
    <Layout
      {...guideFrame(c, guide)}
      path={typed.kind === '' ? action : `${action}?kind=${typed.kind}`}
      title={w.title}
      hasErrors={problems.length > 0}
      back={{ href: paths.registrationGuide(chamberId), label: w.back }}
    >
      <ErrorSummary lang={lang} problems={problems} />
      <form method="post" action={action}>
        <input type="hidden" name="version" value={String(rules.version)} />
        <What {...{ lang, typed, problems }} />
        <h2>{w.rules}</h2>
        <p class="quiet">{w.version(String(rules.version), formatDay(lang, dayInJapan(rules.publishedAt)))}</p>
        <RulesText lang={lang} rules={rules} />
        <Checkbox
          {...{ lang, name: 'agreed', label: w.agree, required: true, checked: typed.agreed }}
          error={problemFor(problems, lang, 'agreed')}
        />
        <Mail {...{ lang, mail: typed.mail, problems }} />
        <ButtonRow>
          <Button tone="primary">{w.submit}</Button>
        </ButtonRow>
      </form>
    </Layout>,
  );
}

function What({ lang, typed, problems }: { lang: Lang; typed: Typed; problems: readonly FieldProblem[] }) {
  const w = startWords[lang];
  return (
    <>
      <RadioGroup
        {...{ lang, name: 'kind', label: w.kind, required: true, value: typed.kind }}
        options={[
          { value: 'new', label: w.new, help: w.newHelp },
          { value: 'switch', label: w.switch, help: w.switchHelp },
        ]}
        error={problemFor(problems, lang, 'kind')}
      />
      <TextField
        {...{ lang, name: 'paperNumber', label: w.paperNumber, help: w.paperNumberHelp, value: typed.paperNumber }}
        {...{ required: false, width: 'short', maxlength: 40, spellcheck: false }}
        error={problemFor(problems, lang, 'paperNumber')}
      />
    </>
  );
}

function Mail({ lang, mail, problems }: { lang: Lang; mail: string; problems: readonly FieldProblem[] }) {
  const w = startWords[lang];
  return (
    <TextField
      {...{ lang, name: 'mail', label: w.mail, help: w.mailHelp, value: mail, width: 'middle', type: 'email' }}
      {...{ required: true, autocomplete: 'email', spellcheck: false, maxlength: 254 }}
      error={problemFor(problems, lang, 'mail')}
    />
  );
}

function againPage(c: Req, guide: RegistrationGuide, mail: string, problems: readonly FieldProblem[] = []): string {
  const { lang } = c.var;
  const w = startWords[lang];
  const { chamberId } = guide.chamber;
  return page(
    <Layout
      {...guideFrame(c, guide)}
      title={w.againTitle}
      hasErrors={problems.length > 0}
      back={{ href: paths.registrationGuide(chamberId), label: w.back }}
    >
      <ErrorSummary lang={lang} problems={problems} />
      <p>{w.againLead}</p>
      <form method="post" action={paths.registrationLink(chamberId)}>
        <Mail {...{ lang, mail, problems }} />
        <ButtonRow>
          <Button tone="primary">{w.againSubmit}</Button>
        </ButtonRow>
      </form>
    </Layout>,
  );
}
