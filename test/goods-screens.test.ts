import { read as readWorkbook, utils, write } from '@e965/xlsx';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Ctx } from '../src/accounts/context.ts';
import { originKinds } from '../src/applications/forms/forms.ts';
import type { GoodsLine } from '../src/applications/forms/origin/content.ts';
import { readOfKind } from '../src/applications/read.ts';
import { saveGoods } from '../src/applications/save.ts';
import { startApplication } from '../src/applications/start.ts';
import { withdrawApplication } from '../src/applications/submit.ts';
import { contextOf } from './deeds.ts';
import { unescaped } from './unescaped.ts';
import { base, startWorld, type Visitor, type World } from './world.ts';

let world: World;
let clerk: Visitor;
let ctx: Ctx;
let id: string;

beforeAll(async () => {
  world = await startWorld();
  clerk = world.visitor();
  await clerk.signIn(world.account('user'));
  ctx = await contextOf(world, 'user');
});
afterAll(() => world.close());
beforeEach(async () => {
  id = (await startApplication(ctx, { kind: 'origin', oath: true })).applicationId;
});

const line = (description: string, change: Partial<GoodsLine> = {}): GoodsLine => ({
  ...{ marks: '', packages: '1', packageKind: 'CARTONS', description, hsCode: '848210', origin: '' },
  ...{ quantity: '10', unit: 'PCS' },
  ...change,
});
const many = (n: number): GoodsLine[] => Array.from({ length: n }, (_, index) => line(`Steel bolt ${index + 1}`));
const put = (goods: GoodsLine[]) =>
  saveGoods(ctx, { kinds: originKinds, applicationId: id, from: 0, count: 5000, goods });
const saved = async (): Promise<GoodsLine[]> => (await readOfKind(ctx, originKinds, id)).application.content.goods;
const descriptions = async (): Promise<string[]> => (await saved()).map((one) => one.description);

/** The form of the page as a browser without script would send it, with what somebody typed. */
async function formAt(query = '', typed: Record<string, string> = {}): Promise<Record<string, string>> {
  const html = await (await clerk.get(`/applications/${id}/goods${query}`)).text();
  const form = /<form[^>]*id="goods-form".*?<\/form>/s.exec(html)?.[0] ?? '';
  const fields: Record<string, string> = {};
  for (const [, tag = ''] of form.matchAll(/<input ([^>]*)>/g))
    fields[attribute(tag, 'name')] = attribute(tag, 'value');
  for (const [, tag = '', text = ''] of form.matchAll(/<textarea ([^>]*)>(.*?)<\/textarea>/gs))
    fields[attribute(tag, 'name')] = unescaped(text).replace(/^\n/, '');
  return { ...fields, ...typed };
}
const attribute = (tag: string, name: string): string =>
  unescaped(new RegExp(`(?:^| )${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
const send = (form: Record<string, string>): Promise<Response> => clerk.post(`/applications/${id}/goods`, form);

describe('the table without script', () => {
  test('an empty draft has empty rows to type on, and what is typed is kept as typed', async () => {
    const typed = {
      'goods.0.description': '3/4" BOLT <M6> & nut',
      'goods.0.hsCode': '0101.20',
      'goods.0.quantity': 'about 5',
      'goods.0.marks': '\nMIHON\r\nNo. 1',
      'goods.4.description': 'Ball bearings',
    };
    const answer = await send(await formAt('', { ...typed, do: 'save' }));
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(`/applications/${id}/goods?page=1&saved`);
    expect(await saved()).toHaveLength(2); // the empty rows between are dropped
    expect((await saved())[0]).toMatchObject({
      ...{ description: '3/4" BOLT <M6> & nut', hsCode: '0101.20', quantity: 'about 5', marks: '\nMIHON\nNo. 1' },
    });
    // And the page shows them so that sending it again changes nothing.
    const before = await saved();
    await send(await formAt());
    expect(await saved()).toEqual(before);
  });

  test('what is wrong stands at its cell and in the list at the top, by row and column', async () => {
    await put([line('Steel bolt'), line('Steel nut', { quantity: 'about 5', unit: 'LOT' })]);
    const html = await (await clerk.get(`/applications/${id}/goods?page=1&saved`)).text();
    expect(html).toMatch(/<a href="#f-goods.1.quantity">2行目 数量: 数量「about 5」は/);
    // Across the table below its row, not in a cell of seven letters' width.
    expect(html).toMatch(/<tr class="goods-said-row"><td colspan="10"><div id="f-goods.1.quantity-error"/);
    expect(html).toMatch(/id="f-goods.1.quantity"[^>]*aria-label="2行目 数量"[^>]*aria-invalid="true"/);
    expect(html).toMatch(/id="f-goods.1.unit-error".*?「LOT」は数量単位になりません/s);
    expect(html).not.toContain('id="f-goods.0.quantity-error"');
  });

  test('full-width digits are one mistake, and one button corrects them with what was typed and what stands elsewhere', async () => {
    await put([...many(50), line('Ｓｔｅｅｌ nut')]);
    await send(await formAt('', { 'goods.0.quantity': '３００', do: 'save' }));
    const html = await (await clerk.get(`/applications/${id}/goods`)).text();
    expect(html.match(/id="f-goods.0.quantity-error".*?<\/div>/s)?.[0].match(/<p/g)).toHaveLength(1);
    expect(html).toContain('数量: 「３００」は半角で「300」と入力してください。');
    expect(html).toMatch(/<button[^>]*value="mend"/);
    const review = await (await clerk.get(`/applications/${id}/review`)).text();
    expect(review).toMatch(/全角文字など2か所は.*?<a href="\/applications\/[^"]*\/goods#mends-heading"/s);
    const answer = await send(await formAt('', { 'goods.1.quantity': '４００', do: 'mend' }));
    expect(answer.headers.get('location')).toBe(`/applications/${id}/goods?page=1`);
    const goods = await saved();
    expect([goods[0]?.quantity, goods[1]?.quantity, goods[50]?.description]).toEqual(['300', '400', 'Steel nut']);
    expect(await (await clerk.get(`/applications/${id}/goods`)).text()).not.toMatch(/f-goods.0.quantity-error/);
  });

  test('a row is deleted, and one is inserted where it was asked for', async () => {
    await put([line('Alpha bolt'), line('Beta bolt'), line('Gamma bolt')]);
    await send(await formAt('', { do: 'delete:1' }));
    expect(await descriptions()).toEqual(['Alpha bolt', 'Gamma bolt']);
    const answer = await send(await formAt('', { 'goods.0.description': 'Alpha screw', do: 'insert:1' }));
    const [path = ''] = (answer.headers.get('location') ?? '').split('#');
    const form = await formAt(path.slice(path.indexOf('?')), { 'goods.1.description': 'Delta bolt', do: 'save' });
    expect(form['goods.2.description']).toBe('Gamma bolt');
    await send(form);
    expect(await descriptions()).toEqual(['Alpha screw', 'Delta bolt', 'Gamma bolt']);
  });

  test('50 lines a page: a page replaces its own lines only, moving saves, and a page beyond the end is the last', async () => {
    await put(many(120));
    const form = await formAt('?page=2', { 'goods.50.description': 'Changed on page two', do: 'page:3' });
    expect(form['goods.49.description']).toBeUndefined();
    expect(form['goods.100.description']).toBeUndefined();
    const answer = await send(form);
    expect(answer.headers.get('location')).toBe(`/applications/${id}/goods?page=3`);
    const now = await descriptions();
    expect(now).toHaveLength(120);
    expect([now[49], now[50], now[51]]).toEqual(['Steel bolt 50', 'Changed on page two', 'Steel bolt 52']);
    for (const page of ['99', '-1', 'x', '1e9'])
      expect((await clerk.get(`/applications/${id}/goods?page=${page}`)).status).toBe(200);
    expect((await formAt('?page=99'))['from']).toBe('100');
  });

  test('totals are those of all pages', async () => {
    await put(many(120));
    const html = await (await clerk.get(`/applications/${id}/goods?page=2`)).text();
    expect(html).toMatch(/data-total="packages">120 CARTONS</);
    expect(html).toMatch(/data-total="quantities">1,200 PCS</);
  });

  test('a conflict shows what was typed, and saves it when it is sent again', async () => {
    await put([line('First bolt')]);
    const form = await formAt('', { 'goods.0.description': 'Mine', do: 'save' });
    await put([line('Theirs')]);
    const answer = await send(form);
    expect(answer.status).toBe(409);
    const html = await answer.text();
    expect(html).toContain('ほかの画面で先に保存されています');
    expect(html).toMatch(/<textarea[^>]*>Mine</);
    expect(await descriptions()).toEqual(['Theirs']);
    const version = /name="version" value="(\d+)"/.exec(html)?.[1] ?? '';
    expect((await send({ ...form, version })).status).toBe(303);
    expect(await descriptions()).toEqual(['Mine']);
  });

  test('a cell that is too long is named before anything is saved, and nothing typed is lost', async () => {
    const answer = await send(
      await formAt('', { 'goods.0.description': 'Bolt', 'goods.1.unit': 'X'.repeat(41), do: 'save' }),
    );
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('<a href="#f-goods.1.unit">2行目 数量単位: 40文字までです。短くしてください。</a>');
    expect(html).toContain('X'.repeat(41));
    expect(await saved()).toEqual([]);
  });

  test('more than 5,000 lines are refused with the count, nothing is lost here or there', async () => {
    await put(many(5000));
    const answer = await send(await formAt('?page=100', { 'goods.5000.description': 'One too many', do: 'save' }));
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('商品は5,000行までです(今は5,001行)');
    expect(html).toContain('One too many');
    expect(await saved()).toHaveLength(5000);
  });

  test('a form that does not say which lines it stands for overwrites nothing', async () => {
    await put([line('Kept bolt')]);
    expect((await send({ 'goods.0.description': 'x' })).status).toBe(422);
    expect((await send({ version: '2', from: '-1', count: '1', 'goods.0.description': 'x' })).status).toBe(422);
    expect(await descriptions()).toEqual(['Kept bolt']);
  });

  test('an application that is over shows its goods to read; what was typed meanwhile is shown too', async () => {
    await put([line('Kept bolt')]);
    const form = await formAt('', { 'goods.0.description': 'Typed too late', do: 'save' });
    await withdrawApplication(ctx, { applicationId: id });
    const page = await (await clerk.get(`/applications/${id}/goods`)).text();
    expect(page).toContain('Kept bolt');
    expect(page).not.toContain('<textarea');
    const late = await send(form);
    expect(late.status).toBe(409);
    expect(await late.text()).toContain('Typed too late');
    expect(await descriptions()).toEqual(['Kept bolt']);
  });

  test('another’s application, or none, is not found', async () => {
    const none = '00000000-0000-7000-8000-000000000000';
    for (const path of ['goods', 'goods/upload', 'goods.tsv'])
      expect((await clerk.get(`/applications/${none}/${path}`)).status).toBe(404);
    const form = { version: '1', from: '0', count: '0', mode: 'replace' };
    for (const path of ['goods', 'goods/upload/confirm', 'goods/upload/drop'])
      expect((await clerk.post(`/applications/${none}/${path}`, form)).status).toBe(404);
    const examiner = world.visitor();
    await examiner.signIn(world.account('examiner'));
    expect((await examiner.get(`/applications/${id}/goods`)).status).toBe(403);
  });
});

const upload = (bytes: Uint8Array, name: string, to = id): Promise<Response> => {
  const body = new FormData();
  body.set('file', new File([new Uint8Array(bytes)], name));
  return Promise.resolve(
    world.house.app.request(`${base}/applications/${to}/goods/upload`, {
      ...{ method: 'POST', body },
      headers: { cookie: clerk.cookie, origin: base, 'sec-fetch-site': 'same-origin' },
    }),
  );
};
const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le');
const heading = '商品名\t数量\t数量単位\t梱包数\t梱包種類\r\n';
const readPage = async (): Promise<string> => (await clerk.get(`/applications/${id}/goods/upload`)).text();
const word = async (mode: string): Promise<Response> => {
  const version = /name="version" value="(\d+)"/.exec(await readPage())?.[1] ?? '';
  return clerk.post(`/applications/${id}/goods/upload/confirm`, { mode, version });
};

describe('goods from a file', () => {
  test('CP932, as a Japanese Excel saves a CSV', async () => {
    const head = Buffer.from('8fa4956996bc2c909497ca2c909497ca925088ca0d0a', 'hex'); // 商品名,数量,数量単位
    const answer = await upload(Buffer.concat([head, Buffer.from('Steel bolt,10,PCS\r\n')]), 'goods.csv');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/applications/${id}/goods/upload`]);
    expect(await readPage()).toMatch(/読み取った商品<\/dt><dd[^>]*>1行/);
    await word('replace');
    expect(await saved()).toMatchObject([{ description: 'Steel bolt', quantity: '10', unit: 'PCS' }]);
  });

  test('UTF-16LE, as Excel saves "Unicode text", with quotes, tabs and line breaks in cells', async () => {
    await upload(
      utf16(`${heading}"3/4"" BOLT\tM6\nsteel"\t1,200\tPCS\t2\tCARTONS\r\n3/4" NUT\t5\tPCS\t1\tCARTON\r\n`),
      'goods.txt',
    );
    await word('replace');
    expect(await saved()).toMatchObject([{ description: '3/4" BOLT\tM6\nsteel' }, { description: '3/4" NUT' }]);
  });

  test('XLSX: the template comes back with its HS codes whole', async () => {
    const template = await clerk.get('/goods-template.xlsx');
    expect(template.headers.get('content-disposition')).toContain('goods-template.xlsx');
    const book = readWorkbook(await template.arrayBuffer(), { cellNF: true, sheetStubs: true });
    const sheet = book.Sheets['Goods'] ?? {};
    expect(sheet['E500']).toMatchObject({ z: '@' });
    utils.sheet_add_aoa(sheet, [['N/M', '2', 'CARTONS', 'Live horses', '0101.20', 'JAPAN', '2', 'HEADS']], {
      origin: 'A2',
    });
    await upload(write(book, { type: 'buffer', bookType: 'xlsx' }), 'goods.xlsx');
    await word('replace');
    expect(await saved()).toMatchObject([{ description: 'Live horses', hsCode: '0101.20', unit: 'HEADS' }]);
  });

  test('everything that is wrong is named by row and column at once; it may be taken over and mended there', async () => {
    await upload(utf16(`${heading}Steel bolt\tx\tPCS\t1\tCARTON\r\n\t5\tLOT\t1.5\tCARTON\r\n`), 'goods.tsv');
    const html = await readPage();
    for (const [row, column, words] of [
      ['2', 'B 数量', '数量「x」は'],
      ['3', 'A 商品名', '商品名を'],
      ['3', 'C 数量単位', '「LOT」は'],
      ['3', 'D 梱包数', '梱包数「1.5」は'],
    ])
      expect(html).toMatch(new RegExp(`>${row}</div></th><td[^>]*>.*?${column}.*?${words}`));
    expect(await saved()).toEqual([]); // waits for a word
    // With places to correct, importing is possible and not what is recommended.
    expect(html).toMatch(/class="button button-secondary"[^>]*>商品として取り込む/);
    expect(html).toContain('直すところ4か所は、取り込んでもそのまま残ります');
    expect((await word('replace')).status).toBe(303);
    expect(await saved()).toHaveLength(2);
  });

  test('behind the present goods, instead of them, or not at all', async () => {
    await put([line('Present bolt')]);
    const file = utf16(`${heading}Steel nut\t5\tPCS\t1\tCARTON\r\n`);
    await upload(file, 'goods.tsv');
    await word('append');
    expect(await descriptions()).toEqual(['Present bolt', 'Steel nut']);
    await upload(file, 'goods.tsv');
    await word('replace');
    expect(await descriptions()).toEqual(['Steel nut']);
    await upload(utf16(`${heading}Other\t5\tPCS\t1\tCARTON\r\n`), 'goods.tsv');
    const dropped = await clerk.post(`/applications/${id}/goods/upload/drop`, {});
    expect(dropped.headers.get('location')).toBe(`/applications/${id}/goods`);
    expect(await descriptions()).toEqual(['Steel nut']);
    expect(await readPage()).not.toContain('取り込み方');
  });

  test('a file that cannot be read whole offers no way in, says why, and changes nothing', async () => {
    await put([line('Present bolt')]);
    await upload(Buffer.from('%PDF-1.7 nothing'), 'goods.pdf');
    const html = await readPage();
    expect(html).toContain('このファイルは取り込めません');
    expect(html).toContain('PDF は表として読み取れません');
    expect(html).not.toContain('value="replace"');
    expect(
      (await clerk.post(`/applications/${id}/goods/upload/confirm`, { mode: 'replace', version: '2' })).status,
    ).toBe(422);
    expect(await descriptions()).toEqual(['Present bolt']);
  });

  test('5,001 lines are refused before and after: in the file, and together with those that are there', async () => {
    const rows = (n: number) => 'Steel bolt\t1\tPCS\t1\tCARTON\r\n'.repeat(n);
    await upload(utf16(heading + rows(5001)), 'goods.tsv');
    expect(await readPage()).toMatch(/までです/);
    const whole = { mode: 'replace', version: '1' };
    expect((await clerk.post(`/applications/${id}/goods/upload/confirm`, whole)).status).toBe(422);
    await put([line('Present bolt')]);
    await upload(utf16(heading + rows(5000)), 'goods.tsv');
    expect(await readPage()).toContain('後ろに加えると5,000行を超えるため(5,001行)');
    const refused = await word('append');
    expect(refused.status).toBe(422);
    expect(await readPage()).toContain('取り込み方'); // the file still waits
    expect(await descriptions()).toEqual(['Present bolt']);
    await word('replace');
    expect(await saved()).toHaveLength(5000);
  });

  test('goods that were changed while the file waited are not overwritten unseen', async () => {
    await upload(utf16(`${heading}Steel nut\t5\tPCS\t1\tCARTON\r\n`), 'goods.tsv');
    const version = /name="version" value="(\d+)"/.exec(await readPage())?.[1] ?? '';
    await put([line('Theirs')]);
    const answer = await clerk.post(`/applications/${id}/goods/upload/confirm`, { mode: 'replace', version });
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('この間に申請の内容が変わりました');
    expect(await descriptions()).toEqual(['Theirs']);
  });

  test('no file, and one above 6 MB, are answered as such', async () => {
    expect((await upload(Buffer.alloc(0), '')).status).toBe(422);
    expect((await upload(Buffer.alloc(6_100_000), 'big.xlsx')).status).toBe(413);
    expect((await upload(Buffer.alloc(2_000_000, 'a\tb\n'), 'x.tsv')).status).toBe(303); // above the limit of other forms
  });

  test('what is exported is harmless in a spreadsheet and comes back as it was', async () => {
    await put([line('=HYPERLINK("x")'), line('3/4" BOLT\nM6', { marks: '-1', hsCode: '0101.20' })]);
    const before = await saved();
    const file = Buffer.from(await (await clerk.get(`/applications/${id}/goods.tsv`)).arrayBuffer());
    expect(file.toString('utf8')).toContain("'=HYPERLINK");
    await upload(file, 'goods.tsv');
    await word('replace');
    expect(await saved()).toEqual(before);
  });
});

describe('what the script of the page saves', () => {
  const lines = async (body: unknown, path = id): Promise<{ status: number; body: Record<string, unknown> }> => {
    const answer = await world.house.app.request(`${base}/applications/${path}/goods/lines`, {
      ...{ method: 'POST', body: JSON.stringify(body) },
      headers: { cookie: clerk.cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };

  test('a page of lines, with its version and the clock', async () => {
    await put(many(60));
    const answer = await lines({
      version: 2,
      from: 50,
      count: 10,
      goods: [line('Last bolt'), line('', { unit: '', quantity: '', packages: '', packageKind: '', hsCode: '' })],
    });
    expect(answer).toEqual({ status: 200, body: { version: 3, time: '10:00', total: 51 } });
    expect((await descriptions()).at(-1)).toBe('Last bolt');
  });

  test('who was second is told whose version stands, and loses nothing', async () => {
    await put([line('Theirs')]);
    const first = await lines({ version: 1, from: 0, count: 0, goods: [line('Mine')] });
    expect(first).toMatchObject({ status: 409, body: { code: 'conflict', version: 2, status: 'draft' } });
    expect((await lines({ version: 2, from: 0, count: 1, goods: [line('Mine')] })).status).toBe(200);
    expect(await descriptions()).toEqual(['Mine']);
  });

  test('refusals are answers: too many lines, a cell too long, no sense, no session, not one’s own', async () => {
    const ok = { version: 1, from: 0, count: 0 };
    expect(await lines({ ...ok, goods: many(5001) })).toMatchObject({
      ...{ status: 422, body: { problems: [expect.stringContaining('5,000行まで')] } },
    });
    expect(await lines({ ...ok, goods: [line('a', { unit: 'X'.repeat(41) })] })).toMatchObject({
      ...{ status: 422, body: { problems: ['1行目 数量単位: 40文字までです。短くしてください。'] } },
    });
    expect((await lines('nonsense')).status).toBe(422);
    expect((await lines({ ...ok, goods: [] }, '00000000-0000-7000-8000-000000000000')).status).toBe(404);
    const stranger = await world.visitor().post(`/applications/${id}/goods/lines`, {});
    expect([stranger.status, await stranger.json()]).toEqual([401, { code: 'not_signed_in', problems: [] }]);
    expect(await saved()).toEqual([]);
  });
});
