// One request of somebody, as a page or a program sends it, and what the table of rights says must come back.
import { type Act, type Scope, scopeOf } from '../../src/accounts/rights.ts';
import type { House } from '../../src/main.ts';
import { base } from '../world.ts';
import type { Person } from './people.ts';
import type { Guarded, Ids, Sent } from './row.ts';
import type { Things } from './things.ts';

const isApi = (path: string): boolean => path.startsWith('/api/');

/** Sends it. `who` undefined: nobody has signed in. */
export async function ask(
  house: House,
  who: Pick<Person, 'cookie' | 'key'> | undefined,
  route: string,
  ids: Ids,
  sent: Sent = {},
): Promise<Response> {
  const [method = '', pattern = ''] = route.split(' ');
  const path = pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(ids[name] ?? `no-${name}`));
  const headers = new Headers(sent.headers ?? {});
  if (isApi(path)) {
    if (who) headers.set('authorization', `Bearer ${who.key}`);
  } else {
    headers.set('origin', base);
    headers.set('sec-fetch-site', 'same-origin');
    if (who) headers.set('cookie', `hakkyu=${who.cookie}`);
  }
  const body = method === 'GET' ? undefined : bodyOf(sent);
  if (typeof body === 'string') headers.set('content-type', 'application/json');
  return house.app.request(base + path + (sent.query ?? ''), {
    method,
    headers,
    ...(body === undefined ? {} : { body }),
  });
}

function bodyOf({ form, json, file }: Sent): URLSearchParams | FormData | string | undefined {
  if (form) return new URLSearchParams(form);
  if (json !== undefined) return JSON.stringify(json);
  if (!file) return undefined;
  const data = new FormData();
  for (const [name, value] of Object.entries(file.fields ?? {})) data.set(name, value);
  data.set(file.as ?? 'file', new File(['x'], 'x.csv'));
  return data;
}

export const sentOf = ({ send }: Guarded, ids: Ids): Sent => (typeof send === 'function' ? send(ids) : (send ?? {}));

/** The application, payment, signatory or ID of that owner which the row asks for. */
export function idsOf(row: Guarded, { owner, applications, payment, signatory }: Things): Ids {
  if (row.object === 'payment') return payment;
  if (row.object === 'account') return { accountId: owner.actor.accountId };
  return row.object === 'signatory' ? signatory : applications[row.state];
}

/** Whether the table lets this ID do it at all. */
export function isAllowed(who: Person, row: Guarded, limited: Person): boolean {
  if (who === limited && row.takes !== undefined) return false;
  if (row.only !== undefined && row.only !== who.actor.role) return false;
  return scopeOf(who.actor, row.act) !== null;
}

/** Whether the table lets this ID do it with that owner's thing; told from the people alone, not from the database. */
export function reaches(who: Person, row: Guarded, { owner }: Things, seeAll: boolean): boolean {
  const scope = scopeOf(who.actor, row.whose ?? row.act);
  if (scope === null || who.actor.chamberId !== owner.actor.chamberId) return false;
  // The signatures of a firm are its own, as an invoice may bear a colleague's; a sub ID, which an agent may hold, gets one.
  if (row.object === 'signatory')
    return sameFirm(who, owner) && (who.actor.role !== 'sub' || who.signatoryId === owner.signatoryId);
  return isWithin(scope, who, owner, seeAll) && !(scope === 'chamber' && row.state === 'draft');
}

function isWithin(scope: Scope, who: Person, owner: Person, seeAll: boolean): boolean {
  if (scope === 'chamber') return true;
  if (scope === 'firm' || (scope === 'shared' && seeAll)) return sameFirm(who, owner);
  if (scope === 'signatory' || scope === 'shared') return who.signatoryId === owner.signatoryId;
  return who.actor.accountId === owner.actor.accountId;
}

const sameFirm = (who: Person, owner: Person): boolean =>
  who.actor.chamberId === owner.actor.chamberId && who.actor.registrationId === owner.actor.registrationId;

/** The ids that an answer to this ID must not hold: other people's applications and payments. */
export function unseenIds(who: Person, things: readonly Things[], seeAll: boolean): string[] {
  const act: Act = who.actor.role === 'staff' ? 'desk.look' : 'application.read';
  return things.flatMap((one) => {
    const hidden = Object.entries(one.applications).filter(
      ([state]) => !reaches(who, { act, object: 'application', state: state as Guarded['state'] }, one, seeAll),
    );
    return hidden.map(([, ids]) => ids['id'] ?? '');
  });
}
