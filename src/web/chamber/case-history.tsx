// What happened so far: the examiners' decisions, and every step with who took it.
import type { Account } from '../../accounts/account.ts';
import type { Examination } from '../../applications/desk-store.ts';
import type { Event } from '../../audit/events.ts';
import { formatDay, formatDayTime } from '../ui/dates.ts';
import { Table } from '../ui/table.tsx';
import type { Lang } from '../ui/words.ts';
import { decisionWords, deskHistoryWords } from './case-state-words.ts';
import { type CaseView, detailOf, nameOf } from './case-view.ts';
import { caseWords } from './case-words.ts';
import { printingWords } from './printing-words.ts';
import { queueWords } from './queue-words.ts';

export function CaseHistory({ lang, view }: CaseView) {
  const w = caseWords[lang];
  const { people, examinations, history } = view;
  return (
    <>
      {examinations.length === 0 ? null : <Examinations lang={lang} view={view} />}
      <h2 id="history">{w.history}</h2>
      <Table
        {...{ lang, id: 'steps', caption: w.history, captionUnseen: true, dense: true, phone: 'stack', rows: history }}
        columns={[
          { key: 'at', head: w.at, kind: 'day', cell: (event: Event) => formatDayTime(lang, event.at) },
          { key: 'what', head: w.what, namesRow: true, cell: (event: Event) => stepName(lang, event.action) },
          { key: 'who', head: w.who, cell: (event: Event) => whoDid(lang, event, people) },
          { key: 'detail', head: w.detail, cell: (event: Event) => detailText(lang, event) },
        ]}
      />
    </>
  );
}

function Examinations({ lang, view }: Pick<CaseView, 'lang' | 'view'>) {
  const w = caseWords[lang];
  const { people, examinations, signatories } = view;
  const signer = (id: string | null) => signatories.find((one) => one.signatoryId === id)?.nameEn ?? '';
  return (
    <>
      <h2 id="examinations">{w.examinations}</h2>
      <Table
        {...{ lang, id: 'decisions', caption: w.examinations, captionUnseen: true, dense: true, phone: 'stack' }}
        rows={examinations}
        columns={[
          { key: 'at', head: w.at, kind: 'day', cell: (one: Examination) => formatDayTime(lang, one.at) },
          { key: 'round', head: queueWords[lang].round, cell: (one: Examination) => w.round(one.round) },
          {
            ...{ key: 'result', head: w.result, namesRow: true },
            cell: (one: Examination) => decisionWords[lang][one.decision],
          },
          { key: 'who', head: w.who, cell: (one: Examination) => personName(lang, people.get(one.accountId)) },
          {
            ...{ key: 'signer', head: w.invoiceSignedBy },
            cell: (one: Examination) => <span lang="en">{signer(one.invoiceSignedBy)}</span>,
          },
          { key: 'note', head: w.detail, cell: (one: Examination) => one.note },
        ]}
      />
    </>
  );
}

/** A step that has no words yet is shown by its name: better than a history with a hole. */
function stepName(lang: Lang, action: string): string {
  const words: Readonly<Record<string, string>> = deskHistoryWords[lang];
  return words[action] ?? action;
}

function whoDid(lang: Lang, { by }: Event, people: CaseView['view']['people']): string {
  const w = caseWords[lang];
  if (by.kind === 'system') return w.system;
  return by.kind === 'api_key' ? w.program : personName(lang, people.get(by.id));
}

const personName = (lang: Lang, account: Account | undefined): string => (account ? nameOf(lang, account) : '—');

function detailText(lang: Lang, event: Event): string {
  const until = detailOf(event, 'printUntil');
  const window = until && printingWords[lang].until(formatDay(lang, until));
  return [detailOf(event, 'number'), window, detailOf(event, 'note')].filter((part) => part !== undefined).join(' ');
}
