// The three values of the paper, typed; and the pages that come back without a certificate.
import { englishMonths } from '../../lib/months.ts';
import type { FieldProblem } from '../../lib/refusal.ts';
import { paths } from '../paths.ts';
import { Button, ButtonRow } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { GroupFrame, problemFor } from '../ui/field-frame.tsx';
import { Layout } from '../ui/layout.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { Lang } from '../ui/words.ts';
import type { Typed } from './reference-input.ts';
import { referenceWords } from './reference-words.ts';

/** By the name that stands on the paper. */
const months = (lang: Lang) =>
  englishMonths.map((name, i) => ({ value: String(i + 1), label: lang === 'ja' ? `${name}(${i + 1}月)` : name }));

const nothing: Typed = { number: '', accessCode: '', day: '', month: '', year: '' };

export function ReferenceForm(props: { lang: Lang; typed?: Typed; problems?: readonly FieldProblem[] }) {
  const { lang, typed, problems = [] } = props;
  const w = referenceWords[lang];
  return (
    <Layout
      lang={lang}
      path={paths.check}
      section="public"
      site={w.site}
      title={w.formTitle}
      hasErrors={problems.length > 0}
    >
      <ErrorSummary lang={lang} problems={problems} />
      <p>{w.formLead}</p>
      <Fields lang={lang} typed={typed ?? nothing} problems={problems} />
      <p class="quiet">{w.scan}</p>
    </Layout>
  );
}

/** One page for unknown, wrong, unpaid and cancelled: nothing in it depends on what was asked. */
export function ReferenceNotFound(props: { lang: Lang }) {
  const { lang } = props;
  const w = referenceWords[lang];
  return (
    <Layout lang={lang} path={paths.check} section="public" site={w.site} title={w.notFound}>
      <div class="check-state check-none">
        <p class="check-compare">{w.notFoundMeaning}</p>
      </div>
      <ul>
        <li>{w.notFoundType}</li>
        <li>{w.notFoundScan}</li>
        <li>{w.notFoundStill}</li>
      </ul>
      <Fields lang={lang} typed={nothing} problems={[]} />
    </Layout>
  );
}

/** @param props.retryAfterSeconds how long until the next try is answered */
export function ReferenceWait(props: { lang: Lang; retryAfterSeconds: number; scanned: boolean }) {
  const { lang, retryAfterSeconds, scanned } = props;
  const w = referenceWords[lang];
  return (
    <Layout lang={lang} path={paths.check} section="public" site={w.site} title={w.waitTitle}>
      <p>{w.waitMeaning(timeOf(lang, retryAfterSeconds))}</p>
      {scanned ? null : <p>{w.waitScan}</p>}
    </Layout>
  );
}

/** Rounded up, so that who waits as long as was said has waited long enough. */
function timeOf(lang: Lang, seconds: number): string {
  const w = referenceWords[lang];
  if (seconds < 60) return w.seconds(seconds);
  const minutes = Math.ceil(seconds / 60);
  return minutes < 120 ? w.minutes(minutes) : w.hours(Math.ceil(minutes / 60));
}

function Fields(props: { lang: Lang; typed: Typed; problems: readonly FieldProblem[] }) {
  const { lang, typed, problems } = props;
  const w = referenceWords[lang];
  const field = (name: keyof Typed) => ({
    ...{ lang, name, label: w[name], value: typed[name], error: problemFor(problems, lang, name) },
  });
  return (
    <form method="post" action={paths.check}>
      <TextField {...field('number')} help={w.numberHelp} width="middle" maxlength={60} spellcheck={false} />
      <TextField {...field('accessCode')} help={w.accessCodeHelp} width="middle" maxlength={60} spellcheck={false} />
      <GroupFrame lang={lang} name="date" label={w.date} help={w.dateHelp}>
        <div class="check-date">
          <SelectField {...field('month')} options={months(lang)} />
          <TextField {...field('day')} width="tiny" inputmode="numeric" maxlength={4} />
          <TextField {...field('year')} width="tiny" inputmode="numeric" maxlength={8} />
        </div>
      </GroupFrame>
      <ButtonRow>
        <Button tone="primary">{w.submit}</Button>
      </ButtonRow>
    </form>
  );
}
