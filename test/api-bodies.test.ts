// What is wrong with a request is said by problem+json with a code and a place: never a 500, whatever is sent.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { originKinds } from '../src/applications/forms/forms.ts';
import { saveBoxes } from '../src/applications/save.ts';
import { bodyLimits } from '../src/web/api/body.ts';
import { type Call, expectJson, expectProblem, program, programOf, type Sent } from './api-client.ts';
import { contextOf } from './deeds.ts';
import { legalContent } from './fixtures-origin.ts';
import { startServedWorld, startWorld, type World } from './world.ts';

let world: World;
let firm: Call;
let applicationId: string;
let path: string;
beforeAll(async () => {
  world = await startWorld();
  firm = programOf(world, 'user');
});
beforeEach(async () => {
  const made = await firm('/applications', { json: { kind: 'origin', oath: true } });
  applicationId = (await expectJson<{ applicationId: string }>(made, 201)).applicationId;
  path = `/applications/${applicationId}`;
});
afterAll(() => world.close());

const any = { 'if-match': '*' };
const patch = (sent: Sent) => firm(`${path}/boxes`, { method: 'PATCH', headers: any, ...sent });
const put = (sent: Sent) => firm(`${path}/goods`, { method: 'PUT', headers: any, ...sent });
const invalid = (answer: Response) => expectProblem(answer, 422, 'invalid');
const raw = (body: string, type = 'application/json'): Sent => ({ raw: { body, type } });

describe('JSON', () => {
  test.each(['{', '{"marks":}', 'marks=1', '"', '{"marks":"\u0001"}', "{'marks':'x'}"])(
    'broken (%j): the body is named, with what the parser says',
    async (body) => {
      expect(await invalid(await patch(raw(body)))).toEqual(['body']);
    },
  );

  test('not UTF-8', async () => {
    const body = new Uint8Array([...Buffer.from('{"marks":"'), 0x93, 0xfa, ...Buffer.from('"}')]);
    expect(await invalid(await patch({ raw: { body, type: 'application/json' } }))).toEqual(['body']);
  });

  test.each(['null', '[]', '"x"', '1', 'true', '{}', ''])('of another kind, or empty (%j)', async (body) => {
    await invalid(await patch(raw(body)));
  });

  test('an empty one is enough where nothing is asked for, whatever its content type', async () => {
    const empty = { method: 'POST', headers: { 'content-type': 'application/json' } };
    expect((await firm(`${path}/withdraw`, empty)).status).toBe(204);
  });

  test.each([
    ['{"marks":1}', 'marks'],
    ['{"consignee":"x"}', 'consignee'],
    ['{"consignee":{"form":"to-nobody"}}', 'consignee.form'],
    ['{"invoices":[{"number":"1"},{"number":2}]}', 'invoices.1.number'],
    ['{"marks":"x","consigne":{}}', ''],
    ['{"consignee":{"nam":"x"}}', 'consignee'],
    ['{"transport":null}', 'transport'],
  ])('with a wrong type, choice or name (%s): its place', async (body, place) => {
    expect(await invalid(await patch(raw(body)))).toContain(place);
  });

  test('longer than may be, or more than may be', async () => {
    expect(await invalid(await patch({ json: { marks: 'x'.repeat(4001) } }))).toEqual(['marks']);
    expect(await invalid(await patch({ json: { invoices: Array(51).fill({}) } }))).toEqual(['invoices']);
    expect(await invalid(await patch({ json: { remarks: Array(21).fill({}) } }))).toEqual(['remarks']);
    expect(await invalid(await patch({ json: { totals: { quantities: Array(21).fill({}) } } }))).toEqual([
      'totals.quantities',
    ]);
  });

  test('under another content type', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])
      expect(await invalid(await patch(raw('{"marks":"x"}', type)))).toEqual(['Content-Type']);
  });

  test('nested deeper than anybody reads', async () => {
    await invalid(await patch(raw('['.repeat(200_000) + ']'.repeat(200_000))));
  });
});

describe('characters that the database cannot keep', () => {
  test('are refused with their place, in boxes, goods, reasons and searches', async () => {
    expect(await invalid(await patch(raw('{"consignee":{"name":"A\\u0000B"}}')))).toEqual(['consignee.name']);
    expect(await invalid(await patch(raw('{"marks":"\\ud800"}')))).toEqual(['marks']);
    expect(await invalid(await put(raw('{"goods":[{},{"description":"\\u0000"}]}')))).toEqual(['goods.1.description']);
    const staff = programOf(world, 'certifier');
    for (const step of ['reject', 'hand-back'])
      expect(await invalid(await staff(`/desk${path}/${step}`, { json: { round: 1, note: 'a\0' } }))).toEqual(['note']);
    expect(await invalid(await firm('/applications?words=%00'))).toEqual(['words']);
  });

  test('by the deed too, whoever calls it; nothing is saved', async () => {
    const ctx = await contextOf(world, 'user');
    const { consignee } = legalContent('2026-11-16');
    const saving = saveBoxes(ctx, {
      kinds: originKinds,
      applicationId,
      boxes: { consignee: { ...consignee, address: 'a\0b' } },
    });
    await expect(saving).rejects.toMatchObject({ code: 'invalid', fields: [{ field: 'consignee.address' }] });
    expect(await expectJson(await firm(path), 200)).toMatchObject({ version: 1 });
  });

  test('letters beyond the basic plane are none of them', async () => {
    expect((await patch({ json: { marks: '𠮷野\nN/M' } })).status).toBe(200);
    expect(await expectJson(await firm(path), 200)).toMatchObject({ content: { marks: '𠮷野\nN/M' } });
  });
});

describe('sizes', () => {
  test('5,000 lines of goods are taken, one more is not', async () => {
    const lines = (count: number) => ({ json: { goods: Array(count).fill({ description: 'BOLT', quantity: '1' }) } });
    expect(await expectJson(await put(lines(5000)), 200)).toMatchObject({ goodsLines: 5000 });
    expect(await invalid(await put(lines(5001)))).toEqual(['goods']);
  });

  test('five thousand wrong lines are said as the first hundred', async () => {
    expect(await invalid(await put({ json: { goods: Array(5000).fill({ quantity: 1 }) } }))).toHaveLength(100);
  });

  test('a body above its limit is refused as such', async () => {
    const spaces = (size: number) => raw(' '.repeat(size + 1));
    await expectProblem(await patch(spaces(bodyLimits.other)), 413, 'too_large');
    await expectProblem(await put(spaces(bodyLimits.goods)), 413, 'too_large');
    const huge = new File([new Uint8Array(bodyLimits.upload)], 'huge.pdf');
    const attach = await firm(`${path}/evidence`, { form: { file: huge, kind: 'invoice' } });
    await expectProblem(attach, 413, 'too_large');
  });
});

describe('files', () => {
  const attach = (sent: Sent) => firm(`${path}/evidence`, sent);
  const file = new File(['x'], 'x.pdf');

  test('a form that is none, or lacks its parts', async () => {
    expect(await invalid(await attach({ json: { file: 'x' } }))).toEqual(['Content-Type']);
    expect(await invalid(await attach(raw('rubbish', 'multipart/form-data; boundary=x')))).toEqual(['body']);
    expect(await invalid(await attach(raw('rubbish', 'multipart/form-data')))).toEqual(['body']);
    expect(await invalid(await attach({ form: { kind: 'invoice' } }))).toEqual(['file']);
    expect(await invalid(await attach({ form: { file: 'text', kind: 'invoice' } }))).toEqual(['file']);
    expect(await invalid(await attach({ form: { file, kind: 'letter' } }))).toEqual(['kind']);
    expect(await invalid(await attach({ form: { file, kind: 'invoice' } }))).toEqual(['file']); // no PDF
  });

  test('a file of goods that cannot be read is an answer, not an error; it is not taken over', async () => {
    const pdf = new File(['%PDF-1.4'], 'goods.tsv');
    const read = await expectJson(await firm(`${path}/goods/upload`, { form: { file: pdf } }), 200);
    expect(read).toMatchObject({ readable: false, goods: [], findings: [{ rule: 'table-not-a-table' }] });
    expect(await invalid(await firm(`${path}/goods/upload/confirm`, { json: { mode: 'append' } }))).toEqual(['file']);
    await firm(`${path}/goods/upload`, { method: 'DELETE' });
    await expectProblem(await firm(`${path}/goods/upload`), 404, 'not_found');
  });
});

describe('If-Match', () => {
  const save = (version: Record<string, string>) => patch({ json: { marks: 'x' }, headers: version });

  test('is needed to write, in the form in which it was read', async () => {
    expect(await invalid(await save({}))).toEqual(['If-Match']);
    for (const wrong of ['1', 'v1', '"1"', '"v0"', '"v1", "v2"', '"v99999999999"'])
      expect(await invalid(await save({ 'if-match': wrong }))).toEqual(['If-Match']);
  });

  test('an older version is 409 and changes nothing; the next one follows the ETag', async () => {
    const first = await save({ 'if-match': '"v1"' });
    expect([first.status, first.headers.get('etag')]).toEqual([200, '"v2"']);
    await expectProblem(await save({ 'if-match': '"v1"' }), 409, 'conflict');
    expect((await firm(path)).headers.get('etag')).toBe('"v2"');
    expect((await save({ 'if-match': 'W/"v2"' })).status).toBe(200);
    expect((await save({ 'if-match': '*' })).status).toBe(200);
    const late = await firm(`${path}/submit`, { method: 'POST', headers: { 'if-match': '"v2"' } });
    await expectProblem(late, 409, 'conflict');
  });

  test('a box that is not sent stays as it is', async () => {
    await patch({ json: { marks: 'MARKS', originCountries: ['JAPAN', 'VIET NAM'] } });
    await patch({ json: { consignee: { name: 'X' } } });
    const { content } = await expectJson<{ content: object }>(await firm(path), 200);
    expect(content).toMatchObject({ marks: 'MARKS', originCountries: ['JAPAN', 'VIET NAM'], consignee: { name: 'X' } });
  });
});

describe('addresses', () => {
  test('that there are not, or that are no ids', async () => {
    await expectProblem(await firm('/nowhere'), 404, 'not_found');
    await expectProblem(await firm('/applications', { method: 'DELETE' }), 404, 'not_found');
    for (const id of ['x', '%00', '..%2f..', '00000000-0000-7000-8000-000000000000', '%E0%A4%A'])
      await expectProblem(await firm(`/applications/${id}`), 404, 'not_found');
    for (const page of ['0', '2', '-1', '1.5', 'x', '99999999999999999999'])
      await expectProblem(await firm(`${path}/preview/sheets/${page}`), 404, 'not_found');
  });

  test('with a wrong query', async () => {
    for (const query of ['page=0', 'page=x', 'page=1e9', 'status=gone', 'status=draft&status=gone'])
      await invalid(await firm(`/applications?${query}`));
    const two = await expectJson<{ total: number }>(await firm('/applications?status=draft&status=returned'), 200);
    expect(two.total).toBeGreaterThan(0);
  });

  test('nobody without a key is read, however much is sent', async () => {
    const nobody = program(world);
    const body = ' '.repeat(bodyLimits.upload + 1);
    await expectProblem(await nobody(`${path}/evidence`, { raw: { body } }), 401, 'not_signed_in');
    await expectProblem(await nobody('/goods-template'), 401, 'not_signed_in');
    await expectProblem(await nobody('/check-goods', { form: { file: new File(['x'], 'x') } }), 401, 'not_signed_in');
  });
});

test('over a real connection: empty bodies, files, and a body sent in pieces that is too large', async () => {
  const served = await startServedWorld();
  try {
    const authorization = `Bearer ${served.account('user').apiKey}`;
    const send = (to: string, init: RequestInit & { duplex?: 'half' }) =>
      fetch(`${served.url}/api/v1${to}`, { ...init, headers: { authorization, ...init.headers } });
    const json = { 'content-type': 'application/json', 'idempotency-key': 'real-1' };
    const body = JSON.stringify({ kind: 'origin', oath: true });
    const [first, again] = [
      await send('/applications', { method: 'POST', headers: json, body }),
      await send('/applications', { method: 'POST', headers: json, body }),
    ];
    const { applicationId: id } = await expectJson<{ applicationId: string }>(first, 201);
    expect(await expectJson(again, 201)).toMatchObject({ applicationId: id });
    const form = new FormData();
    form.set('file', new File(['商品名\t数量\t数量単位\nBOLT\t1\tPCS\n'], 'g.tsv'));
    const upload = await send(`/applications/${id}/goods/upload`, { method: 'POST', body: form });
    expect(await expectJson(upload, 200)).toMatchObject({ readable: true });
    const pieces = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(500_000).fill(0x20)),
    });
    const patching = { method: 'PATCH', headers: { ...json, ...any, 'idempotency-key': 'real-2' }, duplex: 'half' };
    const large = await send(`/applications/${id}/boxes`, { ...patching, body: pieces } as RequestInit);
    await expectProblem(large, 413, 'too_large');
    const withdrawn = await send(`/applications/${id}/withdraw`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
    });
    expect(withdrawn.status).toBe(204);
  } finally {
    await served.close();
  }
});
