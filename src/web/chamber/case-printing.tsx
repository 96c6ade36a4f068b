// What became of an issued certificate: until when it may be printed, who fetched it, and the form for a new last day.

import type { DeskPrintView } from '../../certificates/print.ts';
import type { FieldProblem } from '../../lib/refusal.ts';
import { paths } from '../paths.ts';
import { Button, ButtonRow } from '../ui/button.tsx';
import { formatDay, formatDayTime } from '../ui/dates.ts';
import { problemFor } from '../ui/field-frame.tsx';
import { StatusTag, type StatusTone } from '../ui/status-tag.tsx';
import { Table } from '../ui/table.tsx';
import { DateField, TextArea } from '../ui/text-field.tsx';
import type { Lang } from '../ui/words.ts';
import { askWords } from './ask-words.ts';
import { type CaseView, nameOf } from './case-view.ts';
import { type DeskFact, DeskFacts } from './desk-facts.tsx';
import { printingWords } from './printing-words.ts';
import type { Typed } from './typed.ts';

type Props = CaseView & {
  printing: DeskPrintView;
  /** What came with a deed that was refused; another form's words are not shown in this one. */
  typed: Typed | undefined;
  problems: readonly FieldProblem[];
};

export function CasePrinting(props: Props) {
  const { lang, printing } = props;
  const w = printingWords[lang];
  return (
    <section aria-labelledby="printing" class="desk-printing">
      <h2 id="printing">{w.heading}</h2>
      <Facts lang={lang} printing={printing} />
      {printing.mayReopen ? <ReopenForm {...props} /> : null}
      {printing.print.status === 'issued' && !printing.mayReopen ? <p class="quiet">{w.byCertifier}</p> : null}
      <Downloads lang={lang} printing={printing} />
    </section>
  );
}

function Facts({ lang, printing }: Pick<Props, 'lang' | 'printing'>) {
  const w = printingWords[lang];
  const { number, issuedAt, printUntil } = printing.print;
  const [tone, state] = stateOf(lang, printing);
  const facts: DeskFact[] = [
    { key: w.number, value: <span class="numbers">{number}</span> },
    { key: w.issuedAt, value: issuedAt && formatDayTime(lang, issuedAt) },
    {
      key: w.window,
      value: (
        <>
          {printUntil && w.until(formatDay(lang, printUntil))} <StatusTag tone={tone} text={state} />
        </>
      ),
    },
    { key: w.downloads, value: printing.downloads.total === 0 ? w.noDownloads : w.times(printing.downloads.total) },
  ];
  return <DeskFacts facts={facts} />;
}

function stateOf(lang: Lang, { print, isOpen }: DeskPrintView): [StatusTone, string] {
  const w = printingWords[lang];
  if (print.status !== 'issued') return ['stopped', w.revoked];
  return isOpen ? ['done', w.open] : ['neutral', w.over];
}

function ReopenForm({ lang, view, printing, typed, problems }: Props) {
  const w = printingWords[lang];
  const { applicationId, round } = view.application;
  const { isOpen, nearest, furthest, print } = printing;
  const asked = typed?.reopen;
  return (
    <details open={!isOpen || asked !== undefined}>
      <summary>{isOpen ? w.extend : w.reopen}</summary>
      <form method="post" action={paths.reopenPrinting(applicationId)} class="confirm" novalidate>
        <input type="hidden" name="round" value={String(round)} />
        <input type="hidden" name="seenUntil" value={print.printUntil ?? ''} />
        <DateField
          {...{ lang, name: 'until', label: w.untilLabel, required: true, min: nearest, max: furthest }}
          help={w.untilHelp(formatDay(lang, furthest))}
          value={asked ? asked.until : offeredIn(printing)}
          error={problemFor(problems, lang, 'until')}
        />
        <TextArea
          {...{ lang, name: 'note', label: askWords[lang].reason, required: true, rows: 3 }}
          value={asked ? typed.note : undefined}
          error={problemFor(problems, lang, 'note')}
        />
        <ButtonRow>
          <Button tone={isOpen ? 'secondary' : 'primary'}>{isOpen ? w.extend : w.reopen}</Button>
        </ButtonRow>
      </form>
    </details>
  );
}

/** Nothing is offered where it would change nothing. */
const offeredIn = ({ offered, print }: DeskPrintView): string | undefined =>
  offered === print.printUntil ? undefined : offered;

type Download = DeskPrintView['downloads']['rows'][number];

function Downloads({ lang, printing }: Pick<Props, 'lang' | 'printing'>) {
  const w = printingWords[lang];
  const { rows, total } = printing.downloads;
  if (rows.length === 0) return null;
  return (
    <>
      <h3>{w.downloadsHeading}</h3>
      {total > rows.length ? <p>{w.newest(rows.length, total)}</p> : null}
      <Table
        {...{ lang, id: 'downloads', caption: w.downloadsHeading, captionUnseen: true, dense: true }}
        {...{ phone: 'stack', rows }}
        columns={[
          { key: 'at', head: w.at, kind: 'day', cell: (row: Download) => formatDayTime(lang, row.at) },
          {
            ...{ key: 'what', head: w.what, namesRow: true },
            cell: ({ what }: Download) => (what === 'statement' ? w.statement : what),
          },
          { key: 'who', head: w.who, cell: (row: Download) => `${nameOf(lang, row)} (${row.loginId})` },
        ]}
      />
    </>
  );
}
