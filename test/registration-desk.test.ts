// The chamber's side of 貿易登録, on its pages and without script: from a form that was sent to the certificate at the counter.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoChamber } from '../demo/world.ts';
import { findActorByKey } from '../src/accounts/api-keys.ts';
import type { Ctx } from '../src/accounts/context.ts';
import { insertChamber } from '../src/chambers/store.ts';
import { inChamber, inInstallation } from '../src/lib/db.ts';
import { newId } from '../src/lib/ids.ts';
import { claimProcedure, readDeskProcedure } from '../src/registrations/procedures/procedure-desk.ts';
import { changeForm } from '../src/registrations/procedures/save-procedure.ts';
import { submitForm } from '../src/registrations/procedures/submit-procedure.ts';
import { listRegister, type RegisterFilter } from '../src/registrations/register/register-store.ts';
import { standingOf, standings } from '../src/registrations/registration.ts';
import { putMatch } from '../src/registrations/sanctions/matches-store.ts';
import type { SanctionKind } from '../src/registrations/sanctions/sanction.ts';
import { insertSanction } from '../src/registrations/sanctions/sanctions-store.ts';
import { getRegistration, insertRegistration, listSignatories } from '../src/registrations/store.ts';
import { legalRegistration, otherCorporateNumber } from './fixtures-registration.ts';
import { chamberId, openCtx, putSignature, registrar, sendForm, signatories } from './registration-desk-world.ts';
import { base, startWorld, type Visitor, type World } from './world.ts';

let world: World;
let clerk: Visitor;
let signature = '';
beforeAll(async () => {
  world = await startWorld();
  clerk = world.visitor();
  await clerk.signIn(world.account('certifier'));
  signature = await putSignature(world);
});
afterAll(() => world.close());

async function examinerWhoRegisters(): Promise<Ctx> {
  const actor = await findActorByKey(world.house.db, world.account('examiner').apiKey);
  if (!actor) throw new Error('no examiner');
  return { ...openCtx(world), actor: { ...actor, rights: [...actor.rights, 'register'] } };
}

const textOf = async (path: string): Promise<string> => (await clerk.get(path)).text();
const at = (id: string, rest = ''): string => `/desk/registrations/${id}${rest}`;

/** Each paper at the counter, by the forms that stand on the page. */
async function tickAll(id: string, day = '2026-11-16'): Promise<void> {
  const { papers } = await readDeskProcedure(await registrar(world), id);
  for (const { kind, signatoryKey } of papers) {
    const done = await clerk.post(at(id, '/papers'), { kind, how: 'counter', day, signatoryKey: signatoryKey ?? '' });
    expect(done.status).toBe(303);
  }
}

describe('新規登録 at the desk', () => {
  test('from 書類待ち to 受理: papers ticked one by one, examined, returned once, accepted, 貿易登録証', async () => {
    const { ctx, procedureId: id } = await sendForm(
      world,
      'desk@shiken.example',
      legalRegistration({ signatories: signatories(3, signature) }),
    );
    expect(await textOf('/desk/registrations')).toContain('株式会社試験(デモ)');
    expect(await textOf('/')).toContain('貿易登録の状況');

    const first = await textOf(at(id));
    expect(first).toContain('あと7点の書類を待っています');
    expect(first).toContain('署名届 Ichiro Shiken');
    // Today is offered as the day of receipt, and none after it.
    expect(first).toContain('max="2026-11-16"');
    const late = await clerk.post(at(id, '/papers'), { kind: 'business_details', how: 'post', day: '2026-11-17' });
    expect(late.status).toBe(422);
    expect(await late.text()).toContain('href="#f-day.business_details"');

    await tickAll(id);
    expect(await textOf(at(id))).toContain('書類がそろいました');
    // The last tick was a slip: it can be taken back, and the case waits for its paper again.
    const untick = /action="([^"]*\/untick)"/.exec(await textOf(at(id)))?.[1] ?? '';
    expect((await clerk.post(untick, {})).status).toBe(303);
    expect(await textOf(at(id))).toContain('あと1点の書類を待っています');
    const { papers } = await readDeskProcedure(await registrar(world), id);
    const missing = papers.find(({ came }) => came.length === 0);
    const again = { kind: missing?.kind ?? '', how: 'post', day: '2026-11-16', signatoryKey: '' };
    expect((await clerk.post(at(id, '/papers'), again)).status).toBe(303);

    const picture = await clerk.get(at(id, `/signatures/${signatories(1, signature)[0]?.key}/now`));
    expect(picture.headers.get('content-type')).toBe('image/png');

    expect((await clerk.post(at(id, '/examine'), { round: '1' })).status).toBe(303);
    const none = await clerk.post(at(id, '/return'), { round: '1' });
    expect(none.status).toBe(422);
    const asked = { round: '1', 'remark.nameEn': 'Ltd. の前にコンマを', 'remark.signatories.0': '役職の綴り' };
    expect((await clerk.post(at(id, '/return'), asked)).status).toBe(303);
    expect(await textOf('/desk/registrations?list=returned')).toContain('株式会社試験(デモ)');
    await changeForm(ctx, { procedureId: id }, (one) => ({ ...one, nameEn: 'SHIKEN CO., LTD., (DEMO)' }));
    await submitForm(ctx, { procedureId: id });

    // Every paper was ticked in the round before: it is received at once, with what was asked and what has changed.
    const second = await textOf(at(id));
    expect(second).toContain('前回お願いした修正');
    expect(second).toContain('<ins class="desk-text" lang="en">SHIKEN CO., LTD., (DEMO)</ins>');

    // A page of the round before is a conflict, and nothing is done.
    const old = await clerk.post(at(id, '/examine'), { round: '1' });
    expect(old.status).toBe(409);
    expect(await old.text()).toContain('2回目の送信');
    expect((await clerk.post(at(id, '/examine'), { round: '2' })).status).toBe(303);

    const ask = await textOf(at(id, '/accept?round=2'));
    expect(ask).toContain('新しい貿易登録番号を付けます');
    expect(ask).toContain('2028年11月15日');
    expect(ask).toContain('Ichiro Shiken &lt;a0@shiken.example&gt;');
    expect(ask).toContain('16,500円(税込)');
    // 非会員 pays; without the tick it is refused, and the choice stays.
    const fee = { round: '2', memberClass: 'non_member', 'fee.member': '0', 'fee.non_member': '16500' };
    const unpaid = await clerk.post(at(id, '/accept'), fee);
    expect(unpaid.status).toBe(422);
    expect(await unpaid.text()).toContain('登録料がまだ支払われていません');
    const changedTable = await clerk.post(at(id, '/accept'), {
      ...fee,
      'fee.non_member': '1',
      feePaidAtCounter: 'yes',
    });
    expect(changedTable.status).toBe(409);
    expect((await clerk.post(at(id, '/accept'), { ...fee, feePaidAtCounter: 'yes' })).status).toBe(303);

    const done = await readDeskProcedure(await registrar(world), id);
    expect(done.procedure).toMatchObject({ status: 'accepted', feeYen: 16_500, feePaid: 'counter' });
    expect(await textOf(at(id))).toContain('9901-000002');
    const certificate = await clerk.get(at(id, '/certificate.pdf'));
    expect(certificate.headers.get('content-type')).toBe('application/pdf');
    expect(
      Buffer.from(await certificate.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    expect((await clerk.get(at(id, '/letters.pdf'))).status).toBe(200);

    const registrationId = done.procedure.registrationId ?? '';
    const entry = await textOf(`/desk/register/${registrationId}`);
    expect(entry).toContain(done.administratorId);
    expect(entry).toContain('パスワード未設定');
    const kept = await inChamber(world.house.db, chamberId, async (trx) => ({
      registration: await getRegistration(trx, chamberId, registrationId),
      signatories: await listSignatories(trx, chamberId, registrationId),
    }));
    expect(kept.registration).toMatchObject({ memberClass: 'non_member', nameEn: 'SHIKEN CO., LTD., (DEMO)' });
    const shown = await clerk.get(`/desk/register/${registrationId}/signatures/${kept.signatories[0]?.signatoryId}`);
    expect(shown.headers.get('content-type')).toBe('image/png');
    for (const words of ['試験', 'shiken', '9901-000002', '9000000000000'])
      expect(await textOf(`/desk/register?words=${encodeURIComponent(words)}`)).toContain('SHIKEN CO., LTD., (DEMO)');
    expect(await textOf('/desk/register?words=%25')).toContain('条件に合う登録がありません');
  });

  test('a colleague holds it: refused, taken over by name; rejected with a reason only', async () => {
    const content = legalRegistration({ corporateNumber: otherCorporateNumber });
    const { procedureId: id } = await sendForm(world, 'second@shiken.example', content);
    expect((await clerk.post(at(id, '/claim'), {})).status).toBe(303);
    expect(await textOf('/desk/registrations')).toContain('認証 次郎(デモ)(自分)');
    // A colleague takes it over by this name only.
    const colleague = await examinerWhoRegisters();
    await expect(claimProcedure(colleague, { procedureId: id })).rejects.toMatchObject({ code: 'conflict' });
    await claimProcedure(colleague, { procedureId: id, takeOver: true });
    const held = await clerk.post(at(id, '/return'), { round: '1', 'remark.nameEn': 'これは残ります' });
    expect(held.status).toBe(409);
    const heldPage = await held.text();
    expect(heldPage).toContain('審査 太郎(デモ) が担当しています');
    expect(heldPage).toContain('これは残ります');
    expect((await clerk.post(at(id, '/claim'), { from: 'somebody' })).status).toBe(409);
    expect((await clerk.post(at(id, '/claim'), { from: colleague.actor.accountId })).status).toBe(303);
    const without = await clerk.post(at(id, '/reject'), { round: '1', note: ' ' });
    expect(without.status).toBe(422);
    expect((await clerk.post(at(id, '/reject'), { round: '1', note: '地区外のため' })).status).toBe(303);
    const page = await textOf(at(id));
    expect(page).toContain('却下');
    expect(page).toContain('地区外のため');
    expect((await clerk.post(at(id, '/examine'), { round: '1' })).status).toBe(409);
  });

  test('who may not register looks and does nothing: 403; a firm sees nothing', async () => {
    const content = legalRegistration({ corporateNumber: '7000000000002' });
    const { procedureId: id } = await sendForm(world, 'third@shiken.example', content);
    const examiner = world.visitor();
    await examiner.signIn(world.account('examiner'));
    const page = await (await examiner.get(at(id))).text();
    expect(page).not.toContain('/papers"');
    expect(page).not.toContain('修正を求める');
    for (const [path, form] of [
      ['/claim', {}],
      ['/papers', { kind: 'business_details', how: 'counter', day: '2026-11-16' }],
      ['/examine', { round: '1' }],
      ['/return', { round: '1', 'remark.nameEn': 'x' }],
      ['/reject', { round: '1', note: 'x' }],
      ['/accept', { round: '1', memberClass: 'member' }],
    ] as const)
      expect((await examiner.post(at(id, path), form)).status, path).toBe(403);
    expect((await examiner.get('/desk/register/import')).status).toBe(403);
    expect(await (await examiner.get('/')).text()).not.toContain('貿易登録の状況');
    const firm = world.visitor();
    await firm.signIn(world.account('user'));
    for (const path of ['/desk/registrations', at(id), '/desk/register'])
      expect((await firm.get(path)).status).toBe(403);
  });

  test('what another chamber has, or nobody, is not found', async () => {
    const content = legalRegistration({ corporateNumber: '6000000000003' });
    const { procedureId } = await sendForm(world, 'fourth@shiken.example', content);
    const there = await registrar(world);
    await inInstallation(world.house.db, (trx) =>
      insertChamber(trx, { ...demoChamber, chamberId: '9902', nameEn: 'Other Chamber' }, world.now()),
    );
    const elsewhere = { ...there, actor: { ...there.actor, chamberId: '9902' } };
    expect((await readDeskProcedure(there, procedureId)).procedure.procedureId).toBe(procedureId);
    await expect(readDeskProcedure(elsewhere, procedureId)).rejects.toMatchObject({ code: 'not_found' });
    await expect(claimProcedure(elsewhere, { procedureId })).rejects.toMatchObject({ code: 'not_found' });
    for (const path of [at(newId(world.now())), at('x'), `/desk/register/${newId(world.now())}`, '/desk/register/x'])
      expect((await clerk.get(path)).status, path).toBe(404);
  });
});

describe('登録台帳', () => {
  const today = '2026-11-16';
  const days = ['2026-11-15', today, '2026-11-17'] as const;
  const statuses = ['active', 'expired', 'ended', 'struck_off'] as const;
  type Imposed = { kind: SanctionKind; untilDay: string | null };
  const sanctionsOf: Imposed[][] = [
    ...[[], [{ kind: 'struck_off' as const, untilDay: null }], [{ kind: 'extra_documents' as const, untilDay: today }]],
    ...days.map((untilDay) => [{ kind: 'suspended' as const, untilDay }]),
    days.map((untilDay) => ({ kind: 'suspended' as const, untilDay })),
  ];
  /** Every state with every last day, begun or not, under each kind of sanction, past ones too. */
  const states = statuses.flatMap((status) =>
    days.flatMap((validUntil) =>
      sanctionsOf.flatMap((sanctions) =>
        ['2026-01-01', '2026-11-17']
          .filter((validFrom) => validFrom <= validUntil)
          .map((validFrom) => ({ status, validUntil, sanctions, validFrom })),
      ),
    ),
  );

  test('each standing finds exactly the firms whose standing it is', async () => {
    await inChamber(world.house.db, chamberId, async (trx) => {
      const list = (filter: RegisterFilter) =>
        listRegister(trx, { chamberId, today }, { words: 'standing', ...filter }, { page: 1, size: 300 });
      const [some] = await listRegister(trx, { chamberId, today }, {}, { page: 1, size: 1 });
      const like = await getRegistration(trx, chamberId, some?.registrationId ?? '');
      const by = (await registrar(world)).actor.accountId;
      for (const [index, { sanctions, ...state }] of states.entries()) {
        const of = { chamberId, registrationId: newId(world.now()), number: `S-${index}`, nameEn: 'STANDING INC.' };
        await insertRegistration(trx, { ...like, ...state, ...of, corporateNumber: null }, world.now());
        for (const { kind, untilDay } of sanctions) {
          const sanctionId = newId(world.now());
          const said = { ...{ kind, untilDay, reason: 'x' }, imposedBy: by, imposedAt: world.now() };
          await insertSanction(trx, { ...like, ...of, ...said, sanctionId, corporateNumber: null });
          await putMatch(trx, { ...of, sanctionId, isSame: true, by, at: world.now() });
        }
      }
      const all = await list({});
      expect(all).toHaveLength(states.length);
      for (const standing of standings) {
        const expected = all.filter((row) => standingOf(row, today) === standing);
        expect(expected.length, standing).toBeGreaterThan(0);
        expect(await list({ standing }), standing).toEqual(expected);
      }
    });
  });
});

describe('紙の登録台帳の取り込み', () => {
  const send = async (text: string): Promise<Response> => {
    const body = new FormData();
    body.set('file', new File([text], 'register.csv', { type: 'text/csv' }));
    const headers = { cookie: clerk.cookie, origin: base, 'sec-fetch-site': 'same-origin' };
    return world.house.app.request(`${base}/desk/register/import`, { method: 'POST', body, headers });
  };
  const headings = '登録番号,会社名,英文社名,法人番号,有効期間開始日,有効期間終了日,署名者氏名,署名者役職';

  test('the template’s own headings are taken; what was read and written is said', async () => {
    const template = await (await clerk.get('/desk/register/template.csv')).text();
    expect(template).toContain(headings);
    const done = await send(`${template.trim()}\n777001,紙の商会,PAPER SHOKAI,,2025/4/1,2027/3/31,Kami Taro,Manager\n`);
    expect(done.status).toBe(303);
    expect(await textOf(done.headers.get('location') ?? '')).toContain('1社を読み取り、1社を書き込みました');
  });

  test('one bad cell, and nothing is taken in: row, column and mend are said', async () => {
    const rows = ['777002,良い会社,GOOD INC.,,,2027-03-31,,', '777003,悪い会社,BAD INC.,123,,2027-13-31,,'];
    const bad = await send(`${headings}\n${rows.join('\n')}\n`);
    expect(bad.status).toBe(422);
    const text = await bad.text();
    expect(text).toContain('2か所を直してください');
    expect(text).toContain('F 有効期間終了日');
    const again = await send(`${headings}\n${rows[0]}\n`);
    expect(again.headers.get('location')).toContain('read=1&written=1');
  });

  test('no file is said at the field', async () => {
    const response = await clerk.post('/desk/register/import', {});
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('ファイルを選んでください');
  });
});

test('a program does the same by the API: reads, ticks, asks for corrections, searches the register', async () => {
  const content = legalRegistration({ corporateNumber: '5000000000004' });
  const { procedureId: id } = await sendForm(world, 'api@shiken.example', content);
  const call = (method: string, path: string, json?: unknown): Promise<Response> =>
    Promise.resolve(
      world.house.app.request(`${base}/api/v1/desk/${path}`, {
        ...{ method, ...(json === undefined ? {} : { body: JSON.stringify(json) }) },
        headers: { authorization: `Bearer ${world.account('certifier').apiKey}`, 'content-type': 'application/json' },
      }),
    );
  const list = await call('GET', 'registrations?status=submitted');
  expect(await list.text()).toContain(id);
  const read = (await (await call('GET', `registrations/${id}`)).json()) as { papers: unknown[]; content: unknown };
  expect(read.papers).toHaveLength(4);
  expect(read.content).toMatchObject({ nameEn: content.nameEn });
  const paper = { kind: 'business_details', how: 'post', day: '2026-11-16' };
  expect((await call('POST', `registrations/${id}/papers`, paper)).status).toBe(204);
  const unknown = await call('POST', `registrations/${id}/return`, {
    round: 1,
    remarks: [{ place: 'no', words: 'x' }],
  });
  expect(unknown.status).toBe(422);
  const asked = { round: 1, remarks: [{ place: 'nameEn', words: 'x' }] };
  expect((await call('POST', `registrations/${id}/return`, asked)).status).toBe(204);
  const found = (await (await call('GET', 'register?words=mihon')).json()) as { firms: { registrationId: string }[] };
  expect((await call('GET', `register/${found.firms[0]?.registrationId}`)).status).toBe(200);
  expect((await call('GET', 'registrations/counts')).status).toBe(200);
});
