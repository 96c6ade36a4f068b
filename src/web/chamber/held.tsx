// 保留: somebody has paid and has no certificate. Said first on the staff's home, and explained above the list.
import { ButtonLink } from '../ui/button.tsx';
import { formatCount } from '../ui/dates.ts';
import { Notice } from '../ui/notice.tsx';
import type { Lang } from '../ui/words.ts';
import { heldWords } from './held-words.ts';
import { queueHref } from './queue-address.ts';

type Waiting = { waiting(n: string): string; waitingText: string; toList: string };

export const HeldNotice = ({ lang, count }: { lang: Lang; count: number }) => (
  <WaitingNotice words={heldWords[lang]} count={count} />
);

/** Leads to the list in which what waits for somebody to look stands. Nothing when nothing waits. */
export function WaitingNotice({ words: w, count }: { words: Waiting; count: number }) {
  if (count === 0) return null;
  return (
    <Notice
      tone="attention"
      heading={w.waiting(formatCount(count))}
      action={<ButtonLink href={queueHref('held')}>{w.toList}</ButtonLink>}
    >
      <p>{w.waitingText}</p>
    </Notice>
  );
}

export const HeldLead = ({ lang }: { lang: Lang }) => <p>{heldWords[lang].lead}</p>;
