// 処分をする: what is imposed, then once more with what it will do to how many cases; then it is.
import { Hono } from 'hono';
import { requireAct } from '../../../accounts/rights.ts';
import { previewSanction, type SanctionReach } from '../../../applications/sanctioned-cases.ts';
import { addYears, dayInJapan } from '../../../lib/clock.ts';
import { Refusal } from '../../../lib/refusal.ts';
import { readRegisterEntry } from '../../../registrations/register/read-register.ts';
import { imposeSanction } from '../../../registrations/sanctions/impose-sanction.ts';
import { longestYears, type SanctionKind, sanctionKinds } from '../../../registrations/sanctions/sanction.ts';
import type { SanctionTyped } from '../../../registrations/sanctions/sanction-input.ts';
import { errorStatus } from '../../errors.tsx';
import { frameOf } from '../../frame.ts';
import { paths } from '../../paths.ts';
import { ctxOf, type Env, formOf, type Req } from '../../request.ts';
import { Button, ButtonLink, ButtonRow } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choice-field.tsx';
import { formatCount } from '../../ui/dates.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { problemFor } from '../../ui/field-frame.tsx';
import { Layout, page } from '../../ui/layout.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { DateField, TextArea } from '../../ui/text-field.tsx';
import type { Lang } from '../../ui/words.ts';
import { sanctionNames, sanctionText, sanctionWords } from './sanction-words.ts';

export const imposeScreens = new Hono<Env>();

imposeScreens.get(paths.imposeSanction(':id'), async (c) => {
  requireAct(ctxOf(c).actor, 'desk.sanction');
  return c.html(await formPage(c, c.req.param('id'), { kind: '', reason: '', untilDay: '' }));
});

imposeScreens.post(paths.imposeSanction(':id'), async (c) => {
  const id = c.req.param('id');
  const form = await formOf(c);
  const typed = { kind: form['kind'] ?? '', reason: form['reason'] ?? '', untilDay: form['untilDay'] ?? '' };
  try {
    if (form['step'] === 'change') return c.html(await formPage(c, id, typed));
    if (form['step'] !== 'yes')
      return c.html(await confirmPage(c, id, typed, await previewSanction(ctxOf(c), { registrationId: id, typed })));
    await imposeSanction(ctxOf(c), { registrationId: id, ...typed });
    return c.redirect(`${paths.registerEntry(id)}?done=imposed`, 303);
  } catch (error) {
    if (!(error instanceof Refusal) || (error.code !== 'invalid' && error.code !== 'conflict')) throw error;
    return c.html(await formPage(c, id, typed, error), errorStatus[error.code]);
  }
});

async function firmOf(c: Req, id: string): Promise<string> {
  const { registration } = await readRegisterEntry(ctxOf(c), id);
  return `${registration.number} ${c.var.lang === 'ja' ? registration.nameJa : registration.nameEn}`;
}

async function formPage(c: Req, id: string, typed: SanctionTyped, refused?: Refusal): Promise<string> {
  const { lang } = c.var;
  const w = sanctionWords[lang];
  const again = { field: 'kind', ja: sanctionWords.ja.conflict, en: sanctionWords.en.conflict };
  const problems = refused?.code === 'conflict' ? [again] : (refused?.fields ?? []);
  const today = dayInJapan(c.var.now);
  return page(
    <Layout
      {...frameOf(c)}
      title={w.imposeTitle}
      back={{ href: paths.registerEntry(id), label: w.back }}
      hasErrors={problems.length > 0}
    >
      <ErrorSummary lang={lang} problems={problems} />
      <p class="desk-case-name">{await firmOf(c, id)}</p>
      <p>{w.imposeLead}</p>
      <form method="post" action={paths.imposeSanction(id)} class="confirm">
        <RadioGroup
          {...{ lang, name: 'kind', label: w.kinds, required: true, value: typed.kind }}
          options={kindOptions(lang)}
          error={problemFor(problems, lang, 'kind')}
        />
        <DateField
          {...{ lang, name: 'untilDay', label: w.untilDay, help: w.untilHelp, value: typed.untilDay }}
          {...{ min: today, max: addYears(today, longestYears), error: problemFor(problems, lang, 'untilDay') }}
        />
        <TextArea
          {...{ lang, name: 'reason', label: w.reasonLabel, help: w.reasonHelp, required: true, rows: 5 }}
          {...{ value: typed.reason, error: problemFor(problems, lang, 'reason') }}
        />
        <ButtonRow>
          <Button tone="primary">{w.toConfirm}</Button>
          <ButtonLink href={paths.registerEntry(id)}>{w.stop}</ButtonLink>
        </ButtonRow>
      </form>
    </Layout>,
  );
}

function kindOptions(lang: Lang) {
  const w = sanctionWords[lang];
  const help = { suspended: w.suspendedHelp, extra_documents: w.extraHelp, struck_off: w.struckHelp };
  return sanctionKinds.map((value) => ({ value, label: sanctionNames[lang][value], help: help[value] }));
}

/** Nothing is done yet. */
async function confirmPage(c: Req, id: string, typed: SanctionTyped, reach: SanctionReach): Promise<string> {
  const { lang } = c.var;
  const w = sanctionWords[lang];
  const kind = sanctionKinds.find((one) => one === typed.kind) ?? 'suspended';
  const untilDay = kind === 'struck_off' ? null : typed.untilDay.trim();
  return page(
    <Layout {...frameOf(c)} title={w.confirmTitle} back={{ href: paths.registerEntry(id), label: w.back }}>
      <p class="desk-case-name">{await firmOf(c, id)}</p>
      <p>{w.confirmLead}</p>
      <SummaryList
        items={[
          { key: w.kind, value: sanctionText(lang, { kind, untilDay }) },
          { key: w.reason, value: <span class="desk-said">{typed.reason.trim()}</span> },
        ]}
      />
      <h2>{w.happens}</h2>
      <ul>
        {consequences(lang, kind, reach).map((text) => (
          <li>{text}</li>
        ))}
      </ul>
      <form method="post" action={paths.imposeSanction(id)} class="confirm">
        {Object.entries({ ...typed, kind }).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <ButtonRow>
          <Button tone="danger" name="step" value="yes">
            {w.yes(sanctionNames[lang][kind])}
          </Button>
          <Button name="step" value="change">
            {w.change}
          </Button>
          <ButtonLink href={paths.registerEntry(id)}>{w.stop}</ButtonLink>
        </ButtonRow>
      </form>
    </Layout>,
  );
}

function consequences(lang: Lang, kind: SanctionKind, { chambers, byNumber, cases }: SanctionReach): string[] {
  const w = sanctionWords[lang];
  const count = (...statuses: (keyof SanctionReach['cases'])[]): string =>
    formatCount(statuses.reduce((sum, status) => sum + cases[status], 0));
  const where = byNumber ? w.chambers(formatCount(chambers)) : w.byHand;
  const open = count('draft', 'returned');
  if (kind === 'extra_documents') return [where, w.extraOpen(open), w.extraOthers, w.mailed];
  return [
    ...[where, w.open(open), w.examined(count('submitted', 'approved')), w.certified(count('certified'))],
    ...[w.paid(count('paid', 'held')), w.issued(count('issued')), w.mailed],
  ];
}
