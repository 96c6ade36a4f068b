// 管理者ID再発行: on sealed papers, an administrator ID ends and another takes its place; no mail ever holds an ID.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findActorByKey, makeApiKey } from '../src/accounts/api-keys.ts';
import type { Ctx } from '../src/accounts/context.ts';
import { findAccountByLogin } from '../src/accounts/store.ts';
import { listEvents } from '../src/audit/events.ts';
import { inChamber } from '../src/lib/db.ts';
import { newId } from '../src/lib/ids.ts';
import { readBack } from '../src/paper/read-back.ts';
import { reissueAdministrator } from '../src/registrations/register/reissue-administrator.ts';
import { monthsLater, type Reissue } from '../src/registrations/register/reissue-papers.ts';
import { getRegisteredForm } from '../src/registrations/store.ts';
import { legalRegistration, otherCorporateNumber } from './fixtures-registration.ts';
import { acceptByDeeds, chamberId, openCtx, registrar, sendChange, sendForm } from './registration-desk-world.ts';
import { startWorld, type Visitor, type World } from './world.ts';

let world: World;
let registrationId = '';
let administratorId = '';
beforeAll(async () => {
  world = await startWorld();
  const { procedureId } = await sendForm(world, 'old@shiken.example', legalRegistration());
  ({ registrationId, administratorId } = await acceptByDeeds(world, procedureId));
  await world.work();
});
afterAll(() => world.close());

const contact = {
  ...{ departmentJa: '総務課', nameJa: '後任 花子(デモ)', nameEn: 'Hanako Konin (Demo)' },
  ...{ telephone: '00-0000-0009', mail: 'konin@shiken.example' },
};
const legal = (change: Partial<Reissue> = {}): Reissue => ({
  ...{ registrationId, formerId: administratorId, reason: '担当者が退職し、メールも読めない', contact },
  letter: { how: 'counter', day: '2026-11-16' },
  certificate: { how: 'post', day: '2026-11-13', issuedOn: '2026-08-13' },
  ...change,
});
const accountOf = (loginId: string) =>
  inChamber(world.house.db, chamberId, (trx) => findAccountByLogin(trx, chamberId, loginId));
const placesOf = async (change: Partial<Reissue>): Promise<string[]> => {
  const refused = await reissueAdministrator(await registrar(world), legal(change)).catch((error: unknown) => error);
  expect(refused).toMatchObject({ code: 'invalid' });
  return (refused as { fields: { field: string }[] }).fields.map(({ field }) => field);
};

describe('the papers decide', () => {
  test('every paper, its day, the reason and the person are asked for, each at its place', async () => {
    expect(await placesOf({ letter: undefined, certificate: undefined, reason: ' ' })).toEqual([
      ...['letter', 'certificate', 'reason'],
    ]);
    expect(await placesOf({ letter: { how: 'post', day: '2026-11-17' } })).toEqual(['letter.day']);
    expect(await placesOf({ letter: { how: 'post', day: '2026-02-30' } })).toEqual(['letter.day']);
    expect(await placesOf({ contact: { ...contact, nameJa: '', nameEn: '花子', telephone: '', mail: 'x' } })).toEqual([
      ...['contact.nameJa', 'contact.nameEn', 'contact.telephone', 'contact.mail'],
    ]);
    expect(await placesOf({ reason: 'a\u0007b' })).toEqual(['reason']);
  });

  test('印鑑証明書 is 3 months old at most on the day it came, and not from the future', async () => {
    const came = { how: 'post', day: '2026-11-13' } as const;
    expect(await placesOf({ certificate: { ...came, issuedOn: '2026-08-12' } })).toEqual(['certificate.issuedOn']);
    expect(await placesOf({ certificate: { ...came, issuedOn: '2026-11-14' } })).toEqual(['certificate.issuedOn']);
    expect(monthsLater('2026-11-30', 3)).toBe('2027-02-28');
    expect(monthsLater('2026-12-31', 2)).toBe('2027-02-28');
  });

  test('by staff who register only, of their own chamber, about the ID that they saw', async () => {
    const desk = await registrar(world);
    const as = (change: Partial<Ctx['actor']>): Ctx => ({ ...desk, actor: { ...desk.actor, ...change } });
    await expect(reissueAdministrator(as({ rights: ['examine', 'certify'] }), legal())).rejects.toMatchObject({
      code: 'not_allowed',
    });
    await expect(reissueAdministrator(as({ chamberId: '9902' }), legal())).rejects.toMatchObject({ code: 'not_found' });
    await expect(reissueAdministrator(desk, legal({ formerId: 'A9999' }))).rejects.toMatchObject({ code: 'conflict' });
    await expect(reissueAdministrator(desk, legal({ registrationId: newId(world.now()) }))).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

test('the old ID ends with its keys, the next number begins without a password, and no mail holds an ID', async () => {
  const before = await accountOf(administratorId);
  if (!before) throw new Error('no administrator');
  const { passwordHash: _, ...who } = before;
  const holder: Ctx = {
    ...openCtx(world),
    actor: {
      ...who,
      via: { kind: 'session', sessionId: newId(world.now()), proof: { at: world.now(), by: 'password' } },
    },
  };
  const { key } = await makeApiKey(holder, { name: 'lost', may: [] });
  expect(await findActorByKey(world.house.db, key)).toBeDefined();
  world.mails.length = 0;

  const done = await reissueAdministrator(await registrar(world), legal());
  expect(done).toEqual({ formerId: administratorId, loginId: nextOf(administratorId) });
  expect(await accountOf(administratorId)).toMatchObject({ status: 'ended' });
  expect(await findActorByKey(world.house.db, key)).toBeUndefined();
  const { nameJa, nameEn, mail } = contact;
  expect(await accountOf(done.loginId)).toMatchObject({
    ...{ status: 'active', role: 'administrator', registrationId, nameJa, nameEn, mail, passwordHash: null },
  });

  await world.work();
  expect(world.mails.map(({ to }) => to).sort()).toEqual([mail, mail, before.mail].sort());
  for (const { subject, text } of world.mails) expect(subject + text).not.toMatch(/A\d{4}/);
  expect(world.mails.filter(({ text }) => text.includes('/link#')).map(({ to }) => to)).toEqual([mail]);
  expect(world.mails.find(({ to }) => to === before.mail)?.text).not.toContain(mail);

  const { events, form } = await inChamber(world.house.db, chamberId, async (trx) => ({
    events: await listEvents(trx, { chamberId, subject: 'registration', subjectId: registrationId }),
    form: await getRegisteredForm(trx, chamberId, registrationId),
  }));
  expect(events.find(({ action }) => action === 'reissue_administrator')?.detail).toMatchObject({
    ...{ former: administratorId, loginId: done.loginId, note: legal().reason },
    papers: { reissue_letter: legal().letter, seal_certificate: legal().certificate },
  });
  // The next change begins with him, not with whoever has left.
  expect(form?.contact).toEqual(contact);
  await expect(reissueAdministrator(await registrar(world), legal())).rejects.toMatchObject({ code: 'conflict' });
  administratorId = done.loginId;
});

const nextOf = (loginId: string): string => `A${String(Number(loginId.slice(1)) + 1).padStart(4, '0')}`;

test('a change that is open goes on with the new contact: its acceptance does not hand the new ID back', async () => {
  const change = await sendChange(world, administratorId, (content) => ({ ...content, telephone: '00-1111-2222' }));
  const again = { ...contact, nameJa: '再任 太郎(デモ)', nameEn: 'Taro Sainin (Demo)', mail: 'sainin@shiken.example' };
  const { loginId } = await reissueAdministrator(await registrar(world), legal({ contact: again }));
  await acceptByDeeds(world, change);
  expect(await accountOf(loginId)).toMatchObject({ status: 'active', mail: again.mail, nameEn: again.nameEn });
  administratorId = loginId;
});

describe('on the pages, without script', () => {
  let clerk: Visitor;
  beforeAll(async () => {
    clerk = world.visitor();
    await clerk.signIn(world.account('certifier'));
  });
  const at = (rest = '') => `/desk/register/${registrationId}${rest}`;
  const typed = () => ({
    ...{ formerId: administratorId, letter: 'yes', 'letter.day': '2026-11-16', 'letter.how': 'counter' },
    ...{ certificate: 'yes', 'certificate.day': '2026-11-16', 'certificate.how': 'post' },
    ...{
      'certificate.issuedOn': '2026-11-01',
      reason: '退職',
      'contact.departmentJa': '',
      'contact.nameJa': '窓口 次郎',
    },
    ...{
      'contact.nameEn': 'Jiro Madoguchi',
      'contact.telephone': '00-0000-0000',
      'contact.mail': 'jiro@shiken.example',
    },
  });
  const textOf = async (path: string): Promise<string> => (await clerk.get(path)).text();
  const pdfOf = async (answer: Response): Promise<string> =>
    (await readBack(Buffer.from(await answer.arrayBuffer()))).pages
      .map(({ text }) => text)
      .join('')
      .replace(/\s/g, '');

  test('asks for what is missing and keeps the rest; asks once more, and nothing is done before; then it is done once', async () => {
    expect(await textOf(at())).toContain('管理者IDを再発行する');
    const missing = await clerk.post(at('/administrator'), { ...typed(), letter: '', step: 'check' });
    expect(missing.status).toBe(422);
    const form = await missing.text();
    expect(form).toContain('受け取るまで再発行できません');
    expect(form).toContain('value="jiro@shiken.example"');

    const confirm = await clerk.post(at('/administrator'), { ...typed(), step: 'check' });
    expect(confirm.status).toBe(200);
    expect(await confirm.text()).toContain(`管理者ID ${administratorId} を終了します`);
    expect(await accountOf(administratorId)).toMatchObject({ status: 'active' });
    const edit = await clerk.post(at('/administrator'), { ...typed(), step: 'edit' });
    expect(await edit.text()).toContain('value="Jiro Madoguchi"');

    const done = await clerk.post(at('/administrator'), { ...typed(), step: 'issue' });
    expect(done.status).toBe(303);
    const made = nextOf(administratorId);
    expect(await textOf(done.headers.get('location') ?? '')).toContain(`新しい管理者IDは ${made} です`);
    const twice = await clerk.post(at('/administrator'), { ...typed(), step: 'issue' });
    expect(twice.status).toBe(409);
    expect(await twice.text()).toContain('この間に管理者IDが変わりました');
    // Another ID than the present one is not shown as made.
    expect(await textOf(`${at('/administrator')}?made=${administratorId}`)).not.toContain('再発行しました');
    const entry = await textOf(at());
    expect(entry).toContain(`${administratorId} → ${made} 管理者ID再発行届 (窓口 2026年11月16日(月)) 印鑑証明書 (郵送`);
    administratorId = made;
  });

  test('the new 貿易登録証 names the new ID, the letter the firm; anybody gets the letter empty', async () => {
    expect(await pdfOf(await clerk.get(at('/certificate.pdf')))).toContain(administratorId);
    const letter = await pdfOf(await clerk.get(at('/reissue-letter.pdf')));
    for (const said of ['管理者ID再発行届', administratorId, '株式会社試験(デモ)', '印鑑証明書'])
      expect(letter).toContain(said);
    const anybody = world.visitor();
    expect(await (await anybody.get('/registration/9901')).text()).toContain('/registration/9901/reissue-letter.pdf');
    const blank = await pdfOf(await anybody.get('/registration/9901/reissue-letter.pdf'));
    expect(blank).toContain('商号・屋号');
    expect(blank).not.toContain('試験');
    expect((await anybody.get('/registration/9999/reissue-letter.pdf')).status).toBe(404);
  });

  test('who may not register sees no way there, and is refused', async () => {
    const examiner = world.visitor();
    await examiner.signIn(world.account('examiner'));
    expect(await (await examiner.get(at())).text()).not.toContain('管理者IDを再発行する');
    expect((await examiner.get(at('/administrator'))).status).toBe(403);
    expect((await examiner.post(at('/administrator'), { ...typed(), step: 'issue' })).status).toBe(403);
    expect((await examiner.get(at('/certificate.pdf'))).status).toBe(200);
  });

  test('a sole trader brings 印鑑登録証明書; a registration that has ended gets no ID', async () => {
    const content = legalRegistration({ legalForm: 'sole_trader', corporateNumber: '', nameJa: '見本 花子(デモ)' });
    const { procedureId } = await sendForm(world, 'sole@shiken.example', content);
    const sole = await acceptByDeeds(world, procedureId);
    expect(await textOf(`/desk/register/${sole.registrationId}/administrator`)).toContain('印鑑登録証明書');
    await inChamber(world.house.db, chamberId, (trx) =>
      trx
        .updateTable('registration')
        .set({ status: 'ended' })
        .where('registration_id', '=', sole.registrationId)
        .execute(),
    );
    expect(await textOf(`/desk/register/${sole.registrationId}/administrator`)).toContain('再発行できません');
    const input = legal({ registrationId: sole.registrationId, formerId: sole.administratorId });
    await expect(reissueAdministrator(await registrar(world), input)).rejects.toMatchObject({ code: 'conflict' });
  });
});

test('a program does the same by the API', async () => {
  const { procedureId } = await sendForm(
    world,
    'api@shiken.example',
    legalRegistration({ corporateNumber: otherCorporateNumber }),
  );
  const firm = await acceptByDeeds(world, procedureId);
  const { registrationId: _, ...body } = legal({ formerId: firm.administratorId });
  const send = (json: unknown): Promise<Response> =>
    Promise.resolve(
      world.house.app.request(`http://localhost:8080/api/v1/desk/register/${firm.registrationId}/administrator`, {
        method: 'POST',
        headers: {
          ...{ authorization: `Bearer ${world.account('certifier').apiKey}`, 'content-type': 'application/json' },
        },
        body: JSON.stringify(json),
      }),
    );
  const bad = await send({ ...body, certificate: { ...body.certificate, issuedOn: '2026-01-01' } });
  expect(bad.status).toBe(422);
  expect(JSON.stringify(await bad.json())).toContain('certificate.issuedOn');
  const done = await send(body);
  expect([done.status, await done.json()]).toEqual([
    200,
    { formerId: firm.administratorId, loginId: nextOf(firm.administratorId) },
  ]);
  expect((await send(body)).status).toBe(409);
});
