// 受理: says what will happen, asks for the member class and the fee, and does it.
import { Hono } from 'hono';
import { requireAct } from '../../../accounts/rights.ts';
import { memberClasses } from '../../../chambers/fees.ts';
import { type FieldProblem, Refusal } from '../../../lib/refusal.ts';
import { acceptRegistration } from '../../../payments/accept-registration.ts';
import { type DeskFee, readDeskFee } from '../../../payments/registration-fee-desk.ts';
import { isFreeProcedure, type RegistrationFees } from '../../../payments/registration-fees.ts';
import { type AcceptancePreview, previewAcceptance } from '../../../registrations/procedures/preview-acceptance.ts';
import type { Procedure } from '../../../registrations/procedures/procedure.ts';
import { type DeskProcedure, readDeskProcedure } from '../../../registrations/procedures/procedure-desk.ts';
import { errorStatus } from '../../errors.tsx';
import { choiceNames } from '../../firm/registration-form/field-words.ts';
import { frameOf } from '../../frame.ts';
import { paths } from '../../paths.ts';
import { ctxOf, type Env, formOf, type Req } from '../../request.ts';
import { Button, ButtonLink, ButtonRow } from '../../ui/button.tsx';
import { Checkbox, RadioGroup } from '../../ui/choice-field.tsx';
import { formatDayTime, formatMoney } from '../../ui/dates.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { problemFor } from '../../ui/field-frame.tsx';
import { Layout, page } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { Lang } from '../../ui/words.ts';
import { WillHappen } from './accept-preview.tsx';
import { decideWords } from './decide-words.ts';
import { noClass, wholeYen } from './fee-deeds.ts';
import { feeWords } from './fee-words.ts';
import { orProcedure } from './procedure-deeds.tsx';
import { feeLabel, SeenFees } from './procedure-fee.tsx';
import { nothingTyped } from './procedure-typed.ts';
import { procedureTitle, procedureView } from './procedure-view.ts';
import { roundAsked } from './reject.tsx';

export const acceptScreens = new Hono<Env>();

type Typed = { round: number; memberClass: string; feePaidAtCounter: boolean; feeSeenYen: number | undefined };

acceptScreens.get(paths.acceptProcedure(':id'), async (c) => {
  const ctx = ctxOf(c);
  requireAct(ctx.actor, 'desk.register');
  const id = c.req.param('id');
  const { actions } = procedureView(c.var.lang, ctx.actor, await readDeskProcedure(ctx, id), c.var.now);
  return actions.has('accept') ? c.html(await acceptPage(c, id)) : c.redirect(paths.deskProcedure(id), 303);
});

acceptScreens.post(paths.acceptProcedure(':id'), async (c) => {
  const id = c.req.param('id');
  const typed = await typedIn(c);
  const memberClass = memberClasses.find((one) => one === typed.memberClass);
  try {
    if (!memberClass) throw new Refusal('invalid', { fields: [noClass] });
    const { round, feePaidAtCounter, feeSeenYen } = typed;
    await acceptRegistration(ctxOf(c), {
      ...{ procedureId: id, round, memberClass, feePaidAtCounter },
      ...(feeSeenYen === undefined ? {} : { feeSeenYen }),
    });
    return c.redirect(paths.deskProcedure(id), 303);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'invalid')
      return c.html(await acceptPage(c, id, { typed, problems: error.fields }), errorStatus.invalid);
    return orProcedure(c, id, { ...nothingTyped, round: typed.round }, () => Promise.reject(error));
  }
});

async function typedIn(c: Req): Promise<Typed> {
  const form = await formOf(c);
  const memberClass = form['memberClass'] ?? '';
  return {
    round: /^\d{1,6}$/.test(form['round'] ?? '') ? Number(form['round']) : 0,
    ...{ memberClass, feePaidAtCounter: form['feePaidAtCounter'] === 'yes' },
    feeSeenYen: wholeYen(form[`fee.${memberClass}`]),
  };
}

type Shown = { typed: Typed; problems: readonly FieldProblem[] };

async function acceptPage(c: Req, id: string, shown?: Shown): Promise<string> {
  const ctx = ctxOf(c);
  const { lang } = c.var;
  const w = decideWords[lang];
  const view = await readDeskProcedure(ctx, id);
  const preview = await previewAcceptance(ctx, id);
  const fee = await readDeskFee(ctx, id);
  const problems = shown?.problems ?? [];
  return page(
    <Layout
      {...frameOf(c)}
      title={w.acceptTitle}
      back={{ href: paths.deskProcedure(id), label: w.back }}
      hasErrors={problems.length > 0}
    >
      <Refused lang={lang} problems={problems} />
      <p class="desk-case-name">{procedureTitle(lang, view)}</p>
      <WillHappen {...{ lang, view, preview }} />
      <AcceptForm {...{ lang, view, preview, fee, problems }} typed={shown?.typed} asked={roundAsked(c)} />
    </Layout>,
  );
}

const ownFields: ReadonlySet<string> = new Set(['memberClass', 'feePaidAtCounter']);

/** What is wrong here stands at its field; what is wrong with the form or the papers is put right on the other page. */
function Refused({ lang, problems }: { lang: Lang; problems: readonly FieldProblem[] }) {
  const w = decideWords[lang];
  const others = problems.filter(({ field }) => !ownFields.has(field));
  if (others.length === 0) return <ErrorSummary lang={lang} problems={problems} />;
  return (
    <Notice tone="error" heading={w.needed}>
      <ul>
        {others.map((problem) => (
          <li>{problem[lang]}</li>
        ))}
      </ul>
      <p>{w.neededLead}</p>
    </Notice>
  );
}

type FormProps = {
  lang: Lang;
  view: DeskProcedure;
  preview: AcceptancePreview;
  fee: DeskFee;
  problems: readonly FieldProblem[];
  typed: Typed | undefined;
  asked: number | undefined;
};

function AcceptForm(props: FormProps) {
  const { lang, view, fee, problems, typed, asked } = props;
  const fees = feesToPay(view.procedure, fee.fees);
  const w = decideWords[lang];
  const { procedureId, round, content, feeMemberClass } = view.procedure;
  const said = choiceNames[content.memberClass]?.[lang];
  return (
    <form method="post" action={paths.acceptProcedure(procedureId)} class="confirm">
      <input type="hidden" name="round" value={String(typed?.round ?? asked ?? round)} />
      <SeenFees fees={fees} />
      <RadioGroup
        {...{ lang, name: 'memberClass', label: w.memberClass, required: true }}
        help={said === undefined ? undefined : w.memberClassSaid(said)}
        value={typed?.memberClass ?? feeMemberClass ?? content.memberClass}
        options={memberClasses.map((one) => ({ value: one, label: classLabel(props, fees, one) }))}
        error={problemFor(problems, lang, 'memberClass')}
      />
      <FeeTick {...props} />
      <ButtonRow>
        <Button tone="primary">{w.acceptYes}</Button>
        <ButtonLink href={paths.deskProcedure(procedureId)}>{w.stop}</ButtonLink>
      </ButtonRow>
    </form>
  );
}

/** What was paid stays what was paid, whatever the table says today. */
const feesToPay = ({ feePaid, feeMemberClass, feeYen }: Procedure, fees: RegistrationFees): RegistrationFees =>
  feePaid === null || feeMemberClass === null || feeYen === null ? fees : { ...fees, [feeMemberClass]: feeYen };

function classLabel({ lang, view }: FormProps, fees: RegistrationFees, one: (typeof memberClasses)[number]): string {
  return isFreeProcedure(view.procedure.kind) ? (choiceNames[one]?.[lang] ?? one) : feeLabel(lang, one, fees[one]);
}

/** Asked only where somebody may have to pay. */
function FeeTick({ lang, view, fee: { fees, paying }, problems, typed }: FormProps) {
  const w = decideWords[lang];
  const { kind, feePaid, feeYen } = view.procedure;
  if (isFreeProcedure(kind)) return <p>{w.feeFree}</p>;
  if (feePaid !== null && feeYen !== null) return <p>{w.feePaid(formatMoney(lang, feeYen))}</p>;
  if (paying) return <p>{feeWords[lang].payingText(formatDayTime(lang, paying.sessionExpiresAt))}</p>;
  if (!memberClasses.some((one) => (fees[one] ?? 0) > 0)) return null;
  return (
    <Checkbox
      {...{ lang, name: 'feePaidAtCounter', label: w.paidAtCounter, help: w.feeHelp }}
      checked={typed?.feePaidAtCounter ?? false}
      error={problemFor(problems, lang, 'feePaidAtCounter')}
    />
  );
}
