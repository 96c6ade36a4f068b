import type { Chamber } from '../../../chambers/chamber.ts';
import { dayInJapan } from '../../../lib/clock.ts';
import { procedureNames } from '../../../registrations/procedures/paper-names.ts';
import { isOpenToApplicant, isOver } from '../../../registrations/procedures/procedure-lifecycle.ts';
import type { FormOutcome, FormView } from '../../../registrations/procedures/read-procedure.ts';
import { frameOf } from '../../frame.ts';
import { paths } from '../../paths.ts';
import type { Req } from '../../request.ts';
import { ButtonLink, ButtonRow, PostButton } from '../../ui/button.tsx';
import { formatDay, formatDayTime } from '../../ui/dates.ts';
import { Layout, page } from '../../ui/layout.tsx';
import { NextStep } from '../../ui/next-step.tsx';
import type { StatusTone } from '../../ui/status-tag.tsx';
import { type SummaryItem, SummaryList } from '../../ui/summary-list.tsx';
import type { Lang } from '../../ui/words.ts';
import { Changes, Contents } from './form-contents.tsx';
import { Remarks } from './form-frame.tsx';
import { formWords, statusWords } from './form-words.ts';
import { type FeeShown, feeFact, OwnFeeNotice, refreshOf } from './own-fee.tsx';
import { PaperTag, paperTitle } from './papers-page.tsx';
import { papersWords } from './papers-words.ts';
import { stateWords } from './state-words.ts';

type Shown = {
  view: FormView;
  outcome: FormOutcome;
  chamber: Chamber;
  uploads: boolean;
  desk: string;
  fee: FeeShown;
  byLink: boolean;
};

export function statePage(c: Req, shown: Shown): string {
  const { view, outcome, byLink } = shown;
  const { lang } = c.var;
  const [w, f] = [stateWords[lang], formWords[lang]];
  const { procedureId, status, kind } = view.procedure;
  const back = c.var.actor && !byLink ? { href: paths.registration } : undefined;
  return page(
    <Layout
      {...frameOf(c)}
      title={`${w.title}: ${procedureNames[kind][lang]}`}
      back={back}
      islands={refreshOf(shown.fee) === undefined ? [] : ['payment-progress']}
      hasErrors={shown.fee.refused !== undefined}
    >
      <State {...{ lang, view, outcome, desk: shown.desk }} />
      <p class="unseen" role="status" id="payment-said"></p>
      <div id="payment-live" data-refresh={refreshOf(shown.fee)}>
        <OwnFeeNotice lang={lang} procedure={view.procedure} fee={shown.fee} />
      </div>
      {status === 'returned' ? <Remarks lang={lang} view={view} /> : null}
      {status === 'accepted' ? <Accepted lang={lang} /> : null}
      {isOver(status) || status === 'draft' ? null : <Papers {...{ lang, ...shown }} />}
      <SummaryList items={factsOf(lang, view)} />
      <Contact lang={lang} chamber={shown.chamber} />
      {isOpenToApplicant(status) ? null : (
        <details>
          <summary>{w.read}</summary>
          <Changes lang={lang} view={view} />
          <Contents lang={lang} view={view} />
        </details>
      )}
      <ButtonRow>
        {isOver(status) ? null : (
          <ButtonLink href={paths.cancelForm(procedureId)} tone="link">
            {w.cancel}
          </ButtonLink>
        )}
        {byLink ? (
          <PostButton action={paths.leaveForm(procedureId)} tone="link">
            {f.leave}
          </PostButton>
        ) : null}
      </ButtonRow>
    </Layout>,
  );
}

const tones: Readonly<Record<FormView['procedure']['status'], StatusTone>> = {
  ...{ draft: 'attention', submitted: 'attention', received: 'progress', examining: 'progress' },
  ...{ returned: 'attention', rejected: 'stopped', cancelled: 'neutral', accepted: 'done' },
};

function State({ lang, view, outcome, desk }: Pick<Shown, 'view' | 'outcome' | 'desk'> & { lang: Lang }) {
  const w = stateWords[lang];
  const { procedure, papers } = view;
  const { procedureId, status, keptUntil } = procedure;
  const isUploaded = papers.every(({ came, copies }) => came.length >= copies);
  const texts = {
    ...{ draft: w.draftText, submitted: isUploaded ? w.uploadedText : w.submittedText, received: w.receivedText },
    ...{ examining: w.examiningText, returned: w.returnedText, rejected: w.rejectedText, cancelled: w.cancelledText },
    accepted: w.acceptedText(outcome.registrationNumber ?? ''),
  };
  const go = { draft: w.goOn, returned: w.correct };
  const action =
    status === 'draft' || status === 'returned' ? (
      <ButtonLink href={paths.formCompany(procedureId)} tone="primary">
        {go[status]}
      </ButtonLink>
    ) : undefined;
  return (
    <NextStep
      {...{ lang, tone: status === 'submitted' && isUploaded ? 'progress' : tones[status] }}
      state={statusWords[lang][status]}
      action={status === 'accepted' ? <Certificate lang={lang} procedureId={procedureId} /> : action}
    >
      <p>{texts[status]}</p>
      {status === 'draft' ? <p>{w.kept(formatDay(lang, dayInJapan(keptUntil)))}</p> : null}
      {status === 'received' || (status === 'submitted' && isUploaded) ? <p>{desk}</p> : null}
      {outcome.rejection === undefined ? null : (
        <p>
          {w.reason}: {outcome.rejection}
        </p>
      )}
    </NextStep>
  );
}

const Certificate = ({ lang, procedureId }: { lang: Lang; procedureId: string }) => (
  <ButtonLink href={paths.formCertificate(procedureId)} tone="primary">
    {stateWords[lang].certificate}
  </ButtonLink>
);

function Accepted({ lang }: { lang: Lang }) {
  const w = stateWords[lang];
  return (
    <section aria-labelledby="next">
      <h2 id="next">{w.nextHeading}</h2>
      <ol>
        <li>{w.next1}</li>
        <li>{w.next2}</li>
        <li>{w.next3}</li>
      </ol>
      <ButtonRow>
        <ButtonLink href={paths.signIn}>{w.signIn}</ButtonLink>
        <ButtonLink href={paths.idKinds} tone="link">
          {w.idKinds}
        </ButtonLink>
      </ButtonRow>
    </section>
  );
}

/** Which papers have not come, and how to bring them. */
function Papers({ lang, view, uploads }: Pick<Shown, 'view' | 'uploads'> & { lang: Lang }) {
  const [w, p] = [stateWords[lang], papersWords[lang]];
  const missing = view.papers.filter(({ came, copies }) => came.length < copies);
  return (
    <section aria-labelledby="missing">
      <h2 id="missing">{missing.length > 0 ? w.missing : formWords[lang].papers}</h2>
      <ul>
        {(missing.length > 0 ? missing : view.papers).map((paper) => (
          <li>
            {paperTitle(lang, view, paper)} <PaperTag lang={lang} paper={paper} />
          </li>
        ))}
      </ul>
      {missing.length > 0 ? <p>{uploads ? p.howUploads : p.howPaper}</p> : null}
      <ButtonRow>
        <ButtonLink
          href={paths.formPapers(view.procedure.procedureId)}
          tone={missing.length > 0 && view.procedure.status === 'submitted' ? 'primary' : 'secondary'}
        >
          {w.papersTo}
        </ButtonLink>
      </ButtonRow>
    </section>
  );
}

function Contact({ lang, chamber }: { lang: Lang; chamber: Chamber }) {
  const { nameJa, nameEn, telephone, mail } = chamber;
  return (
    <section aria-labelledby="contact">
      <h2 id="contact">{stateWords[lang].contact}</h2>
      <p>{papersWords[lang].contact(lang === 'ja' ? nameJa : nameEn, telephone, mail)}</p>
    </section>
  );
}

function factsOf(lang: Lang, { procedure }: FormView): SummaryItem[] {
  const w = stateWords[lang];
  const { procedureId, kind, receiptNumber, createdAt, submittedAt, rulesVersion, agreedAt } = procedure;
  return [
    { key: w.kind, value: procedureNames[kind][lang] },
    ...(receiptNumber === null ? [] : [{ key: w.receipt, value: receiptNumber }]),
    { key: w.began, value: formatDayTime(lang, createdAt) },
    ...(submittedAt === null ? [] : [{ key: w.sent, value: formatDayTime(lang, submittedAt) }]),
    ...(kind === 'new' || kind === 'renewal' ? [{ key: w.fee, ...feeFact(lang, procedure, w.feeUnset) }] : []),
    {
      ...{ key: w.rules, value: w.rulesAgreed(String(rulesVersion), formatDayTime(lang, agreedAt)) },
      action: <a href={paths.formRules(procedureId)}>{w.rulesShow}</a>,
    },
  ];
}
