// A chamber sets how hard the rules are, and an applicant says why a warning may stand: wherever the rules speak.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { approveApplication } from '../src/applications/examine.ts';
import { originKinds } from '../src/applications/forms/forms.ts';
import { levelProblems } from '../src/applications/forms/problems.ts';
import { saveBoxes, saveGoods } from '../src/applications/save.ts';
import { checkApplication, submitApplication } from '../src/applications/submit.ts';
import { certifyApplication } from '../src/certificates/certify.ts';
import { defaultSettings, type RuleLevels } from '../src/chambers/settings.ts';
import { saveSettings } from '../src/chambers/settings-store.ts';
import { inChamber } from '../src/lib/db.ts';
import { readyApplication } from './deeds.ts';
import { type DeskWorld, desk, startDeskWorld } from './desk-world.ts';
import { base } from './world.ts';

let at: DeskWorld;
beforeAll(async () => {
  at = await startDeskWorld();
});
afterAll(() => at.world.close());
beforeEach(() => set({}));

const set = (ruleLevels: RuleLevels): Promise<void> =>
  inChamber(at.world.house.db, '9901', (trx) =>
    saveSettings(trx, '9901', { ...defaultSettings, ruleLevels }, at.world.now(), undefined, levelProblems),
  );

/** An application at which `unit-known` warns and `marks-given` blocks. */
async function draft(): Promise<string> {
  const id = await readyApplication(at.firm);
  const of = { kinds: originKinds, applicationId: id };
  await saveBoxes(at.firm, { ...of, boxes: { marks: '' } });
  const line = { packages: '1', packageKind: 'CARTON', description: 'Ball bearings of steel', hsCode: '848210' };
  const goods = [{ marks: '', origin: '', ...line, quantity: '5', unit: 'DRIBBLES' }];
  await saveGoods(at.firm, { ...of, from: 0, count: 1, goods });
  return id;
}

const levels = async (id: string) => (await checkApplication(at.firm, id)).map((one) => `${one.rule} ${one.level}`);

describe('the levels that a chamber has set', () => {
  test('none: the rules’ own', async () => {
    expect(await levels(await draft())).toEqual(['marks-given block', 'unit-known warn']);
  });

  test('hold at submission, and still when it is certified', async () => {
    const id = await draft();
    await set({ 'marks-given': 'off', 'unit-known': 'block' });
    expect(await levels(id)).toEqual(['unit-known block']);
    await expect(submitApplication(at.firm, { applicationId: id })).rejects.toMatchObject({
      ...{ code: 'invalid', fields: [{ field: 'goods.0.unit' }] },
    });
    await set({ 'marks-given': 'warn' });
    const { round } = await submitApplication(at.firm, { applicationId: id });
    expect(await at.page('examiner', desk(id))).toContain('荷印・荷番号を入れてください。');
    await approveApplication(at.examiner, { applicationId: id, round, invoiceSignedBy: await at.signer(id) });
    await set({});
    await expect(certifyApplication(at.certifier, { applicationId: id, round })).rejects.toMatchObject({
      fields: [{ field: 'marks' }],
    });
    await set({ 'marks-given': 'off' });
    expect(await certifyApplication(at.certifier, { applicationId: id, round })).toMatchObject({
      number: expect.any(String),
    });
  });

  test('hold for a file of goods by the API, and are told to the table that checks while one types', async () => {
    const id = await draft();
    await set({ 'unit-known': 'off', 'pieces-whole': 'block' });
    const body = new FormData();
    const table =
      '商品名\t数量\t数量単位\t梱包数\t梱包種類\nBall bearings of steel\t1.5\tPCS\t1\tCARTON\nSeals of rubber\t5\tDRIBBLES\t1\tCARTON\n';
    body.append('file', new File([table], 'goods.tsv'));
    const headers = { authorization: `Bearer ${at.world.account('user').apiKey}` };
    const answer = await at.world.house.app.request(`${base}/api/v1/check-goods`, { method: 'POST', body, headers });
    const { findings } = (await answer.json()) as { findings: { rule: string; level: string; row: number }[] };
    expect(findings.map(({ rule, level, row }) => ({ rule, level, row }))).toEqual([
      { rule: 'pieces-whole', level: 'block', row: 2 },
    ]);
    const html = (await at.page('user', `/applications/${id}/goods`)).replaceAll('&quot;', '"');
    expect(html).toContain('"ruleLevels":{"unit-known":"off","pieces-whole":"block"}');
  });

  test('an unknown rule, and a softer level of what protects the paper, are not saved', async () => {
    await expect(set({ 'no-such-rule': 'off' })).rejects.toMatchObject({
      fields: [{ field: 'ruleLevels.no-such-rule' }],
    });
    await expect(set({ 'boxes-hold': 'warn' })).rejects.toMatchObject({ fields: [{ field: 'ruleLevels.boxes-hold' }] });
    await expect(set({ 'unit-known': 'loud' as 'off' })).rejects.toMatchObject({
      fields: [{ field: 'ruleLevels.unit-known' }],
    });
    const unasked = { ...defaultSettings, ruleLevels: { 'unit-known': 'off' } } as const;
    const save = inChamber(at.world.house.db, '9901', (trx) => saveSettings(trx, '9901', unasked, at.world.now()));
    await expect(save).rejects.toMatchObject({ fields: [{ field: 'ruleLevels.unit-known' }] });
  });
});

describe('why a warning may stand', () => {
  /** Only a warning is left. */
  async function warned(): Promise<string> {
    const id = await draft();
    await saveBoxes(at.firm, { kinds: originKinds, applicationId: id, boxes: { marks: 'N/M' } });
    return id;
  }

  test('is asked below each of them, and read by the examiner at the same point', async () => {
    const id = await warned();
    expect(await at.page('user', `/applications/${id}/review`)).toContain('name="why.unit-known"');
    const why = { 'why.unit-known': 'A unit of <our> trade' };
    expect((await at.by('user').post(`/applications/${id}/submit`, why)).status).toBe(303);
    expect(await at.page('examiner', desk(id))).toContain('申請者の説明: <bdi>A unit of &lt;our&gt; trade</bdi>');
  });

  test('is optional, and asked of nothing that does not warn', async () => {
    const id = await readyApplication(at.firm);
    expect(await at.page('user', `/applications/${id}/review`)).not.toContain('name="why.');
    await submitApplication(at.firm, { applicationId: id, whys: { 'unit-known': 'x', 'no-such-rule': 'y' } });
    expect(await at.page('examiner', desk(id))).not.toContain('申請者の説明');
  });

  test('is kept on the page when it cannot be taken, with what is wrong with it', async () => {
    const id = await warned();
    const answer = await at.by('user').post(`/applications/${id}/submit`, { 'why.unit-known': 'turned \u202E round' });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('turned \u202E round');
    expect(html).toContain('U+202E');
    expect(await at.page('user', `/applications/${id}/review`)).toContain('name="why.unit-known"');
  });

  test('by the API: sent with the submission, shown with the case', async () => {
    const id = await warned();
    const call = (as: 'user' | 'examiner', path: string, body?: object) => {
      const headers = { authorization: `Bearer ${at.world.account(as).apiKey}`, 'content-type': 'application/json' };
      const init = body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers };
      return at.world.house.app.request(`${base}/api/v1${path}`, init);
    };
    expect((await call('user', `/applications/${id}/submit`, { why: { 'unit-known': 'Ours.' } })).status).toBe(200);
    expect(await (await call('examiner', `/desk/applications/${id}`)).json()).toMatchObject({
      submission: { findings: [{ rule: 'unit-known', level: 'warn', why: 'Ours.' }] },
    });
  });
});
