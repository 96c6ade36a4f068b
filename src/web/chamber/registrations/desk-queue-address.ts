// The lists of procedures at the desk, and the address of each with its filter.
import { type ProcedureKind, procedureKinds } from '../../../registrations/procedures/procedure.ts';
import type { ProcedureStatus } from '../../../registrations/procedures/procedure-lifecycle.ts';
import { paths } from '../../paths.ts';

export const procedureLists = [
  'submitted',
  'received',
  'examining',
  'returned',
  'accepted',
  'closed',
  'to_return',
] as const;
export type ProcedureList = (typeof procedureLists)[number];

/** What each list holds. */
export const statusesOf: Readonly<Record<ProcedureList, readonly ProcedureStatus[]>> = {
  submitted: ['submitted'],
  received: ['received'],
  examining: ['examining'],
  returned: ['returned'],
  accepted: ['accepted'],
  closed: ['rejected', 'cancelled'],
  // Of these, those whose fee is to be given back
  to_return: ['rejected', 'cancelled'],
};

export type Asked = { list: ProcedureList; kind: ProcedureKind | undefined; words: string; page: number };

const maxWords = 100;

/** What an address says; anything else is the first list, every kind, the first page. */
export function askedIn(query: (name: string) => string | undefined): Asked {
  const page = query('page') ?? '';
  return {
    list: procedureLists.find((one) => one === query('list')) ?? 'submitted',
    kind: procedureKinds.find((one) => one === query('kind')),
    words: wordsIn(query('words')),
    page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
  };
}

/** Words to look for, without what no keyboard types and the database cannot keep. */
export const wordsIn = (typed: string | undefined): string =>
  (typed ?? '').toWellFormed().replaceAll('\0', '').trim().slice(0, maxWords);

export function queueHref({ list, kind, words, page }: Partial<Asked>): string {
  const query = new URLSearchParams();
  if (list !== undefined && list !== 'submitted') query.set('list', list);
  if (kind !== undefined) query.set('kind', kind);
  if (words) query.set('words', words);
  if (page !== undefined && page > 1) query.set('page', String(page));
  return query.size === 0 ? paths.deskProcedures : `${paths.deskProcedures}?${query}`;
}

/** The list in which somebody finds a procedure of that status again. */
export const listOf = (status: ProcedureStatus): ProcedureList =>
  procedureLists.find((list) => statusesOf[list].includes(status)) ?? 'submitted';
