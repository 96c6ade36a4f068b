// Right: the papers that the procedure needs, each with what has come of it; uploads as pictures of their pages.

import { paperNames } from '../../../registrations/procedures/paper-names.ts';
import type { PaperState } from '../../../registrations/procedures/procedure-papers.ts';
import { allCame } from '../../../registrations/procedures/procedure-papers.ts';
import type { ProcedurePaper } from '../../../registrations/procedures/procedure-papers-store.ts';
import { paths } from '../../paths.ts';
import { Button, PostButton } from '../../ui/button.tsx';
import { formatDay } from '../../ui/dates.ts';
import { fieldId, problemFor } from '../../ui/field-frame.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { nameOf } from '../case-view.ts';
import { paperField } from './procedure-typed.ts';
import { procedureWords } from './procedure-words.ts';
import { RemarkBox, type RemarkProps } from './remark-box.tsx';

export function ProcedurePapers(props: RemarkProps) {
  const { lang, view } = props;
  const w = procedureWords[lang];
  const came = view.papers.filter((paper) => allCame([paper])).length;
  return (
    <div class="desk-side">
      <div class="desk-side-head">
        <h2>{w.papersOf(came, view.papers.length)}</h2>
        <a href={paths.deskLetters(view.procedure.procedureId)} download="">
          {w.letters}
        </a>
      </div>
      <section class="desk-pane" id="pane-right" aria-label={w.papers} tabindex={0}>
        {view.papers.length === 0 ? <p>{w.noPapers}</p> : null}
        {view.papers.map((paper, index) => (
          <Paper {...props} paper={paper} isFirstOfKind={isFirst(view.papers, index)} />
        ))}
      </section>
    </div>
  );
}

/** The remark stands once for all signature sheets: a place of the form is a kind of paper. */
const isFirst = (papers: readonly PaperState[], at: number): boolean =>
  papers.findIndex(({ kind }) => kind === papers[at]?.kind) === at;

type PaperProps = RemarkProps & { paper: PaperState };

function nameOfPaper({ lang, view, paper }: PaperProps): string {
  const signatory = view.procedure.content.signatories.find(({ key }) => key === paper.signatoryKey);
  const name = paperNames[paper.kind][lang];
  return signatory ? `${name} ${signatory.nameEn || signatory.nameJa}` : name;
}

function Paper(props: PaperProps & { isFirstOfKind: boolean }) {
  const { lang, actions, paper } = props;
  const w = procedureWords[lang];
  const id = fieldId(`paper.${paperField(paper.kind, paper.signatoryKey)}`);
  const isThere = allCame([paper]);
  return (
    <article class="reg-paper" aria-labelledby={id}>
      <h3 id={id}>
        {nameOfPaper(props)} <PaperTag {...props} isThere={isThere} />
      </h3>
      {paper.maxAgeMonths === undefined ? null : <p class="desk-attached-about quiet">{w.months3}</p>}
      {paper.came.map((one) => (
        <Came {...props} one={one} />
      ))}
      {actions.has('tick') && !isThere ? <TickForm {...props} /> : null}
      {props.isFirstOfKind ? <RemarkBox {...props} place={paper.kind} /> : null}
    </article>
  );
}

function PaperTag({ lang, paper, isThere }: PaperProps & { isThere: boolean }) {
  const w = procedureWords[lang];
  if (isThere) return <StatusTag tone="done" text={w.checked} />;
  return paper.came.length > 0 ? (
    <StatusTag tone="attention" text={w.uploaded} />
  ) : (
    <StatusTag tone="neutral" text={w.notCame} />
  );
}

function Came(props: PaperProps & { one: ProcedurePaper }) {
  const { lang, view, actions, one } = props;
  const w = procedureWords[lang];
  const { procedureId } = view.procedure;
  const who = one.accountId === null ? undefined : view.people.get(one.accountId);
  const name = nameOfPaper(props);
  return (
    <div class="reg-came">
      <p class="desk-attached-about">
        {w.cameBy(w[one.how], formatDay(lang, one.day))} {one.fileName} {who ? w.tickedBy(nameOf(lang, who)) : null}
      </p>
      {one.accountId === null && actions.has('tick') ? (
        <PostButton action={paths.tickUpload(procedureId, one.paperId)}>
          {w.seen}
          <span class="unseen">{w.of(name)}</span>
        </PostButton>
      ) : null}
      {one.accountId !== null && actions.has('untick') ? (
        <PostButton action={paths.untickPaper(procedureId, one.paperId)} tone="link">
          {w.untick}
          <span class="unseen">{w.of(name)}</span>
        </PostButton>
      ) : null}
      {one.pictures.map(({ width, height }, index) => {
        const page = paths.deskPaperPage(procedureId, one.paperId, String(index + 1));
        return (
          <a class="desk-picture" href={page}>
            <img
              src={page}
              alt={w.pageOf(name, index + 1)}
              loading="lazy"
              {...{ width: String(width), height: String(height) }}
            />
          </a>
        );
      })}
    </div>
  );
}

/** Brought or posted: the day, which is today as a rule, and one press. */
function TickForm(props: PaperProps) {
  const { lang, view, paper, today, typed, problems } = props;
  const w = procedureWords[lang];
  const field = paperField(paper.kind, paper.signatoryKey);
  const id = fieldId(field);
  const error = problemFor(problems, lang, field);
  const name = nameOfPaper(props);
  const isTyped = field === paperField(typed.brought.kind, typed.brought.signatoryKey);
  return (
    <form method="post" action={paths.tickPaper(view.procedure.procedureId)} class="desk-actions reg-tick">
      <input type="hidden" name="kind" value={paper.kind} />
      {paper.signatoryKey === undefined ? null : <input type="hidden" name="signatoryKey" value={paper.signatoryKey} />}
      {error === undefined ? null : (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <label class="desk-bar-text" for={id}>
        {w.day}
        <span class="unseen">{w.of(name)}</span>
      </label>
      <input
        {...{ type: 'date', id, name: 'day', class: 'input input-short', max: today, autocomplete: 'off' }}
        value={isTyped ? typed.brought.day : today}
        aria-invalid={error === undefined ? undefined : 'true'}
        aria-describedby={error === undefined ? undefined : `${id}-error`}
      />
      <Button name="how" value="counter">
        {w.byCounter}
        <span class="unseen">{w.of(name)}</span>
      </Button>
      <Button name="how" value="post">
        {w.byPost}
        <span class="unseen">{w.of(name)}</span>
      </Button>
    </form>
  );
}
