// The chamber's screens without script: the queue and the examiner's deeds, each by its form; who may not; what is kept.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Ctx } from '../src/accounts/context.ts';
import { claimApplication, releaseApplication } from '../src/applications/claim.ts';
import { claimNext } from '../src/applications/claim-next.ts';
import { attachEvidence } from '../src/applications/evidence.ts';
import { sendBack } from '../src/applications/examine.ts';
import { originKinds } from '../src/applications/forms/forms.ts';
import { nextToCertify } from '../src/applications/next-to-certify.ts';
import { readOfKind } from '../src/applications/read.ts';
import { readDeskCase } from '../src/applications/read-desk.ts';
import { saveBoxes } from '../src/applications/save.ts';
import { submitApplication, withdrawApplication } from '../src/applications/submit.ts';
import { readyApplication } from './deeds.ts';
import { type DeskWorld, desk, type Somebody, type Submitted, startDeskWorld } from './desk-world.ts';
import { invoicePdf } from './fixtures-origin.ts';
import type { Visitor, World } from './world.ts';

let at: DeskWorld;
let world: World;
let firm: Ctx;
let examiner: Ctx;
let certifier: Ctx;
beforeAll(async () => {
  at = await startDeskWorld();
  ({ world, firm, examiner, certifier } = at);
});
afterAll(() => world.close());

const by = (as: Somebody): Visitor => at.by(as);
const page = (as: Somebody, path: string): Promise<string> => at.page(as, path);
const submitted = (): Promise<Submitted> => at.submitted();

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
    const own = await at.approved({ ...certifier, now: new Date(world.now().getTime() - 1) });
    const next = await nextToCertify(certifier);
    expect(next).not.toBe(own.applicationId);
    const other = await at.approved();
    expect(await page('certifier', '/desk?list=approved')).toContain('次の案件を認証する');
    const answer = await by('certifier').get('/desk/next-to-certify');
    const location = answer.headers.get('location') ?? '';
    expect(location).toMatch(/^\/desk\/applications\//);
    expect(location).not.toBe(desk(own.applicationId));
    expect(await page('certifier', desk(own.applicationId))).toContain('認証は、ほかの職員が行います');
    expect(await page('certifier', desk(own.applicationId))).not.toContain('/certify?');
    expect((await by('certifier').post(desk(own.applicationId, '/certify'), { round: '1' })).status).toBe(403);
    expect(await at.statusOf(other.applicationId)).toBe('approved');
  });

  test('home shows staff the counts and the way to the next case', async () => {
    await clearQueue();
    const html = await page('examiner', '/');
    expect(html).toContain('審査の状況');
    expect(html).toContain('href="/desk?list=approved"');
    expect(html, 'nobody is sent to a queue of none').not.toContain('次の案件を審査する');
    await submitted();
    expect(await page('examiner', '/')).toContain('次の案件を審査する');
    expect(await page('examiner', '/desk?list=mine')).toContain('次の案件を審査する');
  });

  test('home sends who may certify to what waits for that, before new cases', async () => {
    await submitted();
    await at.approved();
    const html = await page('certifier', '/');
    expect(html).toContain('次の案件を認証する');
    expect(html).not.toContain('次の案件を審査する');
    expect(await page('certifier', '/desk')).toContain('次の案件を審査する');
    expect(await page('examiner', '/'), 'who may not certify examines').toContain('次の案件を審査する');
  });
});

describe('審査 by form', () => {
  let one: Submitted;
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
    const unseen = { ...round, 'remark.2': '国名を\u202E直して', 'remark.goods': '数量を確かめて' };
    const turned = await by('examiner').post(desk(id, '/send-back'), unseen);
    expect(turned.status).toBe(422);
    const turnedPage = await turned.text();
    expect(turnedPage).toContain('href="#f-remark.2"');
    expect(turnedPage).toMatch(/id="f-remark\.2"[^>]*aria-invalid="true"/);
    expect(turnedPage, 'the other remark is kept').toContain('数量を確かめて');
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
    expect(await missing.text()).toContain('インボイスの署名が、どの署名者のものかを選んでください');
    const form = { ...round, invoiceSignedBy: await at.signer(id), after: 'next' };
    const done = await by('examiner').post(desk(id, '/approve'), form);
    expect(done.headers.get('location')).toBe(`${desk(next.applicationId)}?done=approve&of=${one.receiptNumber}`);
    expect(await page('examiner', done.headers.get('location') ?? '')).toContain('審査済にしました');
    expect(await at.statusOf(id)).toBe('approved');
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
    const { application } = await readOfKind(firm, originKinds, id);
    const consignee = { ...application.content.consignee, address: '200 Other Street, Los Angeles, CA 90001' };
    await saveBoxes(firm, { kinds: originKinds, applicationId: id, boxes: { consignee } });
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
    const signature = await by('examiner').get(desk(id, `/signatures/${await at.signer(id)}`));
    expect(signature.headers.get('content-type')).toBe('image/png');
  });

  test('the sheet and the text are of the submission, not of what the firm is typing since', async () => {
    const one = await submitted();
    await sendBack(examiner, { ...one, remarks: [{ place: '2', words: '住所' }] });
    await saveBoxes(firm, { kinds: originKinds, applicationId: one.applicationId, boxes: { marks: 'TYPED SINCE' } });
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
      ...[desk(nobody), desk('x'), desk(nobody, '/sheets/1'), desk(nobody, '/goods'), desk(nobody, '/reject')],
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
    gets.push(desk(id, `/signatures/${await at.signer(id)}`), desk(id, '/hand-back'), desk(id, '/cancel'));
    for (const path of gets) {
      expect((await by('user').get(path)).status, path).toBe(403);
      expect((await world.visitor().get(path)).headers.get('location'), path).toMatch(/^\/sign-in\?/);
    }
    const deeds = ['claim', 'release', 'approve', 'send-back', 'reject', 'certify', 'hand-back', 'cancel'];
    for (const path of ['/desk/next', ...deeds.map((deed) => desk(id, `/${deed}`))])
      expect((await by('user').post(path, { round: '1', note: 'x', 'remark.2': 'x' })).status, path).toBe(403);
    expect(await at.statusOf(id)).toBe('submitted');
  });
});
