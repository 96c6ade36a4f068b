// 確認と申請: what the rules say, the sheets as they will be, and the button that hands it to the chamber.

import { Hono } from 'hono';
import type { PropsWithChildren } from 'hono/jsx';
import { isChangeable } from '../../../applications/application.ts';
import type { Finding } from '../../../applications/finding.ts';
import type { CharacterChange } from '../../../applications/forms/content.ts';
import { formFor } from '../../../applications/forms/forms.ts';
import { compareApplication } from '../../../applications/invoice-comparison.ts';
import { countSheets } from '../../../applications/preview.ts';
import { type FirmView, readApplication, readToWrite } from '../../../applications/read.ts';
import { checkApplication, submitApplication } from '../../../applications/submit.ts';
import { type FieldProblem, Refusal } from '../../../lib/refusal.ts';
import { readOwnSanctions } from '../../../registrations/sanctions/read-sanction.ts';
import { errorStatus } from '../../errors.tsx';
import { pagesOf } from '../../kinds/kinds.ts';
import { paths } from '../../paths.ts';
import { ctxOf, type Env, formOf, type Req } from '../../request.ts';
import { Button, ButtonLink, ButtonRow } from '../../ui/button.tsx';
import { formatCount } from '../../ui/dates.ts';
import { page } from '../../ui/layout.tsx';
import { NextStep } from '../../ui/next-step.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { Lang } from '../../ui/words.ts';
import { deskSentence } from '../desk-hours.ts';
import { DraftFrame } from '../draft/draft-frame.tsx';
import { seenIn } from '../draft/seen-version.ts';
import { SanctionNotices } from '../sanction-notice.tsx';
import { findingHref, stepHref, type Which } from './finding-link.ts';
import { FindingsList } from './findings-list.tsx';
import { InvoiceCompared } from './invoice-compared.tsx';
import { type ReviewWay, reviewWayWords } from './review-way-words.ts';
import { reviewWords } from './review-words.ts';
import { isWhy, WarningWhys, whysIn } from './warning-whys.tsx';

export const reviewScreens = new Hono<Env>();

reviewScreens.get(paths.review(':id'), async (c) => {
  const id = c.req.param('id');
  const view = await readToWrite(ctxOf(c), id);
  if (!isChangeable(view.application)) return c.redirect(paths.application(id), 303);
  return c.html(await reviewPage(c, view, {}));
});

reviewScreens.post(paths.submitApplication(':id'), async (c) => {
  const id = c.req.param('id');
  const form = await formOf(c);
  const whys = whysIn(form);
  try {
    await submitApplication(ctxOf(c), { applicationId: id, whys, ...seenIn(form) });
    return c.redirect(paths.application(id), 303);
  } catch (error) {
    if (!(error instanceof Refusal) || (error.code !== 'invalid' && error.code !== 'conflict')) throw error;
    const view = await readApplication(ctxOf(c), id);
    // Pressed twice, or by a colleague: it is with the chamber, and the overview says so.
    if (!isChangeable(view.application)) return c.redirect(paths.application(id), 303);
    return c.html(await reviewPage(c, view, { refused: error, whys }), errorStatus[error.code]);
  }
});

/** `whys`: what was typed of the warnings. */
type Shown = { refused?: Refusal; whys?: Readonly<Record<string, string>> };
type Of = { lang: Lang; id: string };
type OfOne = { lang: Lang; application: Which };

/** What the button at the end does: hands it to the chamber, or to the signatory. */
function wayOf(c: Req, { application, allowed }: FirmView): ReviewWay {
  const isSub = ctxOf(c).actor.role === 'sub';
  return isSub && (application.registration.releaseRequired || !allowed.has('application.submit'))
    ? 'prepare'
    : 'submit';
}

export async function reviewPage(c: Req, view: FirmView, shown: Shown): Promise<string> {
  const { lang } = c.var;
  const { application } = view;
  const id = application.applicationId;
  const findings = await checkApplication(ctxOf(c), id);
  const sanctions = await readOwnSanctions(ctxOf(c));
  const comparison = await compareApplication(ctxOf(c), id);
  const sheets = await countSheets(ctxOf(c), id);
  const desk = await deskSentence(c);
  const blocking = findings.filter((finding) => finding.level === 'block');
  const warnings = findings.filter((finding) => finding.level === 'warn');
  const { changes } = formFor(application.kind).mendCharacters(application.content);
  const of = { lang, id };
  const problems = standingProblems(shown.refused);
  const way = wayOf(c, view);
  return page(
    <DraftFrame {...{ c, application, findings, step: 'review', problems }}>
      <Refused lang={lang} refused={shown.refused} />
      <SanctionNotices lang={lang} sanctions={sanctions} />
      <State lang={lang} blocking={blocking.length} way={way} />
      <Findings {...{ lang, application, blocking, warnings, changes }} />
      <InvoiceCompared
        {...{ lang, kind: application.kind, evidence: view.evidence, comparison }}
        isHeading
        hrefOf={(value) => findingHref(application, value)}
      />
      <Sheets {...of} sheets={sheets} />
      <Submit {...of} {...{ version: application.version, desk, way, isBlocked: blocking.length > 0 }}>
        <WarningWhys {...{ lang, kind: application.kind, warnings, problems }} whys={shown.whys ?? {}} />
      </Submit>
    </DraftFrame>,
  );
}

/** What is no finding about the content: what stands against the firm itself (its registration has expired), words to the examiner. */
export function standingProblems(refused: Refusal | undefined): readonly FieldProblem[] {
  return refused?.fields.filter(({ field }) => field === '' || isWhy(field)) ?? [];
}

export function Refused(props: { lang: Lang; refused: Refusal | undefined }) {
  const { refused } = props;
  const w = reviewWords[props.lang];
  if (refused === undefined || standingProblems(refused).length > 0) return null;
  return refused.code === 'conflict' ? (
    <Notice tone="error" heading={w.conflictHeading}>
      <p>{w.conflictText}</p>
    </Notice>
  ) : (
    <Notice tone="error" heading={w.refusedHeading}>
      <p>{w.refusedText}</p>
    </Notice>
  );
}

function State(props: { lang: Lang; blocking: number; way: ReviewWay }) {
  const { lang, blocking, way } = props;
  const w = reviewWords[lang];
  const own = reviewWayWords[way][lang];
  const isReady = blocking === 0;
  return (
    <NextStep
      lang={lang}
      tone={isReady ? 'done' : 'attention'}
      state={isReady ? own.ready : w.notReady(formatCount(blocking))}
      action={isReady ? <ButtonLink href="#submit">{own.toButton}</ButtonLink> : undefined}
    >
      <p>{isReady ? own.readyText : w.notReadyText}</p>
    </NextStep>
  );
}

/** Characters are corrected with one button; it stands where the texts stand. */
function ToMends({ lang, application, changes }: OfOne & { changes: readonly CharacterChange[] }) {
  const w = reviewWords[lang];
  const [first] = changes;
  if (first === undefined) return null;
  const pages = pagesOf(application.kind);
  const href = stepHref(application.applicationId, pages.stepOf({ place: 'goods', path: first.path }));
  return (
    <p>
      {w.mends(formatCount(changes.length))} <a href={`${href}#mends-heading`}>{w.toMends}</a>
    </p>
  );
}

export function Findings(
  props: OfOne & {
    blocking: readonly Finding[];
    warnings: readonly Finding[];
    changes: readonly CharacterChange[];
  },
) {
  const { lang, application, blocking, warnings } = props;
  const w = reviewWords[lang];
  return (
    <>
      {blocking.length === 0 ? null : (
        <section aria-labelledby="blocking">
          <h2 id="blocking">{w.blocking}</h2>
          <ToMends {...props} />
          <FindingsList {...{ lang, application }} findings={blocking} />
        </section>
      )}
      {warnings.length === 0 ? null : (
        <section aria-labelledby="warnings">
          <h2 id="warnings">{w.warnings}</h2>
          <p>{w.warningsLead}</p>
          <FindingsList {...{ lang, application }} findings={warnings} />
        </section>
      )}
    </>
  );
}

/** Each picture is drawn when it comes into sight; more than these are for the PDF. */
const shownSheets = 12;

export function Sheets(props: Of & { sheets: number }) {
  const { lang, id, sheets } = props;
  const w = reviewWords[lang];
  const shown = Math.min(sheets, shownSheets);
  return (
    <section aria-labelledby="sheets">
      <h2 id="sheets">{w.sheets(formatCount(sheets))}</h2>
      <p>{w.sheetsLead}</p>
      <p>
        <a href={paths.previewPdf(id)}>{w.pdf}</a>
      </p>
      {Array.from({ length: shown }, (_, index) => index + 1).map((sheet) => (
        <p>
          <img
            src={paths.previewSheet(id, String(sheet))}
            alt={w.sheetAlt(sheet, sheets)}
            width={794}
            height={1123}
            loading="lazy"
          />
        </p>
      ))}
      {shown < sheets ? <p>{w.sheetsMore(shown)}</p> : null}
    </section>
  );
}

function Submit(props: PropsWithChildren<Of & { version: number; desk: string; way: ReviewWay; isBlocked: boolean }>) {
  const { lang, id, way } = props;
  const w = reviewWords[lang];
  const own = reviewWayWords[way][lang];
  const action = { submit: paths.submitApplication(id), prepare: paths.prepareApplication(id) }[way];
  return (
    <section aria-labelledby="submit">
      <h2 id="submit">{own.heading}</h2>
      {props.isBlocked ? (
        <>
          <p>{w.submitBlocked}</p>
          <ButtonRow>
            <ButtonLink href="#blocking">{w.toBlocking}</ButtonLink>
          </ButtonRow>
        </>
      ) : (
        <>
          <p>{own.lead}</p>
          {way === 'submit' ? <p>{props.desk}</p> : null}
          <form method="post" action={action}>
            <input type="hidden" name="version" value={String(props.version)} />
            {way === 'submit' ? props.children : null}
            <ButtonRow>
              <Button tone="primary">{own.button}</Button>
            </ButtonRow>
          </form>
        </>
      )}
    </section>
  );
}
