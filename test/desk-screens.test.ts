// The chamber's screens without script: each deed by its form, who may not, and what is kept when somebody was first.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Ctx } from '../src/accounts/context.ts';
import { claimApplication, releaseApplication } from '../src/applications/claim.ts';
import { claimNext } from '../src/applications/claim-next.ts';
import { attachEvidence } from '../src/applications/evidence.ts';
import { approveApplication, sendBack } from '../src/applications/examine.ts';
import { nextToCertify } from '../src/applications/next-to-certify.ts';
import { readDeskCase } from '../src/applications/read-desk.ts';
import { saveBoxes } from '../src/applications/save.ts';
import { submitApplication, withdrawApplication } from '../src/applications/submit.ts';
import { defaultSettings } from '../src/chambers/settings.ts';
import { saveSettings } from '../src/chambers/settings-store.ts';
import { inChamber } from '../src/lib/db.ts';
import { contextOf, readyApplication } from './deeds.ts';
import { invoicePdf } from './fixtures-origin.ts';
import { startWorld, type Visitor, type World } from './world.ts';

let world: World;
let firm: Ctx;
let examiner: Ctx;
let certifier: Ctx;
const visitors: Record<string, Visitor> = {};
beforeAll(async () => {
  world = await startWorld();
  firm = await contextOf(world, 'user');
  examiner = await contextOf(world, 'examiner');
  certifier = await contextOf(world, 'certifier');
  for (const as of ['user', 'examiner', 'certifier']) {
    const visitor = world.visitor();
    await visitor.signIn(world.account(as));
    visitors[as] = visitor;
  }
});
afterAll(() => world.close());

const by = (as: 'user' | 'examiner' | 'certifier'): Visitor => {
  const visitor = visitors[as];
  if (!visitor) throw new Error(`nobody signed in as ${as}`);
  return visitor;
};
const page = async (as: Parameters<typeof by>[0], path: string): Promise<string> => (await by(as).get(path)).text();
const desk = (id: string, rest = ''): string => `/desk/applications/${id}${rest}`;

async function submitted(): Promise<{ applicationId: string; round: number; receiptNumber: string }> {
  const applicationId = await readyApplication(firm);
  return { applicationId, ...(await submitApplication({ ...firm, now: world.now() }, { applicationId })) };
}

async function signer(id: string): Promise<string> {
  return (await readDeskCase(examiner, id)).signatories[0]?.signatoryId ?? '';
}

async function approved(ctx = examiner) {
  const one = await submitted();
  await approveApplication(ctx, { ...one, invoiceSignedBy: await signer(one.applicationId) });
  return one;
}

const statusOf = async (id: string): Promise<string> => (await readDeskCase(examiner, id)).application.status;

/** Empties the queue, so that a test knows which case is the next. */
async function clearQueue(): Promise<void> {
  for (let id = await claimNext(examiner); id !== undefined; id = await claimNext(examiner));
}

describe('the queue', () => {
  test('says how many are in each list, and what each case is; a firm gets 403 on it', async () => {
    const one = await submitted();
    const html = await page('examiner', '/desk');
    expect(html).toContain(one.receiptNumber);
    expect(html).toContain('株式会社見本貿易(デモ)');
    expect(html).toContain('SAMPLE IMPORTS INC.');
    expect(html).toContain('アメリカ合衆国');
    expect(html).toMatch(/aria-current="page"[^>]*>申請中 <span[^>]*>\d+</);
    await claimApplication(certifier, one);
    expect(await page('examiner', '/desk')).toContain('認証 次郎(デモ)');
    expect(await page('examiner', '/desk?list=mine')).not.toContain(one.receiptNumber);
    expect(await page('certifier', '/desk?list=mine')).toContain('認証 次郎(デモ)(自分)');
    await releaseApplication(certifier, one);
  });

  test('the next case is the oldest that nobody holds; two at once get two; none left is said', async () => {
    await clearQueue();
    const [first, second, third] = [await submitted(), await submitted(), await submitted()];
    await claimApplication(certifier, second);
    const answer = await by('examiner').post('/desk/next', {});
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(desk(first.applicationId));
    const fourth = await submitted();
    const both = await Promise.all([claimNext(examiner), claimNext(certifier)]);
    expect(both.toSorted()).toEqual([third.applicationId, fourth.applicationId].toSorted());
    const none = await by('examiner').post('/desk/next', {});
    expect(await page('examiner', none.headers.get('location') ?? '')).toContain('担当者のいない案件はありません');
  });

  test('the next to certify is none that one approved oneself', async () => {
    const own = await approved({ ...certifier, now: new Date(world.now().getTime() - 1) });
    const next = await nextToCertify(certifier);
    expect(next).not.toBe(own.applicationId);
    const other = await approved();
    expect(await page('certifier', '/desk?list=approved')).toContain('次の案件を認証する');
    const answer = await by('certifier').get('/desk/next-to-certify');
    const at = answer.headers.get('location') ?? '';
    expect(at).toMatch(/^\/desk\/applications\//);
    expect(at).not.toBe(desk(own.applicationId));
    expect(await page('certifier', desk(own.applicationId))).toContain('認証は、ほかの職員が行います');
    expect(await page('certifier', desk(own.applicationId))).not.toContain('/certify?');
    expect((await by('certifier').post(desk(own.applicationId, '/certify'), { round: '1' })).status).toBe(403);
    expect(await statusOf(other.applicationId)).toBe('approved');
  });

  test('home shows staff the counts and the way to the next case', async () => {
    const html = await page('examiner', '/');
    expect(html).toContain('審査の状況');
    expect(html).toContain('href="/desk?list=approved"');
    expect(html).toContain('次の案件を審査する');
  });
});

describe('審査 by form', () => {
  let one: { applicationId: string; round: number; receiptNumber: string };
  beforeEach(async () => {
    one = await submitted();
  });
  const round = { round: '1' };

  test('a case is taken, given back, and taken over only from whom the button named', async () => {
    const { applicationId: id } = one;
    expect(await page('examiner', desk(id))).toContain('担当して審査する');
    expect((await by('examiner').post(desk(id, '/claim'), round)).headers.get('location')).toBe(desk(id));
    expect(await page('certifier', desk(id))).toContain('審査 太郎(デモ)さんから引き継ぐ');
    expect(await page('certifier', desk(id))).not.toContain('/send-back');
    const late = await by('certifier').post(desk(id, '/claim'), round);
    expect(late.status).toBe(409);
    expect(await late.text()).toContain('先に審査 太郎(デモ)さんが担当しました');
    const from = { ...round, from: examiner.actor.accountId };
    expect((await by('certifier').post(desk(id, '/claim'), from)).status).toBe(303);
    expect(await page('examiner', desk(id))).toContain('認証 次郎(デモ)さんが担当しています');
    expect((await by('examiner').post(desk(id, '/release'), round)).status).toBe(409);
    const given = await by('certifier').post(desk(id, '/release'), round);
    expect(await page('certifier', given.headers.get('location') ?? '')).toContain(
      `${one.receiptNumber} の担当を外れました`,
    );
  });

  test('sent back with remarks at several boxes; without any it is asked for', async () => {
    const { applicationId: id } = one;
    await claimApplication(examiner, one);
    const empty = await by('examiner').post(desk(id, '/send-back'), { ...round, 'remark.2': ' ' });
    expect(empty.status).toBe(422);
    expect(await empty.text()).toContain('href="#f-remarks"');
    const sent = await by('examiner').post(desk(id, '/send-back'), {
      ...{ ...round, 'remark.2': '住所を\r\nインボイスと同じに。', 'remark.invoice': 'サインのある頁を。' },
    });
    expect(sent.headers.get('location')).toBe(`/desk?done=send-back&of=${one.receiptNumber}`);
    const html = await page('examiner', desk(id));
    expect(html).toContain('修正を依頼した点');
    expect(html).toContain('住所を\nインボイスと同じに。');
    expect(html).toContain('サインのある頁を。');
  });

  test('approved only with the signature marked; then on to the next case', async () => {
    await clearQueue();
    one = await submitted();
    const next = await submitted();
    const { applicationId: id } = one;
    await claimApplication(examiner, one);
    const missing = await by('examiner').post(desk(id, '/approve'), { ...round, after: 'next' });
    expect(missing.status).toBe(422);
    expect(await missing.text()).toContain('インボイスのサインが、どの署名者のものかを選んでください');
    const form = { ...round, invoiceSignedBy: await signer(id), after: 'next' };
    const done = await by('examiner').post(desk(id, '/approve'), form);
    expect(done.headers.get('location')).toBe(`${desk(next.applicationId)}?done=approve&of=${one.receiptNumber}`);
    expect(await page('examiner', done.headers.get('location') ?? '')).toContain('審査済にしました');
    expect(await statusOf(id)).toBe('approved');
  });

  test('rejected on a page of its own, with the reason', async () => {
    const { applicationId: id } = one;
    expect((await by('examiner').get(desk(id, '/reject'))).headers.get('location')).toBe(desk(id)); // not taken yet
    await claimApplication(examiner, one);
    expect(await page('examiner', desk(id, '/reject?round=1'))).toContain('この申請を却下しますか');
    const bare = await by('examiner').post(desk(id, '/reject'), { ...round, note: ' ' });
    expect(bare.status).toBe(422);
    expect(await bare.text()).toContain('理由を入れてください');
    await by('examiner').post(desk(id, '/reject'), { ...round, note: '産品が日本産ではありません。' });
    expect(await page('examiner', desk(id))).toContain('理由: 産品が日本産ではありません。');
  });

  test('the firm withdrew while remarks were typed: they are kept, and it is said who was first', async () => {
    const { applicationId: id } = one;
    await claimApplication(examiner, one);
    await withdrawApplication(firm, one);
    const answer = await by('examiner').post(desk(id, '/send-back'), { ...round, 'remark.2': '<b>国名を直して</b>' });
    expect(answer.status).toBe(409);
    const html = await answer.text();
    expect(html).toContain('申請者が先に取り下げました');
    expect(html).toContain('&lt;b&gt;国名を直して&lt;/b&gt;');
  });

  test('a colleague took it over: the remarks are kept, and his name is said', async () => {
    const { applicationId: id } = one;
    await claimApplication(examiner, one);
    await claimApplication(certifier, { ...one, takeOver: true });
    const answer = await by('examiner').post(desk(id, '/send-back'), { ...round, 'remark.goods': '数量を確かめて' });
    expect(answer.status).toBe(409);
    const html = await answer.text();
    expect(html).toContain('先に認証 次郎(デモ)さんが担当しました');
    expect(html).toContain('数量を確かめて');
  });

  test('a new submission came: the old round decides nothing, and the form still holds the remarks', async () => {
    const { applicationId: id } = one;
    await sendBack(examiner, { ...one, remarks: [{ place: '2', words: '住所' }] });
    const { submission } = await readDeskCase(examiner, id);
    const consignee = { ...submission.content.consignee, address: '200 Other Street, Los Angeles, CA 90001' };
    await saveBoxes(firm, { applicationId: id, boxes: { consignee } });
    await submitApplication({ ...firm, now: world.now() }, { applicationId: id });
    await claimApplication(examiner, one);
    const answer = await by('examiner').post(desk(id, '/send-back'), { ...round, 'remark.2': 'もう一度' });
    expect(answer.status).toBe(409);
    const html = await answer.text();
    expect(html).toContain('新しい申請(2回目)が届いています');
    expect(html).toMatch(/<textarea[^>]*name="remark\.2"[^>]*>もう一度<\/textarea>/);
    expect(html).toContain('name="round" value="2"');
    expect(html).toContain('前回の申請から変わったところ 1か所');
    expect(html).toContain('荷受人の住所');
    expect(html).toContain('<del class="desk-text">100 Example Street, Los Angeles, CA 90001</del>');
    expect(html).toContain('<ins class="desk-text">200 Other Street, Los Angeles, CA 90001</ins>');
  });
});

describe('認証 by form', () => {
  test('an examiner without the right sees no certify, and gets 403 when posting', async () => {
    const { applicationId: id } = await approved();
    expect(await page('examiner', desk(id))).not.toContain('/certify');
    for (const deed of ['certify', 'hand-back', 'cancel']) {
      expect((await by('examiner').get(desk(id, `/${deed}`))).headers.get('location')).toBe(desk(id));
      const answer = await by('examiner').post(desk(id, `/${deed}`), { round: '1', note: 'x' });
      expect(answer.status, deed).toBe(403);
    }
  });

  test('certified after a page that says what will stand on it; the number is shown; cancelled with its reason', async () => {
    const { applicationId: id, receiptNumber } = await approved();
    const asked = await page('certifier', desk(id, '/certify?round=1'));
    expect(asked).toContain('Jiro Ninsho (Demo), Manager, Certification Section');
    expect(asked).toContain('2026年11月16日(月)');
    const done = await by('certifier').post(desk(id, '/certify'), { round: '1' });
    const at = done.headers.get('location') ?? '';
    const number = /number=(9901-2026-\d{6}-\w)/.exec(at)?.[1] ?? '';
    expect(number).not.toBe('');
    expect(await page('certifier', at)).toContain(`証明書番号 ${number}`);
    expect(await page('certifier', desk(id))).toContain(`証明書番号 ${number}`);
    expect(await page('certifier', '/desk?list=certified')).toContain(receiptNumber);

    expect(await page('certifier', desk(id, '/cancel?round=1'))).toContain(`証明書番号 ${number} は欠番になり`);
    expect((await by('certifier').post(desk(id, '/cancel'), { round: '1', note: '' })).status).toBe(422);
    await by('certifier').post(desk(id, '/cancel'), { round: '1', note: '申請者の依頼による' });
    expect(await page('certifier', desk(id))).toContain('理由: 申請者の依頼による');
  });

  test('certified twice: the second is told that a colleague was first', async () => {
    const { applicationId: id } = await approved();
    await by('certifier').post(desk(id, '/certify'), { round: '1' });
    const again = await by('certifier').post(desk(id, '/certify'), { round: '1' });
    expect(again.status).toBe(409);
    expect(await again.text()).toContain('いまの状態: 承認(決済待ち)');
  });

  test('handed back with a note, which the next examiner reads', async () => {
    const { applicationId: id } = await approved();
    expect((await by('certifier').post(desk(id, '/hand-back'), { round: '1', note: '' })).status).toBe(422);
    await by('certifier').post(desk(id, '/hand-back'), { round: '1', note: '数量をもう一度。' });
    expect(await page('examiner', desk(id))).toContain('理由: 数量をもう一度。');
    expect(await statusOf(id)).toBe('submitted');
  });

  test('what stands in the way of certifying is said in its own words', async () => {
    const { applicationId: id } = await approved();
    await suspend(true);
    const answer = await by('certifier').post(desk(id, '/certify'), { round: '1' });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('認証できません');
    expect(html).toContain('発給が停止されている期間のため');
    await suspend(false);
  });

  test('where one person is enough, one press examines and certifies', async () => {
    const of = { ...defaultSettings, certifyPersons: 1 as const };
    await inChamber(world.house.db, '9901', (trx) => saveSettings(trx, '9901', of, world.now()));
    const one = await submitted();
    const { applicationId: id } = one;
    await claimApplication(certifier, one);
    expect(await page('certifier', desk(id))).toContain('審査して認証する');
    const form = { round: '1', invoiceSignedBy: await signer(id), after: 'queue', certify: 'yes' };
    expect(await page('certifier', desk(id))).toContain('name="certify" value="yes"');
    const done = await by('certifier').post(desk(id, '/approve'), form);
    expect(done.headers.get('location')).toMatch(/^\/desk\?done=certify&of=R2026-\d+&number=9901-2026-/);
    const { history } = await readDeskCase(examiner, id);
    expect(history.map((event) => event.action).slice(-2)).toEqual(['approve', 'certify']);

    // The second deed may still be refused: then it is examined, and the page says why it is not certified.
    const two = await submitted();
    await claimApplication(certifier, two);
    await suspend(true);
    const half = await by('certifier').post(desk(two.applicationId, '/approve'), form);
    expect(half.status).toBe(422);
    expect(await half.text()).toContain('審査は記録しました');
    expect(await statusOf(two.applicationId)).toBe('approved');
    await suspend(false);
    await inChamber(world.house.db, '9901', (trx) => saveSettings(trx, '9901', defaultSettings, world.now()));
  });
});

async function suspend(on: boolean): Promise<void> {
  await inChamber(world.house.db, '9901', (trx) =>
    trx
      .updateTable('registration')
      .set({ suspended_until: on ? new Date('2026-12-31T00:00:00Z') : null })
      .execute(),
  );
}

describe('what is shown of a case', () => {
  test('the documents are pictures, the file is only to be saved', async () => {
    const { applicationId: id } = await submitted();
    const { evidence } = await readDeskCase(examiner, id);
    const e = evidence[0]?.evidenceId ?? '';
    const file = await by('examiner').get(desk(id, `/evidence/${e}/file`));
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="invoice\.pdf"/);
    expect(file.headers.get('x-content-type-options')).toBe('nosniff');
    expect(file.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    const picture = await by('examiner').get(desk(id, `/evidence/${e}/pages/1`));
    expect(picture.headers.get('content-type')).toBe('image/png');
    expect((await by('examiner').get(desk(id, `/evidence/${e}/pages/2`))).status).toBe(404);
    const sheet = await by('examiner').get(desk(id, '/sheets/1'));
    expect(sheet.headers.get('content-type')).toContain('image/svg+xml');
    expect(sheet.headers.get('cache-control')).toBe('no-store');
    expect((await by('examiner').get(desk(id, '/sheets/2'))).status).toBe(404);
    const signature = await by('examiner').get(desk(id, `/signatures/${await signer(id)}`));
    expect(signature.headers.get('content-type')).toBe('image/png');
  });

  test('the sheet and the text are of the submission, not of what the firm is typing since', async () => {
    const one = await submitted();
    await sendBack(examiner, { ...one, remarks: [{ place: '2', words: '住所' }] });
    await saveBoxes(firm, { applicationId: one.applicationId, boxes: { marks: 'TYPED SINCE' } });
    const since = { kind: 'other' as const, fileName: 'since.pdf', bytes: invoicePdf('ATTACHED SINCE') };
    await attachEvidence(firm, { applicationId: one.applicationId, ...since });
    const html = await page('examiner', desk(one.applicationId));
    expect(html).toContain('invoice.pdf');
    expect(html).not.toContain('TYPED SINCE');
    expect(html).not.toContain('since.pdf');
    await submitApplication({ ...firm, now: world.now() }, { applicationId: one.applicationId });
    const again = await page('examiner', desk(one.applicationId));
    expect(again).toContain('TYPED SINCE');
    expect(again).toMatch(/since\.pdf.*今回の申請で追加/s);
  });

  test('what the rules warned of at the submission stands before the examiner', async () => {
    const [first, second] = [await readyApplication(firm, 'MT-TWICE'), await readyApplication(firm, 'MT-TWICE')];
    await submitApplication({ ...firm, now: world.now() }, { applicationId: first });
    await submitApplication({ ...firm, now: world.now() }, { applicationId: second });
    expect(await page('examiner', desk(first))).not.toContain('確かめる点');
    const html = await page('examiner', desk(second));
    expect(html).toContain('確かめる点 1件');
    expect(html).toMatch(/第3欄 インボイス番号・日付<\/strong>: [^<]*MT-TWICE/);
  });

  test('foreign ids are not found, nor is another case’s document', async () => {
    const nobody = '00000000-0000-7000-8000-000000000000';
    const [one, other] = [await submitted(), await submitted()];
    const { evidence } = await readDeskCase(examiner, other.applicationId);
    const e = evidence[0]?.evidenceId ?? '';
    const lost = [
      ...[desk(nobody), desk('x'), desk(nobody, '/sheets/1'), desk(nobody, '/goods'), desk(nobody, '/certify')],
      ...[desk(one.applicationId, `/evidence/${e}/file`), desk(one.applicationId, `/evidence/${e}/pages/1`)],
      ...[desk(one.applicationId, `/signatures/${nobody}`), desk(await readyApplication(firm))],
    ];
    for (const path of lost) expect((await by('examiner').get(path)).status, path).toBe(404);
    for (const deed of ['claim', 'release', 'approve', 'send-back', 'reject'])
      expect((await by('examiner').post(desk(nobody, `/${deed}`), { round: '1' })).status, deed).toBe(404);
  });

  test('a firm gets 403 on every address of the desk, and a stranger is led to sign in', async () => {
    const { applicationId: id } = await submitted();
    const { evidence } = await readDeskCase(examiner, id);
    const e = evidence[0]?.evidenceId ?? '';
    const asked = ['', '/goods', '/sheets/1', `/evidence/${e}/file`, `/evidence/${e}/pages/1`, '/reject', '/certify'];
    const gets = ['/desk', '/desk/next-to-certify', ...asked.map((rest) => desk(id, rest))];
    gets.push(desk(id, `/signatures/${await signer(id)}`), desk(id, '/hand-back'), desk(id, '/cancel'));
    for (const path of gets) {
      expect((await by('user').get(path)).status, path).toBe(403);
      expect((await world.visitor().get(path)).headers.get('location'), path).toMatch(/^\/sign-in\?/);
    }
    const deeds = ['claim', 'release', 'approve', 'send-back', 'reject', 'certify', 'hand-back', 'cancel'];
    for (const path of ['/desk/next', ...deeds.map((deed) => desk(id, `/${deed}`))])
      expect((await by('user').post(path, { round: '1', note: 'x', 'remark.2': 'x' })).status, path).toBe(403);
    expect(await statusOf(id)).toBe('submitted');
  });
});
