// The lists of the desk, and the address of each.
import type { QueueCounts } from '../../applications/desk-queue-store.ts';
import type { ApplicationStatus } from '../../applications/lifecycle.ts';
import { paths } from '../paths.ts';

export const queueLists = [
  'submitted',
  'mine',
  'approved',
  'certified',
  'held',
] as const satisfies (keyof QueueCounts)[];
export type QueueList = (typeof queueLists)[number];

/** What each list holds. */
export const filterOf: Readonly<Record<QueueList, { statuses: readonly ApplicationStatus[]; mine?: boolean }>> = {
  submitted: { statuses: ['submitted'] },
  mine: { statuses: ['submitted'], mine: true },
  approved: { statuses: ['approved'] },
  certified: { statuses: ['certified'] },
  held: { statuses: ['held'] },
};

/** What an address says; anything else is the first list. */
export const listIn = (asked: string | undefined): QueueList =>
  queueLists.find((list) => list === asked) ?? 'submitted';

/** The first list, and the first page, are not said in the address. */
export function queueHref(list: QueueList, page = 1): string {
  const query = new URLSearchParams();
  if (list !== 'submitted') query.set('list', list);
  if (page > 1) query.set('page', String(page));
  return query.size === 0 ? paths.queue : `${paths.queue}?${query}`;
}

/** The list in which somebody finds a case of that status again. */
export function listOf(status: ApplicationStatus, isMine: boolean): QueueList {
  if (isMine) return 'mine';
  return queueLists.find((list) => filterOf[list].statuses.includes(status)) ?? 'submitted';
}
