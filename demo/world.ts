// The demo world: one chamber, its staff, one firm's signatory. All of it invented, and named so that nobody mistakes it.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Account, KeyRight, Right, Role } from '../src/accounts/account.ts';
import { makeApiKey } from '../src/accounts/api-keys.ts';
import type { Ctx, OpenCtx } from '../src/accounts/context.ts';
import { hashPassword } from '../src/accounts/password.ts';
import { updatePasswordHash } from '../src/accounts/passwords-store.ts';
import { findAccountByLogin, insertAccount } from '../src/accounts/store.ts';
import { insertSeal } from '../src/certificates/store.ts';
import { addClosedDays } from '../src/chambers/calendar-store.ts';
import type { Chamber } from '../src/chambers/chamber.ts';
import type { Fee } from '../src/chambers/fees.ts';
import { insertFiles } from '../src/chambers/files-store.ts';
import { nationalHolidays } from '../src/chambers/holidays.ts';
import { defaultSettings } from '../src/chambers/settings.ts';
import { saveSettings } from '../src/chambers/settings-store.ts';
import { insertChamber } from '../src/chambers/store.ts';
import { addDays, dayInJapan } from '../src/lib/clock.ts';
import { inChamber, inInstallation } from '../src/lib/db.ts';
import { newId } from '../src/lib/ids.ts';
import { makeKeyFile } from '../src/outside/signer-make-key.ts';
import { insertFees } from '../src/payments/charges-store.ts';
import { findSignatoryOfAccount, insertRegistration, insertSignatory } from '../src/registrations/store.ts';
import { addSubId } from '../src/registrations/sub-ids/add-sub-id.ts';
import { makeRegister } from './register.ts';
import { putDemoTotp } from './second-factor.ts';
import { demoSignature } from './signature.ts';

/** From the sources as from dist/, where pictures are not copied to. */
const demoFolder = import.meta.dirname.replace(/([/\\])dist[/\\]demo$/, '$1demo');

export const demoChamber: Chamber = {
  chamberId: '9901',
  nameJa: '見本商工会議所(デモ)',
  nameEn: 'The Mihon Chamber of Commerce and Industry (Demo)',
  cityEn: 'Mihon, Japan',
  telephone: '+81-00-0000-0000',
  mail: 'trade@mihon-cci.example',
};

/** Its check digit holds, and nobody's: a 法人番号 does not end in twelve zeros. */
const demoTaxNumber = 'T9000000000000';

export type DemoAccount = {
  chamber: string;
  id: string;
  password: string;
  role: string;
  apiKey: string;
  /** Of the authenticator app, base32, where this ID has one. */
  totpSecret?: string | undefined;
};

type Person = {
  id: string;
  role: Role;
  /** What this ID is for, as the printed list says it. */
  as: string;
  nameJa: string;
  nameEn: string;
  titleEn: string;
  rights: readonly Right[];
  may: readonly KeyRight[];
};

const everything: readonly Right[] = ['examine', 'certify', 'revoke', 'manage_staff', 'register'];

const people: readonly Person[] = [
  {
    ...{
      id: 'U0001',
      role: 'user',
      as: 'user',
      nameJa: '見本 花子(デモ)',
      nameEn: 'Hanako Mihon (Demo)',
      titleEn: 'Manager',
    },
    ...{ rights: [], may: [] },
  },
  {
    ...{
      id: 'A0001',
      role: 'administrator',
      as: 'administrator',
      nameJa: '見本 管理(デモ)',
      nameEn: 'Kanri Mihon (Demo)',
      titleEn: '',
    },
    ...{ rights: [], may: [] },
  },
  {
    ...{
      id: 'S0001',
      role: 'staff',
      as: 'examiner',
      nameJa: '審査 太郎(デモ)',
      nameEn: 'Taro Shinsa (Demo)',
      titleEn: 'Examiner',
    },
    ...{ rights: ['examine'], may: [] },
  },
  {
    ...{
      id: 'S0002',
      role: 'staff',
      as: 'certifier',
      nameJa: '認証 次郎(デモ)',
      nameEn: 'Jiro Ninsho (Demo)',
      titleEn: 'Manager, Certification Section',
    },
    ...{ rights: everything, may: ['certify', 'revoke', 'manage_staff', 'register'] },
  },
];

/** One password for each, long enough to stand alone, and no secret: it is printed at each start of the demo. */
const passwordOf = (person: Person): string => `mihon-demo-${person.id.toLowerCase()}`;

/** Makes the world in an empty, migrated database. Everything in the chamber is made by the deeds that people use. */
export async function makeDemoWorld(ctx: OpenCtx, keys: string): Promise<DemoAccount[]> {
  await inInstallation(ctx.db, (trx) => insertChamber(trx, demoChamber, ctx.now));
  const year = Number(dayInJapan(ctx.now).slice(0, 4));
  await inChamber(ctx.db, demoChamber.chamberId, (trx) =>
    addClosedDays(trx, demoChamber.chamberId, nationalHolidays(year, year + 1)),
  );
  await inChamber(ctx.db, demoChamber.chamberId, (trx) =>
    saveSettings(trx, demoChamber.chamberId, { ...defaultSettings, taxNumber: demoTaxNumber }, ctx.now),
  );
  const accounts: DemoAccount[] = [];
  await makeKeyFile(join(keys, demoChamber.chamberId), demoChamber.nameEn, ctx.now);
  await inChamber(ctx.db, demoChamber.chamberId, (trx) => insertFees(trx, demoChamber.chamberId, demoFees));
  await putSeal(ctx);
  await makeRegister(ctx);
  const registrationId = await makeFirm(ctx);
  for (const person of people) {
    accounts.push(await makePerson(ctx, person, registrationId));
    if (person.role === 'user') accounts.push(await makeSub(ctx, person));
  }
  return accounts;
}

/** 証明料 and 登録料, 税込. Invented. */
const demoFees: readonly Fee[] = [
  { kind: 'origin', memberClass: 'member', effectiveFrom: '2025-04-01', yen: 1100 },
  { kind: 'origin', memberClass: 'non_member', effectiveFrom: '2025-04-01', yen: 2200 },
  { kind: 'foreign_origin', memberClass: 'member', effectiveFrom: '2025-04-01', yen: 1100 },
  { kind: 'foreign_origin', memberClass: 'non_member', effectiveFrom: '2025-04-01', yen: 2200 },
  { kind: 'registration', memberClass: 'member', effectiveFrom: '2025-04-01', yen: 0 },
  { kind: 'registration', memberClass: 'non_member', effectiveFrom: '2025-04-01', yen: 16_500 },
];

/** 公印 of the demo chamber: a drawing that belongs to nobody. */
async function putSeal(ctx: OpenCtx): Promise<void> {
  const { chamberId } = demoChamber;
  const png = readFileSync(join(demoFolder, 'seal.png'));
  const sha256 = await ctx.outside.files.put(png);
  await inChamber(ctx.db, chamberId, async (trx) => {
    await insertFiles(trx, chamberId, ctx.now, [{ sha256, mediaType: 'image/png', size: png.length }]);
    await insertSeal(trx, { chamberId, sealId: newId(ctx.now), sha256, at: ctx.now });
  });
}

/** 貿易登録 of the demo firm, valid from last month for two years. */
async function makeFirm(ctx: OpenCtx): Promise<string> {
  const { chamberId } = demoChamber;
  const registrationId = newId(ctx.now);
  const today = dayInJapan(ctx.now);
  await inChamber(ctx.db, chamberId, (trx) =>
    insertRegistration(
      trx,
      {
        ...{ chamberId, registrationId, number: '9901-000001' },
        ...{ nameJa: '株式会社見本貿易(デモ)', nameEn: 'MIHON TRADING CO., LTD. (DEMO)' },
        ...{ addressEn: '1-2-3 Mihon-cho, Chuo-ku, Mihon 000-0000', placeEn: 'Mihon, Japan', memberClass: 'member' },
        ...{ validFrom: addDays(today, -30), validUntil: addDays(today, 700), status: 'active' },
        ...{ usersSeeAll: false, releaseRequired: false, kind: 'applicant', legalForm: 'corporation' },
        ...{ corporateNumber: null, paperNumber: null },
      },
      ctx.now,
    ),
  );
  return registrationId;
}

async function makePerson(ctx: OpenCtx, person: Person, registrationId: string): Promise<DemoAccount> {
  const { chamberId } = demoChamber;
  const password = passwordOf(person);
  const account = {
    ...{ chamberId, accountId: newId(ctx.now), loginId: person.id, role: person.role, status: 'active' as const },
    registrationId: person.role === 'staff' ? null : registrationId,
    ...{ nameJa: person.nameJa, nameEn: person.nameEn, titleEn: person.titleEn, rights: person.rights },
    mail: `${person.id.toLowerCase()}@mihon.example`,
  };
  const passwordHash = await hashPassword(password);
  await inChamber(ctx.db, chamberId, (trx) => insertAccount(trx, { ...account, passwordHash }, ctx.now));
  if (person.role === 'user') {
    const png = demoSignature();
    const signatureSha256 = await ctx.outside.files.put(png);
    await inChamber(ctx.db, chamberId, async (trx) => {
      await insertFiles(trx, chamberId, ctx.now, [
        { sha256: signatureSha256, mediaType: 'image/png', size: png.length },
      ]);
      const signatory = {
        ...{ signatoryId: newId(ctx.now), nameJa: '見本 花子', nameEn: 'Hanako Mihon', titleEn: 'Manager' },
        ...{ status: 'active' as const, successorId: null },
      };
      const of = { chamberId, registrationId, accountId: account.accountId };
      await insertSignatory(trx, { ...of, ...signatory, signatureSha256 }, ctx.now);
    });
  }
  // Who certifies needs a second factor.
  const totpSecret = person.rights.includes('certify') ? await putDemoTotp(ctx, account) : undefined;
  const key = await makeDemoKey(ctx, account, person.may);
  return { chamber: chamberId, id: person.id, password, role: person.as, apiKey: key, totpSecret };
}

/** No browser has signed in yet; the key is made as if this person had, so that a program can begin at once. */
async function makeDemoKey(ctx: OpenCtx, account: Account, may: readonly KeyRight[]): Promise<string> {
  const proof = { at: ctx.now, by: may.includes('certify') ? 'totp' : 'password' } as const;
  const actor: Ctx['actor'] = { ...account, via: { kind: 'session', sessionId: newId(ctx.now), proof } };
  return (await makeApiKey({ ...ctx, actor }, { name: 'demo', may })).key;
}

/**
 * サブID of the signatory, for the firm's clerk: the rows of the deed, without its mails, and with the password that the list
 * says instead of one that somebody chooses by a link.
 */
async function makeSub(ctx: OpenCtx, maker: Person): Promise<DemoAccount> {
  const { chamberId } = demoChamber;
  const account = await inChamber(ctx.db, chamberId, async (trx) => {
    const user = await findAccountByLogin(trx, chamberId, maker.id);
    const signatory = user && (await findSignatoryOfAccount(trx, chamberId, user.accountId));
    if (!signatory) throw new Error(`the demo's ${maker.id} is no signatory`);
    const { passwordHash: _, ...who } = user;
    const actor: Ctx['actor'] = { ...who, via: { kind: 'session', sessionId: newId(ctx.now) } };
    return addSubId(trx, { actor, now: ctx.now }, signatory, {
      ...{ nameJa: '見本 次子(デモ)', nameEn: 'Tsugiko Mihon (Demo)' },
      ...{ mail: 'u0001-01@mihon.example', may: ['submit', 'pay'], validUntil: null },
    });
  });
  const password = `mihon-demo-${account.loginId.toLowerCase()}`;
  const passwordHash = await hashPassword(password);
  await inChamber(ctx.db, chamberId, (trx) => updatePasswordHash(trx, account, passwordHash));
  const key = await makeDemoKey(ctx, account, []);
  return { chamber: chamberId, id: account.loginId, password, role: 'sub', apiKey: key };
}
