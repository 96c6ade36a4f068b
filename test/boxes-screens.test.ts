// 証明書の記載 without script: what is typed is kept, whatever happens.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Ctx } from '../src/accounts/context.ts';
import { attachEvidence } from '../src/applications/evidence.ts';
import { originKinds } from '../src/applications/forms/forms.ts';
import type { OriginContent } from '../src/applications/forms/origin/content.ts';
import { readOfKind } from '../src/applications/read.ts';
import { saveBoxes, saveGoods } from '../src/applications/save.ts';
import { startApplication } from '../src/applications/start.ts';
import { submitApplication } from '../src/applications/submit.ts';
import { dayInJapan } from '../src/lib/clock.ts';
import { contextOf } from './deeds.ts';
import { invoicePdf, legalContent } from './fixtures-origin.ts';
import { makeOtherFirm } from './other-firm.ts';
import { unescaped } from './unescaped.ts';
import { startWorld, type Visitor, type World } from './world.ts';

let world: World;
let ctx: Ctx;
let clerk: Visitor;
beforeAll(async () => {
  world = await startWorld();
  ctx = await contextOf(world, 'user');
  clerk = world.visitor();
  await clerk.signIn(world.account('user'));
});
afterAll(() => world.close());

const draft = async (): Promise<string> => {
  const { applicationId } = await startApplication(ctx, { kind: 'origin', oath: true });
  return applicationId;
};
const contentOf = async (id: string): Promise<OriginContent> =>
  (await readOfKind(ctx, originKinds, id)).application.content;

/** The form as the page has it, as a browser would post it. */
async function formOn(address: string): Promise<Record<string, string>> {
  const html = await (await clerk.get(address)).text();
  return formIn(html);
}

function formIn(html: string): Record<string, string> {
  const form: Record<string, string> = {};
  const inner =
    /<form[^>]*class="boxes"[^>]*>(.*)<\/form>/s.exec(html.slice(0, html.lastIndexOf('</main>')))?.[1] ?? '';
  for (const [tag] of inner.matchAll(/<input[^>]*>/g)) {
    const name = /\bname="([^"]*)"/.exec(tag)?.[1];
    const isOff = /type="(?:radio|checkbox)"/.test(tag) && !/\bchecked/.test(tag);
    if (name && !isOff) form[name] = unescaped(/\bvalue="([^"]*)"/.exec(tag)?.[1] ?? '');
  }
  for (const [, name = '', text = ''] of inner.matchAll(/<textarea[^>]*\bname="([^"]*)"[^>]*>([^<]*)<\/textarea>/g))
    form[name] = unescaped(text).replace(/^\n/, ''); // a browser drops a line break right behind the tag
  for (const [, name = '', options = ''] of inner.matchAll(/<select[^>]*\bname="([^"]*)"[^>]*>(.*?)<\/select>/gs))
    form[name] = unescaped(/<option value="([^"]*)" selected/.exec(options)?.[1] ?? '');
  return form;
}

describe('the boxes of a draft', () => {
  test('a new draft: the exporter is there, and nothing is called wrong', async () => {
    const id = await draft();
    const html = await (await clerk.get(`/applications/${id}/boxes`)).text();
    expect(html).toContain('2. Consignee (Name, address, country)');
    expect(html).not.toContain('field-error');
    expect(html).not.toContain('error-summary');
    expect(formIn(html)).toMatchObject({
      'exporter.name': 'MIHON TRADING CO., LTD. (DEMO)',
      'originCountries.0': 'JAPAN',
      'consignee.form': 'named',
      version: '1',
    });
  });

  test('a form that is posted as it stands changes nothing that was saved', async () => {
    const id = await draft();
    const { goods, request, ...boxes } = legalContent(dayInJapan(ctx.now), {
      remarks: [{ title: 'L/C Number:', text: '"LC" <778>\n& more' }],
      totals: { packages: '10', quantities: [{ quantity: '1,200', unit: 'PCS' }] },
      marks: '\n N/M\nNO. 1-10 ',
    });
    await saveBoxes(ctx, { kinds: originKinds, applicationId: id, boxes });
    await saveGoods(ctx, { kinds: originKinds, applicationId: id, from: 0, count: 0, goods });
    const before = await contentOf(id);
    const answer = await clerk.post(`/applications/${id}/boxes`, {
      ...(await formOn(`/applications/${id}/boxes`)),
      do: 'save',
    });
    expect(answer.status).toBe(303);
    expect(await contentOf(id)).toEqual(before);
    expect(request.goodsClass).not.toBe(before.request.goodsClass); // the request sheet is another step's
  });

  test('what is typed is kept right or wrong, and what is wrong is said at its field', async () => {
    const id = await draft();
    const form = await formOn(`/applications/${id}/boxes`);
    const answer = await clerk.post(`/applications/${id}/boxes`, {
      ...form,
      'consignee.name': 'Messrs. ＳＡＭＰＬＥ',
      marks: 'A\r\nB\0',
      do: 'save',
    });
    expect(answer.headers.get('location')).toBe(`/applications/${id}/boxes`);
    expect(await contentOf(id)).toMatchObject({ consignee: { name: 'Messrs. ＳＡＭＰＬＥ' }, marks: 'A\nB' });
    const html = await (await clerk.get(`/applications/${id}/boxes`)).text();
    expect(html).toMatch(/id="f-consignee\.name-error"/);
    expect(html).not.toMatch(/id="f-consignee\.address-error"/); // nothing typed there yet: nothing said
  });

  test('going on names what is missing, and goes on once nothing of the boxes blocks', async () => {
    const id = await draft();
    const address = `/applications/${id}/boxes`;
    const stopped = await clerk.post(address, { ...(await formOn(address)), do: 'next' });
    expect(stopped.headers.get('location')).toBe(`${address}?checked`);
    const html = await (await clerk.get(`${address}?checked`)).text();
    expect(html).toContain('error-summary');
    expect(html).toMatch(/id="f-consignee\.name-error"/);
    expect(html).toContain('直さずに商品へ進む');
    const { goods: _, request: __, ...boxes } = legalContent(dayInJapan(ctx.now));
    await saveBoxes(ctx, { kinds: originKinds, applicationId: id, boxes });
    const onward = await clerk.post(address, { ...(await formOn(address)), do: 'next' });
    expect(onward.headers.get('location')).toBe(`/applications/${id}/goods`);
  });

  test('rows come and go by buttons, and rows in which nothing stands go when one goes on', async () => {
    const id = await draft();
    const address = `/applications/${id}/boxes`;
    const added = await clerk.post(address, {
      ...(await formOn(address)),
      'invoices.0.number': 'A-1',
      do: 'add:invoices',
    });
    expect(added.headers.get('location')).toBe(`${address}#f-invoices.1.number`);
    expect((await contentOf(id)).invoices).toEqual([
      { number: 'A-1', date: '' },
      { number: '', date: '' },
    ]);
    await clerk.post(address, { ...(await formOn(address)), 'invoices.1.number': 'A-2', do: 'remove:invoices:0' });
    expect((await contentOf(id)).invoices).toEqual([{ number: 'A-2', date: '' }]);
    await clerk.post(address, { ...(await formOn(address)), do: 'add:remarks' });
    expect((await contentOf(id)).remarks).toHaveLength(1);
    await clerk.post(address, { ...(await formOn(address)), do: 'next' });
    expect((await contentOf(id)).remarks).toEqual([]);
  });

  test('only the fields of the chosen form of transport are in sight, and the others keep what they hold', async () => {
    const id = await draft();
    const address = `/applications/${id}/boxes`;
    const form = { ...(await formOn(address)), 'transport.form': 'q', do: 'transport' };
    expect((await clerk.post(address, form)).headers.get('location')).toBe(`${address}#box-5`);
    const html = await (await clerk.get(address)).text();
    const isHidden = (forms: string): boolean => html.includes(`data-forms="${forms}" hidden`);
    expect(isHidden('q')).toBe(false);
    expect(isHidden('h')).toBe(true);
    expect(formIn(html)).toHaveProperty('transport.voyage');
  });

  test('full-width characters: shown before and after, mended with one press, with what was typed beside it', async () => {
    const id = await draft();
    const address = `/applications/${id}/boxes`;
    await clerk.post(address, { ...(await formOn(address)), 'consignee.name': 'ＡＢＣ Ｃｏ．', do: 'save' });
    const html = await (await clerk.get(address)).text();
    expect(html).toContain('全角文字などを直す');
    expect(html).toContain('ABC Co.');
    await clerk.post(address, { ...(await formOn(address)), 'consignee.address': '１ Road', do: 'mend' });
    expect((await contentOf(id)).consignee).toMatchObject({ name: 'ABC Co.', address: '1 Road' });
  });
});

describe('nothing typed is lost', () => {
  test('somebody saved first: 409 with everything typed, what differs, and the newest version to save over', async () => {
    const id = await draft();
    const address = `/applications/${id}/boxes`;
    const form = await formOn(address);
    await saveBoxes(ctx, { kinds: originKinds, applicationId: id, boxes: { marks: 'THEIRS' } });
    const answer = await clerk.post(address, { ...form, marks: 'MINE', do: 'save' });
    expect(answer.status).toBe(409);
    const html = await answer.text();
    expect(html).toContain('ほかの画面で先に保存されています');
    expect(html).toContain('THEIRS');
    expect(html).toMatch(/<output[^>]*data-state="conflict"[^>]*>未保存/);
    expect(html).not.toContain('保存済み');
    expect(formIn(html)).toMatchObject({ marks: 'MINE', version: '2' });
    expect((await contentOf(id)).marks).toBe('THEIRS');
    expect((await clerk.post(address, { ...formIn(html), do: 'save' })).status).toBe(303);
    expect((await contentOf(id)).marks).toBe('MINE');
  });

  test('the same input twice (a double click, an answer that was lost) is no conflict', async () => {
    const id = await draft();
    const address = `/applications/${id}/boxes`;
    for (const [press, version] of Object.entries({ save: 2, mend: 3 })) {
      const form = { ...(await formOn(address)), marks: 'ONCE', 'consignee.name': 'ＡＢＣ', do: press };
      expect((await clerk.post(address, form)).status).toBe(303);
      expect((await clerk.post(address, form)).status).toBe(303);
      expect((await readOfKind(ctx, originKinds, id)).application.version).toBe(version);
    }
  });

  test('a text that an application cannot hold: 422 with everything typed, and nothing saved', async () => {
    const id = await draft();
    const address = `/applications/${id}/boxes`;
    const long = 'X'.repeat(201);
    const answer = await clerk.post(address, { ...(await formOn(address)), 'consignee.name': long, do: 'save' });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('荷受人名は200文字までです');
    expect(formIn(html)['consignee.name']).toBe(long);
    expect((await contentOf(id)).consignee.name).toBe('');
    const rows = Object.fromEntries(Array.from({ length: 60 }, (_, row) => [`invoices.${row}.number`, `A-${row}`]));
    const many = await clerk.post(address, { ...(await formOn(address)), ...rows, do: 'save' });
    expect(many.status).toBe(422);
    expect(await many.text()).toContain('インボイスは50行までです');
  });

  test('a form that was refused still knows only the version that it was made from', async () => {
    const id = await draft();
    const address = `/applications/${id}/boxes`;
    const form = await formOn(address);
    await saveBoxes(ctx, { kinds: originKinds, applicationId: id, boxes: { marks: 'THEIRS' } });
    const answer = await clerk.post(address, { ...form, 'consignee.name': 'X'.repeat(201), do: 'save' });
    const again = { ...formIn(await answer.text()), 'consignee.name': 'X', do: 'save' };
    expect((await clerk.post(address, again)).status).toBe(409);
    expect((await contentOf(id)).marks).toBe('THEIRS');
  });

  test('the chamber took it meanwhile: 409 with what was typed, and the page itself leads to the overview', async () => {
    const id = await draft();
    const address = `/applications/${id}/boxes`;
    const { goods, ...boxes } = legalContent(dayInJapan(ctx.now));
    await saveBoxes(ctx, { kinds: originKinds, applicationId: id, boxes });
    await saveGoods(ctx, { kinds: originKinds, applicationId: id, from: 0, count: 0, goods });
    await attachEvidence(ctx, { applicationId: id, kind: 'invoice', fileName: 'i.pdf', bytes: invoicePdf() });
    const form = await formOn(address);
    await submitApplication(ctx, { applicationId: id });
    const answer = await clerk.post(address, { ...form, marks: 'LATE', do: 'save' });
    expect(answer.status).toBe(409);
    const html = await answer.text();
    expect(html).toContain('商工会議所が受け付けたため');
    expect(html).toContain('LATE');
    expect(html).not.toContain('value="next"');
    expect((await clerk.get(address)).headers.get('location')).toBe(`/applications/${id}`);
  });
});

describe('saved while one types', () => {
  test('the request sheet: what is chosen is saved, the same twice is no conflict, an older version is', async () => {
    const id = await draft();
    const address = `/applications/${id}/request/autosave`;
    const form = { version: '1', checked: '', 'request.goodsClass': 'metals', 'request.tallySeal': 'yes' };
    for (const _ of ['sent', 'sent again']) {
      const answer = await clerk.post(address, form);
      expect(answer.status).toBe(200);
      // What is missing (仕向国) is not said before one goes on; what stands in the way is.
      expect(await answer.json()).toMatchObject({
        version: 2,
        findings: [{ path: 'request.tallySeal', level: 'block' }],
      });
    }
    expect((await contentOf(id)).request).toMatchObject({ goodsClass: 'metals', tallySeal: true });
    expect((await clerk.post(address, { ...form, 'request.goodsClass': 'others' })).status).toBe(409);
    expect((await contentOf(id)).request.goodsClass).toBe('metals');
    expect((await world.visitor().post(address, form)).status).toBe(401);
  });

  test('what is too long is refused with its place and limit', async () => {
    const id = await draft();
    const form = await formOn(`/applications/${id}/boxes`);
    const answer = await clerk.post(`/applications/${id}/boxes/autosave`, { ...form, marks: 'X'.repeat(5000) });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({
      findings: [{ path: 'marks', text: expect.stringContaining('4,000文字まで') }],
    });
  });

  test('answers with the version, the time and what there is to say', async () => {
    const id = await draft();
    const form = await formOn(`/applications/${id}/boxes`);
    const answer = await clerk.post(`/applications/${id}/boxes/autosave`, {
      ...form,
      'consignee.country': 'Nowhere',
      'consignee.name': 'ＡＢＣ',
    });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      version: 2,
      saved: expect.stringMatching(/^\d\d:\d\d 保存済み$/),
      findings: expect.arrayContaining([expect.objectContaining({ path: 'consignee.country', level: 'block' })]),
      mends: [{ label: '荷受人名', before: 'ＡＢＣ', after: 'ABC' }],
    });
    expect((await contentOf(id)).consignee.country).toBe('Nowhere');
  });

  test('an older version is refused with 409, a text too long with 422, nobody with 401; nothing changes', async () => {
    const id = await draft();
    const address = `/applications/${id}/boxes/autosave`;
    const form = await formOn(`/applications/${id}/boxes`);
    await saveBoxes(ctx, { kinds: originKinds, applicationId: id, boxes: { marks: 'THEIRS' } });
    expect((await clerk.post(address, { ...form, marks: 'MINE' })).status).toBe(409);
    expect((await clerk.post(address, { ...form, version: '2', marks: 'X'.repeat(4001) })).status).toBe(422);
    expect((await world.visitor().post(address, { ...form, version: '2' })).status).toBe(401);
    expect((await contentOf(id)).marks).toBe('THEIRS');
  });
});

describe('whose it is', () => {
  test('an application that is not one’s own is not there, for looking and for saving', async () => {
    const staff = world.visitor();
    await staff.signIn(world.account('examiner'));
    const { visitor: other } = await makeOtherFirm(world);
    const id = await draft();
    expect((await other.get(`/applications/${id}/boxes`)).status).toBe(404);
    for (const address of [`/applications/${id}/boxes`, `/applications/${id}/boxes/autosave`]) {
      expect((await staff.post(address, { version: '1', marks: 'X' })).status).toBe(403);
      expect((await other.post(address, { version: '1', marks: 'X' })).status).toBe(404);
    }
    for (const strange of ['00000000-0000-7000-8000-000000000000', 'x']) {
      expect((await clerk.get(`/applications/${strange}/boxes`)).status).toBe(404);
      expect((await clerk.post(`/applications/${strange}/boxes`, { version: '1' })).status).toBe(404);
      expect((await clerk.post(`/applications/${strange}/boxes/autosave`, { version: '1' })).status).toBe(404);
    }
    expect((await contentOf(id)).marks).toBe('');
  });
});
