// インボイスとの見比べ on the pages and by the API: the applicant first, then the examiner; a hint that holds nothing up.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { claimApplication } from '../src/applications/claim.ts';
import { attachEvidence } from '../src/applications/evidence.ts';
import { sendBack } from '../src/applications/examine.ts';
import { originKinds } from '../src/applications/forms/forms.ts';
import { readOfKind } from '../src/applications/read.ts';
import { saveBoxes } from '../src/applications/save.ts';
import { submitApplication } from '../src/applications/submit.ts';
import { drawing } from '../src/outside/evidence-pdf-corpus.ts';
import { readyApplication } from './deeds.ts';
import { type DeskWorld, desk, startDeskWorld } from './desk-world.ts';
import { layInvoice } from './invoice-layouts.ts';
import { base } from './world.ts';

let at: DeskWorld;
beforeAll(async () => {
  at = await startDeskWorld();
});
afterAll(() => at.world.close());

/** A draft with an invoice that says all of it, but for what was changed since. */
async function draft(changed: { quantity?: string; scan?: boolean } = {}): Promise<string> {
  const { firm } = at;
  const id = await readyApplication(firm);
  const { application, evidence } = await readOfKind(firm, originKinds, id);
  const { content } = application;
  await at.by('user').post(`/applications/${id}/evidence/${evidence[0]?.evidenceId}/remove`, {});
  const goods = content.goods.map((line) => ({ ...line, quantity: changed.quantity ?? line.quantity }));
  const bytes = changed.scan ? drawing('0 0 99 99 re f') : await layInvoice({ ...content, goods }, 'rows');
  await attachEvidence(firm, { applicationId: id, kind: 'invoice', fileName: 'signed.pdf', bytes });
  return id;
}

async function api(as: 'user' | 'examiner', path: string): Promise<Record<string, unknown>> {
  const headers = { authorization: `Bearer ${at.world.account(as).apiKey}` };
  const answer = await at.world.house.app.request(`${base}/api/v1${path}`, { headers });
  expect(answer.status).toBe(200);
  return (await answer.json()) as Record<string, unknown>;
}

test('what the invoice says otherwise stands first, leads to its field, and holds nothing up', async () => {
  const id = await draft({ quantity: '1,250' });
  const html = await at.page('user', `/applications/${id}/review`);
  expect(html).toContain('インボイスとの見比べ');
  expect(html).toContain('入力は「1,200 PCS」、インボイスは「1,250 pcs」です。');
  expect(html).toContain(`/applications/${id}/goods#f-goods.0.quantity`);
  expect(html).toContain('申請の妨げにはなりません');
  await submitApplication(at.firm, { applicationId: id });
  const seen = await at.page('examiner', desk(id));
  expect(seen).toContain('入力は「1,200 PCS」、インボイスは「1,250 pcs」です。');
  expect(seen).not.toContain('申請の妨げにはなりません');
});

test('where all of it is found, that is said, with how many', async () => {
  const id = await draft();
  const html = await at.page('user', `/applications/${id}/review`);
  expect(html).toMatch(/照合した\d+か所は、すべてインボイスか補完書類にありました。/);
  expect(html).not.toContain('見つかりません');
});

test('of a scan nobody says that it was compared', async () => {
  const id = await draft({ scan: true });
  const words = '添付されたインボイスは文字のない画像のため、照合していません。';
  expect(await at.page('user', `/applications/${id}/review`)).toContain(words);
  await submitApplication(at.firm, { applicationId: id });
  expect(await at.page('examiner', desk(id))).toContain(words);
});

test('the API says the same: to the firm with its findings, to the chamber with the case', async () => {
  const id = await draft({ quantity: '1,250' });
  const told = {
    state: 'compared',
    values: expect.arrayContaining([
      {
        ...{ place: '8', path: 'goods.0.quantity', row: 1, value: '1,200 PCS', outcome: 'otherwise' },
        ...{ says: '1,250 pcs', evidenceId: expect.any(String), page: 2 },
      },
    ]),
    ...{ pagesWithoutText: 0, textCut: false, leftOut: 0 },
  };
  expect(await api('user', `/applications/${id}/findings`)).toMatchObject({ invoice: told });
  await submitApplication(at.firm, { applicationId: id });
  expect(await api('examiner', `/desk/applications/${id}`)).toMatchObject({ invoiceComparison: told });
});

test('what is compared at the desk is what was submitted, though the firm mends and attaches meanwhile', async () => {
  const id = await draft();
  await submitApplication(at.firm, { applicationId: id });
  const { submission } = await api('examiner', `/desk/applications/${id}`);
  await claimApplication(at.examiner, { applicationId: id });
  await sendBack(at.examiner, {
    applicationId: id,
    round: 1,
    remarks: [{ place: '8', words: '数量を確かめてください。' }],
  });
  await saveBoxes(at.firm, {
    ...{ kinds: originKinds, applicationId: id },
    boxes: { consignee: { form: 'named', name: 'Another One Ltd.', address: 'Elsewhere', country: 'India' } },
  });
  const after = await api('examiner', `/desk/applications/${id}`);
  expect(after['submission']).toEqual(submission);
  const values = (after['invoiceComparison'] as { values: { path: string; outcome: string }[] }).values;
  expect(values.filter(({ outcome }) => outcome !== 'found')).toEqual([]);
});
