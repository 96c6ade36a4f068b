// What waits at each of the actor's clients (取引先の切替). Here, above the applications, since it asks what may be printed.
// Each is read in its own chamber, with the right of its own sub ID: the overview shows what signing in would.
import type { Account } from '../accounts/account.ts';
import { listClients, requireReachable } from '../accounts/clients.ts';
import type { Ctx } from '../accounts/context.ts';
import type { ApplicationRow } from '../applications/application.ts';
import { casesFor } from '../applications/firm.ts';
import type { ApplicationStatus } from '../applications/lifecycle.ts';
import { countCases, listCases } from '../applications/store.ts';
import { getChamber } from '../chambers/store.ts';
import { dayInJapan } from '../lib/clock.ts';
import { inChamber, type Trx } from '../lib/db.ts';
import { type FieldProblem, Refusal } from '../lib/refusal.ts';
import { getRegistration } from '../registrations/store.ts';
import { listPrintableOf } from './printable-store.ts';

type Names = { nameJa: string; nameEn: string };

export type Waiting = {
  returned: number;
  /** Certified, to be paid. */
  certified: number;
  printable: number;
  /** The newest that are still going on, last changed first. */
  cases: ApplicationRow[];
};

export type Client = {
  account: Pick<Account, 'chamberId' | 'accountId' | 'loginId'>;
  /** The one as which the actor works now. */
  isPresent: boolean;
  firm: Names;
  chamber: Names;
  /** Or why it cannot be used today. */
  waiting: Waiting | { unusable: readonly FieldProblem[] };
};

/** Of each client. */
export const casesShown = 5;
const goingOn: readonly ApplicationStatus[] = [
  ...(['draft', 'returned', 'submitted', 'approved', 'certified', 'paid', 'held'] as const),
];

/** The clients among whom the actor switches; 50 at most. Refuses `not_allowed` for what is no sub ID. */
export async function readClients(ctx: Ctx): Promise<Client[]> {
  const clients: Client[] = [];
  // One after the other: nobody's page may take the pool from everybody else.
  for (const account of await listClients(ctx))
    clients.push(await inChamber(ctx.db, account.chamberId, (trx) => readClient(trx, ctx, account)));
  return clients;
}

async function readClient(trx: Trx, ctx: Ctx, account: Account): Promise<Client> {
  const { chamberId, accountId, loginId, registrationId } = account;
  if (registrationId === null) throw new Error(`the sub ID ${accountId} has no firm`);
  const [firm, chamber] = [await getRegistration(trx, chamberId, registrationId), await getChamber(trx, chamberId)];
  return {
    account: { chamberId, accountId, loginId },
    isPresent: chamberId === ctx.actor.chamberId && accountId === ctx.actor.accountId,
    firm: { nameJa: firm.nameJa, nameEn: firm.nameEn },
    chamber: { nameJa: chamber.nameJa, nameEn: chamber.nameEn },
    waiting: await waitingAt(trx, ctx, account),
  };
}

async function waitingAt(trx: Trx, ctx: Ctx, account: Account): Promise<Client['waiting']> {
  const { chamberId, accountId } = account;
  const { actor, now } = ctx;
  try {
    await requireReachable(trx, ctx, account);
    const cases = await casesFor(trx, { ...account, via: actor.via }, 'application.read', now);
    const counts = await countCases(trx, cases);
    const { rows } = await listCases(trx, cases, { statuses: goingOn }, { page: 1, size: casesShown });
    const printable = await listPrintableOf(trx, { chamberId, accountId, day: dayInJapan(now) });
    const { returned = 0, certified = 0 } = Object.fromEntries(counts);
    return { returned, certified, printable: printable.length, cases: rows };
  } catch (error) {
    // Its last day is over, its agent is registered as one no more, or it takes a second factor: the others are shown all the same.
    if (!(error instanceof Refusal) || (error.code !== 'not_allowed' && error.code !== 'invalid')) throw error;
    return { unusable: error.fields };
  }
}
