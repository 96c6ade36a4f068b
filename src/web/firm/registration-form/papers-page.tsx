// The page of 必要書類.
import type { Chamber } from '../../../chambers/chamber.ts';
import type { FieldProblem } from '../../../lib/refusal.ts';
import { letterProblems } from '../../../registrations/procedures/draw-letters.ts';
import { paperNames } from '../../../registrations/procedures/paper-names.ts';
import { isOpenToApplicant, isOver } from '../../../registrations/procedures/procedure-lifecycle.ts';
import type { PaperState } from '../../../registrations/procedures/procedure-papers.ts';
import type { ProcedurePaper } from '../../../registrations/procedures/procedure-papers-store.ts';
import type { FormView } from '../../../registrations/procedures/read-procedure.ts';
import { paths } from '../../paths.ts';
import type { Req } from '../../request.ts';
import { Button, ButtonLink, ButtonRow, PostButton } from '../../ui/button.tsx';
import { formatCount, formatDay } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { problemFor } from '../../ui/field-frame.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { page } from '../../ui/layout.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import type { Lang } from '../../ui/words.ts';
import { FormFrame } from './form-frame.tsx';
import { paperPlace } from './form-steps.ts';
import { papersWords } from './papers-words.ts';

type Shown = { view: FormView; chamber: Chamber; uploads: boolean; problems: readonly FieldProblem[] };

/** The most that one file may have (evidence-pdf-messages), in bytes. */
const maxFile = 10_000_000;

export function papersPage(c: Req, shown: Shown): string {
  const { view, chamber, uploads, problems } = shown;
  const { lang } = c.var;
  const w = papersWords[lang];
  const { procedureId, status, content } = view.procedure;
  const isKnown = content.kind !== '' && content.legalForm !== '';
  const { nameJa, nameEn, telephone, mail } = chamber;
  return page(
    <FormFrame {...{ c, step: 'papers', view, problems, islands: ['file-drop'] }}>
      <p>{w.lead}</p>
      {isKnown ? (
        <>
          <Letters lang={lang} view={view} />
          <h2>{w.how}</h2>
          <p>{uploads ? w.howUploads : w.howPaper}</p>
          <p>{w.contact(lang === 'ja' ? nameJa : nameEn, telephone, mail)}</p>
          <h2>{w.list}</h2>
          {view.papers.map((paper) => (
            <Paper {...{ lang, view, paper, problems, open: uploads && !isOver(status) }} />
          ))}
        </>
      ) : (
        <EmptyState heading={w.notYet}>{w.notYetText}</EmptyState>
      )}
      {isOpenToApplicant(status) ? (
        <ButtonRow>
          <ButtonLink href={paths.formReview(procedureId)} tone="primary">
            {w.next}
          </ButtonLink>
        </ButtonRow>
      ) : null}
    </FormFrame>,
  );
}

function Letters({ lang, view }: { lang: Lang; view: FormView }) {
  const w = papersWords[lang];
  const { procedureId, receiptNumber } = view.procedure;
  const problems = letterProblems(view.procedure.content);
  return (
    <section aria-labelledby="letters">
      <h2 id="letters">{w.letters}</h2>
      <p>{w.lettersText}</p>
      {problems.length === 0 ? (
        <>
          {receiptNumber === null ? <p>{w.before}</p> : null}
          <ButtonRow>
            <ButtonLink href={paths.formLetters(procedureId)}>{w.lettersGet}</ButtonLink>
          </ButtonRow>
        </>
      ) : (
        <p>
          {w.lettersLater(formatCount(problems.length))} <a href={paths.formReview(procedureId)}>{w.lettersTo}</a>
        </p>
      )}
    </section>
  );
}

/** What a paper is called, with whose it is. */
export function paperTitle(lang: Lang, view: FormView, { kind, signatoryKey }: PaperState): string {
  const person = view.procedure.content.signatories.find(({ key }) => key === signatoryKey);
  const name = paperNames[kind][lang];
  return person ? `${name}${papersWords[lang].whose(person.nameEn || person.nameJa)}` : name;
}

type PaperProps = { lang: Lang; view: FormView; paper: PaperState; problems: readonly FieldProblem[]; open: boolean };

function Paper({ lang, view, paper, problems, open }: PaperProps) {
  const w = papersWords[lang];
  const { procedureId } = view.procedure;
  const place = paperPlace(paper.kind, paper.signatoryKey);
  const title = paperTitle(lang, view, paper);
  const about = [
    ...(paper.copies > 1 ? [w.copies(formatCount(paper.copies))] : []),
    ...(paper.maxAgeMonths === undefined ? [] : [w.recent]),
  ];
  return (
    <section aria-labelledby={`paper-${place}`} id={place} class="attached">
      <h3 id={`paper-${place}`}>
        {title} <PaperTag lang={lang} paper={paper} />
      </h3>
      {about.length === 0 ? null : <p class="quiet">{about.join(' · ')}</p>}
      {paper.came.map((one) => (
        <Came {...{ lang, procedureId, title, paper: one, open }} />
      ))}
      {open && paper.came.length < paper.copies ? (
        <details open={problemFor(problems, lang, place) !== undefined}>
          <summary>
            {w.send}
            <span class="unseen">{w.of(title)}</span>
          </summary>
          <form method="post" action={paths.formPapers(procedureId)} enctype="multipart/form-data">
            <input type="hidden" name="kind" value={paper.kind} />
            <input type="hidden" name="signatory" value={paper.signatoryKey ?? ''} />
            <FileDrop
              {...{ lang, name: place, label: w.file, accept: '.pdf,application/pdf', types: 'PDF', maxBytes: maxFile }}
              {...{ more: w.fileMore, error: problemFor(problems, lang, place) }}
            />
            <ButtonRow>
              <Button>
                {w.send}
                <span class="unseen">{w.of(title)}</span>
              </Button>
            </ButtonRow>
          </form>
        </details>
      ) : null}
    </section>
  );
}

export function PaperTag({ lang, paper }: { lang: Lang; paper: PaperState }) {
  const w = papersWords[lang];
  const checked = paper.came.filter(({ accountId }) => accountId !== null).length;
  if (checked >= paper.copies) return <StatusTag tone="done" text={w.came} />;
  if (paper.came.length >= paper.copies) return <StatusTag tone="progress" text={w.uploaded} />;
  return <StatusTag tone="attention" text={w.missing} />;
}

type CameProps = { lang: Lang; procedureId: string; title: string; paper: ProcedurePaper; open: boolean };

function Came({ lang, procedureId, title, paper, open }: CameProps) {
  const w = papersWords[lang];
  const day = formatDay(lang, paper.day);
  if (paper.how !== 'upload') return <p>{paper.how === 'counter' ? w.counter(day) : w.post(day)}</p>;
  return (
    <>
      <div class="attached-about">
        <span>{w.upload(paper.fileName, day)}</span>
        {open && paper.accountId === null ? (
          <PostButton action={paths.removeFormPaper(procedureId, paper.paperId)} tone="link">
            {w.remove}
            <span class="unseen">{w.of(title)}</span>
          </PostButton>
        ) : null}
      </div>
      <details class="attached-others">
        <summary>
          {w.pages(paper.pictures.length)}
          <span class="unseen">{w.of(title)}</span>
        </summary>
        <ol class="attached-thumbnails">
          {paper.pictures.map(({ width, height }, index) => (
            <li class="attached-page">
              <a href={paths.formPaperPage(procedureId, paper.paperId, String(index + 1))}>
                <img
                  src={paths.formPaperPage(procedureId, paper.paperId, String(index + 1))}
                  alt={w.pageOf(title, index + 1)}
                  {...{ width: String(width), height: String(height) }}
                  loading="lazy"
                />
              </a>
            </li>
          ))}
        </ol>
      </details>
    </>
  );
}
