// On the staff's home: how many procedures of 貿易登録 wait in which state.
import type { ProcedureStatus } from '../../../registrations/procedures/procedure-lifecycle.ts';
import { formatCount } from '../../ui/dates.ts';
import { SummaryList } from '../../ui/summary-list.tsx';
import type { Lang } from '../../ui/words.ts';
import { queueHref } from './desk-queue-address.ts';
import { deskQueueWords } from './desk-queue-words.ts';

const shown = ['submitted', 'received', 'examining', 'returned'] as const;

export function RegistrationCounts(props: { lang: Lang; counts: Readonly<Record<ProcedureStatus, number>> }) {
  const { lang, counts } = props;
  const w = deskQueueWords[lang];
  return (
    <>
      <h2>{w.home}</h2>
      <SummaryList
        items={shown.map((list) => ({
          key: w[list],
          value: (
            <a href={queueHref({ list })}>
              {w.count(formatCount(counts[list]))}
              <span class="unseen"> {w[list]}</span>
            </a>
          ),
        }))}
      />
    </>
  );
}
