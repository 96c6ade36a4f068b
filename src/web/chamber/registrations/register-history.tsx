// Everything that ever happened around one firm of the register, page by page.
import type { RegisterEvent } from '../../../registrations/register/history-store.ts';
import { historyPageSize, type RegisterEntry } from '../../../registrations/register/read-register.ts';
import { paths } from '../../paths.ts';
import type { Req } from '../../request.ts';
import { Pager } from '../../ui/pager.tsx';
import type { Lang } from '../../ui/words.ts';
import { sanctionNames } from '../sanctions/sanction-words.ts';
import { EventHistory } from './procedure-history.tsx';

export function pageIn(c: Req): number {
  const typed = c.req.query('page') ?? '';
  return /^[1-9]\d{0,5}$/.test(typed) ? Number(typed) : 1;
}

export function RegisterHistory({ lang, entry, page }: { lang: Lang; entry: RegisterEntry; page: number }) {
  const { registrationId } = entry.registration;
  return (
    <>
      <EventHistory lang={lang} events={entry.events.map((event) => told(lang, entry, event))} people={entry.people} />
      <Pager
        {...{ lang, total: entry.eventsTotal, perPage: historyPageSize, page }}
        hrefOf={(to) => `${paths.registerEntry(registrationId)}?page=${to}#history`}
      />
    </>
  );
}

/** Steps of IDs and signatories have names of their own; which ID, and which sanction of which chamber, stands beside. */
function told(lang: Lang, { people }: RegisterEntry, event: RegisterEvent): RegisterEvent {
  const { subject, subjectId, action } = event;
  const detail = (event.detail ?? {}) as Readonly<Record<string, unknown>>;
  if (subject === 'account')
    return { ...event, action: `account:${action}`, detail: { number: people.get(subjectId)?.loginId ?? '' } };
  if (subject === 'signatory') return { ...event, action: `signatory:${action}` };
  const kind = detail['sanctionKind'];
  const chamber = detail[lang === 'ja' ? 'chamberJa' : 'chamberEn'];
  if (typeof chamber !== 'string') return event;
  const name = Object.entries(sanctionNames[lang]).find(([one]) => one === kind)?.[1] ?? '';
  return { ...event, detail: { ...detail, number: [name, chamber].filter((part) => part !== '').join(' ') } };
}
