// 認証 on the chamber's screens without script: certified, cancelled, handed back, and what stands in the way.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Ctx } from '../src/accounts/context.ts';
import { claimApplication } from '../src/applications/claim.ts';
import { readDeskCase } from '../src/applications/read-desk.ts';
import { defaultSettings } from '../src/chambers/settings.ts';
import { saveSettings } from '../src/chambers/settings-store.ts';
import { inChamber } from '../src/lib/db.ts';
import { type DeskWorld, desk, type Somebody, startDeskWorld } from './desk-world.ts';
import { demoFirm, impose, lift } from './sanctioning.ts';
import type { Visitor, World } from './world.ts';

let at: DeskWorld;
let world: World;
let examiner: Ctx;
let certifier: Ctx;
beforeAll(async () => {
  at = await startDeskWorld();
  ({ world, examiner, certifier } = at);
});
afterAll(() => world.close());

const by = (as: Somebody): Visitor => at.by(as);
const page = (as: Somebody, path: string): Promise<string> => at.page(as, path);

describe('認証 by form', () => {
  test('an examiner without the right sees no certify, and gets 403 when asking for it or posting', async () => {
    const { applicationId: id } = await at.approved();
    expect(await page('examiner', desk(id))).not.toContain('/certify');
    for (const deed of ['certify', 'hand-back', 'cancel']) {
      expect((await by('examiner').get(desk(id, `/${deed}`))).status, deed).toBe(403);
      const answer = await by('examiner').post(desk(id, `/${deed}`), { round: '1', note: 'x' });
      expect(answer.status, deed).toBe(403);
    }
  });

  test('certified after a page that says what will stand on it; the number is shown; cancelled with its reason', async () => {
    const { applicationId: id, receiptNumber } = await at.approved();
    const asked = await page('certifier', desk(id, '/certify?round=1'));
    expect(asked).toContain('Jiro Ninsho (Demo), Manager, Certification Section');
    expect(asked).toContain('2026年11月16日(月)');
    const done = await by('certifier').post(desk(id, '/certify'), { round: '1' });
    const location = done.headers.get('location') ?? '';
    const number = /number=(9901-2026-\d{6}-\w)/.exec(location)?.[1] ?? '';
    expect(number).not.toBe('');
    expect(await page('certifier', location)).toContain(`証明書番号 ${number}`);
    expect(await page('certifier', desk(id))).toContain(`証明書番号 ${number}`);
    expect(await page('certifier', '/desk?list=certified')).toContain(receiptNumber);

    expect(await page('certifier', desk(id, '/cancel?round=1'))).toContain(`証明書番号 ${number} は欠番になり`);
    expect((await by('certifier').post(desk(id, '/cancel'), { round: '1', note: '' })).status).toBe(422);
    await by('certifier').post(desk(id, '/cancel'), { round: '1', note: '申請者の依頼による' });
    expect(await page('certifier', desk(id))).toContain('理由: 申請者の依頼による');
  });

  test('certified twice: the second is told that a colleague was first', async () => {
    const { applicationId: id } = await at.approved();
    await by('certifier').post(desk(id, '/certify'), { round: '1' });
    const again = await by('certifier').post(desk(id, '/certify'), { round: '1' });
    expect(again.status).toBe(409);
    expect(await again.text()).toContain('いまの状態: 承認(決済待ち)');
  });

  test('handed back with a note, which the next examiner reads', async () => {
    const { applicationId: id } = await at.approved();
    expect((await by('certifier').post(desk(id, '/hand-back'), { round: '1', note: '' })).status).toBe(422);
    await by('certifier').post(desk(id, '/hand-back'), { round: '1', note: '数量をもう一度。' });
    expect(await page('examiner', desk(id))).toContain('理由: 数量をもう一度。');
    expect(await at.statusOf(id)).toBe('submitted');
  });

  test('what stands in the way of certifying is said in its own words', async () => {
    const { applicationId: id } = await at.approved();
    await suspend(true);
    const answer = await by('certifier').post(desk(id, '/certify'), { round: '1' });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('認証できません');
    expect(html).toContain('発給が停止されているため(2026-12-16 まで)');
    await suspend(false);
  });

  test('where one person is enough, one press examines and certifies', async () => {
    const of = { ...defaultSettings, certifyPersons: 1 as const };
    await inChamber(world.house.db, '9901', (trx) => saveSettings(trx, '9901', of, world.now()));
    const one = await at.submitted();
    const { applicationId: id } = one;
    await claimApplication(certifier, one);
    expect(await page('certifier', desk(id))).toContain('審査して認証する');
    const form = { round: '1', invoiceSignedBy: await at.signer(id), after: 'queue', certify: 'yes' };
    expect(await page('certifier', desk(id))).toContain('name="certify" value="yes"');
    const done = await by('certifier').post(desk(id, '/approve'), form);
    expect(done.headers.get('location')).toMatch(/^\/desk\?done=certify&of=R2026-\d+&number=9901-2026-/);
    const { history } = await readDeskCase(examiner, id);
    expect(history.map((event) => event.action).slice(-2)).toEqual(['approve', 'certify']);

    // The second deed may still be refused: then it is examined, and the page says why it is not certified.
    const two = await at.submitted();
    await claimApplication(certifier, two);
    await lastDay('2026-11-15'); // the registration lapses: that stops certifying alone
    const half = await by('certifier').post(desk(two.applicationId, '/approve'), form);
    expect(half.status).toBe(422);
    expect(await half.text()).toContain('審査は記録しました');
    expect(await at.statusOf(two.applicationId)).toBe('approved');
    await lastDay('2028-10-16');
    await inChamber(world.house.db, '9901', (trx) => saveSettings(trx, '9901', defaultSettings, world.now()));
  });
});

let sanction = '';
async function suspend(on: boolean): Promise<void> {
  if (on) sanction = await impose(world, await demoFirm(world));
  else await lift(world, sanction);
}

async function lastDay(day: string): Promise<void> {
  await inChamber(world.house.db, '9901', (trx) => trx.updateTable('registration').set({ valid_until: day }).execute());
}
