// The demo world: one chamber, its staff, one firm's signatory. All of it invented, and named so that nobody mistakes it.

import type { KeyRight, Right, Role } from '../src/accounts/account.ts';
import { makeApiKey } from '../src/accounts/api-keys.ts';
import type { Ctx, OpenCtx } from '../src/accounts/context.ts';
import { hashPassword } from '../src/accounts/password.ts';
import { insertAccount } from '../src/accounts/store.ts';
import type { Chamber } from '../src/chambers/chamber.ts';
import { insertChamber } from '../src/chambers/store.ts';
import { inChamber, inInstallation } from '../src/lib/db.ts';
import { newId } from '../src/lib/ids.ts';

export const demoChamber: Chamber = {
  chamberId: '9901',
  nameJa: '見本商工会議所(デモ)',
  nameEn: 'The Mihon Chamber of Commerce and Industry (Demo)',
  cityEn: 'Mihon, Japan',
  telephone: '+81-00-0000-0000',
  mail: 'trade@mihon-cci.example',
};

export type DemoAccount = { chamber: string; id: string; password: string; role: string; apiKey: string };

type Person = {
  id: string;
  role: Role;
  /** What this ID is for, as the printed list says it. */
  as: string;
  nameJa: string;
  nameEn: string;
  rights: readonly Right[];
  may: readonly KeyRight[];
};

const everything: readonly Right[] = ['examine', 'certify', 'revoke', 'manage_staff'];

const people: readonly Person[] = [
  {
    ...{ id: 'U0001', role: 'user', as: 'user', nameJa: '見本 花子(デモ)', nameEn: 'Hanako Mihon (Demo)' },
    ...{ rights: [], may: [] },
  },
  {
    ...{ id: 'S0001', role: 'staff', as: 'examiner', nameJa: '審査 太郎(デモ)', nameEn: 'Taro Shinsa (Demo)' },
    ...{ rights: ['examine'], may: [] },
  },
  {
    ...{ id: 'S0002', role: 'staff', as: 'certifier', nameJa: '認証 次郎(デモ)', nameEn: 'Jiro Ninsho (Demo)' },
    ...{ rights: everything, may: ['certify', 'revoke', 'manage_staff'] },
  },
];

/** One password for each, long enough to stand alone, and no secret: it is printed at each start of the demo. */
const passwordOf = (person: Person): string => `mihon-demo-${person.id.toLowerCase()}`;

/** Makes the world in an empty, migrated database. Everything in the chamber is made by the deeds that people use. */
export async function makeDemoWorld(ctx: OpenCtx): Promise<DemoAccount[]> {
  await inInstallation(ctx.db, (trx) => insertChamber(trx, demoChamber, ctx.now));
  const accounts: DemoAccount[] = [];
  for (const person of people) accounts.push(await makePerson(ctx, person));
  return accounts;
}

async function makePerson(ctx: OpenCtx, person: Person): Promise<DemoAccount> {
  const { chamberId } = demoChamber;
  const password = passwordOf(person);
  const account = {
    ...{ chamberId, accountId: newId(ctx.now), loginId: person.id, role: person.role },
    ...{ nameJa: person.nameJa, nameEn: person.nameEn, rights: person.rights },
  };
  const passwordHash = await hashPassword(password);
  await inChamber(ctx.db, chamberId, (trx) => insertAccount(trx, { ...account, passwordHash }, ctx.now));
  // No browser has signed in yet; the key is made as if this person had, so that a program can begin at once.
  const actor: Ctx['actor'] = { ...account, via: { kind: 'session', sessionId: newId(ctx.now) } };

  const { key } = await makeApiKey({ ...ctx, actor }, { name: 'demo', may: person.may });
  return { chamber: chamberId, id: person.id, password, role: person.as, apiKey: key };
}
