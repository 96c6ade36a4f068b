// 保留: somebody has paid and has no certificate. Said first on the staff's home, and explained above the list.
import { ButtonLink } from '../ui/button.tsx';
import { formatCount } from '../ui/dates.ts';
import { Notice } from '../ui/notice.tsx';
import type { Lang } from '../ui/words.ts';
import { heldWords } from './held-words.ts';
import { queueHref } from './queue-address.ts';

export function HeldNotice({ lang, count }: { lang: Lang; count: number }) {
  const w = heldWords[lang];
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
