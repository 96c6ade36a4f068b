// What staff see first: how many cases wait for what, and the way to the next one.
import type { Account } from '../../accounts/account.ts';
import type { DeskCounts } from '../../applications/count-desk.ts';
import { formatCount } from '../ui/dates.ts';
import { SummaryList } from '../ui/summary-list.tsx';
import type { Lang } from '../ui/words.ts';
import { FindCase } from './find-case.tsx';
import { HeldNotice } from './held.tsx';
import { MismatchNotice } from './mismatches.tsx';
import { NextCaseButton, type Waiting } from './next-case.tsx';
import { queueHref, queueLists } from './queue-address.ts';
import { queueWords } from './queue-words.ts';
import { QuestionsNotice, StoppedNotice } from './sanctions/sanctions-desk.tsx';

/** `mismatches`: payments that somebody has to look into. */
export type StaffCounts = DeskCounts & Waiting & { mismatches: number };

export function StaffHome(props: { lang: Lang; counts: StaffCounts; reader: Pick<Account, 'role' | 'rights'> }) {
  const { lang, counts } = props;
  const w = queueWords[lang];
  return (
    <>
      <HeldNotice lang={lang} count={counts.held} />
      <StoppedNotice lang={lang} count={counts.stopped} />
      <QuestionsNotice lang={lang} count={counts.questions} />
      <MismatchNotice lang={lang} count={counts.mismatches} />
      <h2>{w.home}</h2>
      <div class="desk-bar">
        {/* What waits for a certifier stops a firm that has done everything: it comes first. */}
        <NextCaseButton lang={lang} reader={props.reader} first="certify" waiting={counts} />
        <p class="desk-bar-text">{w.unclaimed(formatCount(counts.unclaimed))}</p>
        <FindCase lang={lang} />
      </div>
      <SummaryList
        items={queueLists.map((list) => ({
          key: w[list],
          value: (
            <a href={queueHref(list)}>
              {w.count(formatCount(counts[list]))}
              <span class="unseen"> {w[list]}</span>
            </a>
          ),
        }))}
      />
    </>
  );
}
