// What happened, with who did it.
import type { People } from '../../../accounts/people.ts';
import type { Event } from '../../../audit/events.ts';
import { paperNames } from '../../../registrations/procedures/paper-names.ts';
import { isPaperKind } from '../../firm/registration-form/form-steps.ts';
import { formatDay, formatDayTime, formatMoney } from '../../ui/dates.ts';
import { Table } from '../../ui/table.tsx';
import type { Lang } from '../../ui/words.ts';
import { nameOf } from '../case-view.ts';
import { procedureSteps, procedureWords } from './procedure-words.ts';
import { reissueText } from './reissue-history.ts';

export function EventHistory({ lang, events, people }: { lang: Lang; events: readonly Event[]; people: People }) {
  const w = procedureWords[lang];
  return (
    <>
      <h2 id="history">{w.history}</h2>
      <Table
        {...{ lang, id: 'steps', caption: w.history, captionUnseen: true, dense: true, phone: 'stack', rows: events }}
        columns={[
          { key: 'at', head: w.at, kind: 'day', cell: (event: Event) => formatDayTime(lang, event.at) },
          // A step that has no words yet is shown by its name: better than a history with a hole.
          {
            ...{ key: 'what', head: w.what, namesRow: true },
            cell: ({ action }: Event) => procedureSteps[lang][action] ?? action,
          },
          { key: 'who', head: w.who, cell: ({ by }: Event) => whoDid(lang, by, people) },
          { key: 'detail', head: w.detail, cell: (event: Event) => detailText(lang, event) },
        ]}
      />
    </>
  );
}

function whoDid(lang: Lang, by: Event['by'], people: People): string {
  const w = procedureWords[lang];
  if (by.kind === 'system') return w.system;
  if (by.kind === 'applicant') return w.applicant;
  const person = people.get(by.id);
  const name = person ? nameOf(lang, person) : '—';
  return by.kind === 'api_key' ? `${w.program} ${name}` : name;
}

/** The parts of a step's details that have a meaning for people; ids have none. */
function detailText(lang: Lang, { detail }: Event): string {
  const w = procedureWords[lang];
  const said = (detail ?? {}) as Readonly<Record<string, unknown>>;
  const text = (key: string): string => (typeof said[key] === 'string' ? said[key] : '');
  const kind = text('kind');
  const how = text('how');
  const day = text('day') || text('validUntil');
  return [
    isPaperKind(kind) ? paperNames[kind][lang] : '',
    how === 'counter' || how === 'post' ? w[how] : '',
    /^\d{4}-\d\d-\d\d$/.test(day) ? formatDay(lang, day) : '',
    typeof said['round'] === 'number' ? w.roundOf(said['round']) : '',
    said['paid'] === 'card' ? w.feePaidCard : '',
    said['paid'] === 'counter' ? w.feePaidCounter : '',
    typeof said['yen'] === 'number' ? formatMoney(lang, said['yen']) : '',
    reissueText(lang, detail),
    ...[text('receiptNumber'), text('number'), text('note')],
  ]
    .filter((part) => part !== '')
    .join(' ');
}
