// After a deed: on to the next case or back to the queue, and there one line of what was done.
import { claimNext } from '../../applications/claim-next.ts';
import { nextToCertify } from '../../applications/next-to-certify.ts';
import { readCertificateNumber } from '../../certificates/numbers.ts';
import { paths } from '../paths.ts';
import { ctxOf, type Req } from '../request.ts';
import { formatDay } from '../ui/dates.ts';
import { Notice } from '../ui/notice.tsx';
import { doneWords } from './done-words.ts';
import { type QueueList, queueHref } from './queue-address.ts';

const deeds = [
  ...(['approve', 'certify', 'send-back', 'reject', 'hand-back', 'cancel', 'release'] as const),
  ...(['resume', 'reopen'] as const),
] as const;
export type DoneDeed = (typeof deeds)[number];

export type Done = { deed: DoneDeed; receipt: string | null; number?: string | undefined };

/** @param then `next`: the next case of the same kind of work; anything else leads to `list`. */
export async function afterDeed(c: Req, done: Done, then: string | undefined, list: QueueList): Promise<Response> {
  if (then !== 'next') return c.redirect(withDone(queueHref(list), done), 303);
  const certifies = done.deed === 'certify' && list === 'approved';
  const id = certifies ? await nextToCertify(ctxOf(c)) : await claimNext(ctxOf(c));
  const none = withDone(
    `${queueHref(list)}${list === 'submitted' ? '?' : '&'}none=${certifies ? 'certify' : 'examine'}`,
    done,
  );
  return c.redirect(id === undefined ? none : withDone(paths.deskCase(id), done), 303);
}

/** The address of the page that says what was done. */
export function withDone(href: string, { deed, receipt, number }: Done): string {
  const query = new URLSearchParams({ done: deed, ...(receipt ? { of: receipt } : {}), ...(number ? { number } : {}) });
  return `${href}${href.includes('?') ? '&' : '?'}${query}`;
}

/**
 * What the address says was done; an address that says anything else shows nothing.
 * @param props.printUntil of the case on the page, YYYY-MM-DD: until when the firm prints now
 */
export function DoneNotice({ c, printUntil }: { c: Req; printUntil?: string | null | undefined }) {
  const { lang } = c.var;
  const w = doneWords[lang];
  const deed = deeds.find((one) => one === c.req.query('done'));
  const receipt = c.req.query('of') ?? '';
  if (deed === undefined || !/^R\d{4}-\d{6,9}$/.test(receipt)) return null;
  const number = readCertificateNumber(c.req.query('number') ?? '');
  return (
    <Notice tone="success" heading={w[deed](receipt)}>
      {number === undefined ? undefined : <p translate="no">{w.numbered(number)}</p>}
      {deed === 'reopen' && printUntil ? <p>{w.reopened(formatDay(lang, printUntil))}</p> : undefined}
    </Notice>
  );
}
