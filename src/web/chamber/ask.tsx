// The page that asks once more: what will happen, the reason where one is needed, yes or no.
import type { Child } from 'hono/jsx';
import { type Act, requireAct } from '../../accounts/rights.ts';
import { readDeskDetails } from '../../applications/read-desk-details.ts';
import { dayInJapan } from '../../lib/clock.ts';
import { type FieldProblem, Refusal } from '../../lib/refusal.ts';
import { a4 } from '../../paper/page.ts';
import { errorStatus } from '../errors.tsx';
import { frameOf } from '../frame.ts';
import { paths } from '../paths.ts';
import { ctxOf, type Req } from '../request.ts';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { formatDay } from '../ui/dates.ts';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { problemFor } from '../ui/field-frame.tsx';
import { Layout, page } from '../ui/layout.tsx';
import { TextArea } from '../ui/text-field.tsx';
import { askWords } from './ask-words.ts';
import type { DeskAction } from './case-actions.ts';
import { CaseFacts } from './case-facts.tsx';
import { type CaseView, caseTitle, caseView, detailOf } from './case-view.ts';
import { CannotCertify } from './refused.tsx';
import { refusedWords } from './refused-words.ts';
import type { Typed } from './typed.ts';

export type Asking = {
  action: DeskAction & ('reject' | 'certify' | 'hand_back' | 'cancel');
  address: (id: string) => string;
  /** Whether something must be written, and to whom it goes. */
  note?: 'reason' | 'toExaminers';
};

const actOf = {
  reject: 'desk.examine',
  certify: 'desk.certify',
  hand_back: 'desk.certify',
  cancel: 'desk.certify',
} as const satisfies Record<Asking['action'], Act>;

/**
 * Whether the reader may do that with the case now; else its page says better what is so. Refuses `not_allowed` to whom
 * the table of rights does not let do it with any case.
 */
export async function mayAsk(c: Req, id: string, action: Asking['action']): Promise<boolean> {
  const ctx = ctxOf(c);
  requireAct(ctx.actor, actOf[action]);
  return caseView(c.var.lang, ctx.actor, await readDeskDetails(ctx, id), ctx.now).actions.has(action);
}

/** The page again, with what was typed, when the deed refuses it `invalid`; any other refusal is not its affair. */
export async function noteRefused(
  c: Req,
  id: string,
  asking: Asking,
  typed: Typed,
  deed: () => Promise<Response>,
): Promise<Response> {
  try {
    return await deed();
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'invalid') throw error;
    return c.html(await askPage(c, id, asking, { typed, problems: error.fields }), errorStatus.invalid);
  }
}

type Refused = { typed: Typed; problems: readonly FieldProblem[] };

export async function askPage(c: Req, id: string, asking: Asking, refused?: Refused): Promise<string> {
  const ctx = ctxOf(c);
  const of = caseView(c.var.lang, ctx.actor, await readDeskDetails(ctx, id), ctx.now);
  const { lang } = of;
  const w = askWords[lang];
  const problems = refused?.problems ?? [];
  const certifies = asking.action === 'certify';
  return page(
    <Layout
      {...frameOf(c)}
      title={w[`${asking.action}Title`]}
      back={{ href: paths.deskCase(id), label: w.back }}
      hasErrors={problems.length > 0}
    >
      {certifies && problems.length > 0 ? (
        <CannotCertify lang={lang} problems={problems} lead={refusedWords[lang].cannotCertifyLead} />
      ) : (
        <ErrorSummary lang={lang} problems={problems} />
      )}
      <p class="desk-case-name">{caseTitle(lang, of.view)}</p>
      <CaseFacts {...of} />
      <Consequences c={c} of={of} action={asking.action} />
      <AskForm c={c} of={of} asking={asking} refused={refused} />
      {certifies ? <Sheet of={of} /> : null}
    </Layout>,
  );
}

function Consequences({ c, of, action }: { c: Req; of: CaseView; action: Asking['action'] }) {
  const w = askWords[of.lang];
  const { actor } = ctxOf(c);
  if (action === 'reject') return <p>{w.rejectText}</p>;
  if (action === 'hand_back') return <p>{w.hand_backText}</p>;
  if (action === 'cancel') {
    const certified = of.view.history.findLast((event) => event.action === 'certify');
    return <p>{w.cancelText((certified && detailOf(certified, 'number')) ?? '')}</p>;
  }
  return (
    <ul>
      <li>{w.certifyText(formatDay(of.lang, dayInJapan(of.now)))}</li>
      <li>{w.certifySigned(actor.nameEn, actor.titleEn)}</li>
      <li>{w.certifyAfter}</li>
    </ul>
  );
}

function AskForm(props: { c: Req; of: CaseView; asking: Asking; refused: Refused | undefined }) {
  const { c, of, asking, refused } = props;
  const { lang, view } = of;
  const w = askWords[lang];
  const { applicationId, round } = view.application;
  return (
    <form method="post" action={asking.address(applicationId)} class="confirm">
      <input type="hidden" name="round" value={String(refused?.typed.round ?? roundAsked(c) ?? round)} />
      {asking.note === undefined ? null : (
        <TextArea
          {...{ lang, name: 'note', label: w[asking.note], required: true, rows: 4 }}
          value={refused?.typed.note}
          error={problemFor(refused?.problems ?? [], lang, 'note')}
        />
      )}
      <ButtonRow>
        <Buttons lang={lang} action={asking.action} />
        <ButtonLink href={paths.deskCase(applicationId)}>{w.stop}</ButtonLink>
      </ButtonRow>
    </form>
  );
}

function Buttons({ lang, action }: { lang: CaseView['lang']; action: Asking['action'] }): Child {
  const w = askWords[lang];
  if (action === 'hand_back') return <Button tone="primary">{w.hand_backYes}</Button>;
  if (action === 'cancel') return <Button tone="danger">{w.cancelYes}</Button>;
  const [next, only] = action === 'reject' ? [w.rejectNext, w.rejectYes] : [w.certifyNext, w.certifyYes];
  return (
    <>
      <Button tone={action === 'reject' ? 'danger' : 'primary'} name="after" value="next">
        {next}
      </Button>
      <Button name="after" value="queue">
        {only}
      </Button>
    </>
  );
}

/** The submission from whose page the reader came: what he has seen is what he decides on. */
function roundAsked(c: Req): number | undefined {
  const round = c.req.query('round') ?? '';
  return /^\d{1,6}$/.test(round) ? Number(round) : undefined;
}

function Sheet({ of }: { of: CaseView }) {
  const { applicationId, round } = of.view.application;
  return (
    <p class="desk-one-sheet">
      <img
        src={`${paths.deskSheet(applicationId, '1')}?round=${round}`}
        alt={askWords[of.lang].sheet}
        width={String(Math.round(a4.width * 4))}
        height={String(Math.round(a4.height * 4))}
      />
    </p>
  );
}
