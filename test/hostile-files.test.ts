// Files that mean harm, sent through the screens: each is answered on a page that names the file, what is wrong and what to do;
// none is kept, and the server logs no fault of its own. How each is found is tested beside the readers.
import { type CellObject, CFB, utils, write } from '@e965/xlsx';
import PDFDocument from 'pdfkit';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Ctx } from '../src/accounts/context.ts';
import { readApplication } from '../src/applications/read.ts';
import { startApplication } from '../src/applications/start.ts';
import { activeFiles, brokenFiles, onePage, stream } from '../src/outside/evidence-pdf-corpus.ts';
import { type EvidenceReason, evidenceWords } from '../src/outside/evidence-pdf-words.ts';
import { contextOf } from './deeds.ts';
import { unescaped } from './unescaped.ts';
import { base, startWorld, type Visitor, type World } from './world.ts';

let world: World;
let ctx: Ctx;
let clerk: Visitor;
let id: string;
beforeAll(async () => {
  world = await startWorld();
  ctx = await contextOf(world, 'user');
  clerk = world.visitor();
  await clerk.signIn(world.account('user'));
});
afterAll(() => world.close());
beforeEach(async () => {
  id = (await startApplication(ctx, { kind: 'origin', oath: true })).applicationId;
});
afterEach(() => {
  expect(world.log.filter((line) => line.includes('"error"'))).toEqual([]);
});

type Sent = { name: string; bytes: Uint8Array };

/** As the browser of the clerk sends a form with files. */
async function send(path: string, field: string, files: readonly Sent[]): Promise<Response> {
  const body = new FormData();
  for (const { name, bytes } of files) body.append(field, new File([new Uint8Array(bytes)], name));
  return world.house.app.request(`${base}/applications/${id}/${path}`, {
    ...{ method: 'POST', body },
    headers: { cookie: clerk.cookie, origin: base, 'sec-fetch-site': 'same-origin' },
  });
}

describe('a PDF as evidence', { timeout: 120_000 }, () => {
  /** A password to open it. */
  async function encrypted(): Promise<Buffer> {
    const doc = new PDFDocument({ userPassword: 'secret', ownerPassword: 'master' });
    const chunks: Buffer[] = [];
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    const ended = new Promise((resolve) => doc.on('end', resolve));
    doc.text('INVOICE').end();
    await ended;
    return Buffer.concat(chunks);
  }
  const active = (name: string): Buffer => {
    const found = activeFiles.find(([one]) => one === name)?.[2];
    if (!found) throw new Error(`the corpus has no ${name}`);
    return found();
  };
  const broken = (name: string): Buffer => {
    const found = brokenFiles.find(([one]) => one === name)?.[2];
    if (!found) throw new Error(`the corpus has no ${name}`);
    return found();
  };

  test('that could do something, is locked, or costs too much: all are named at once, each with what to do', async () => {
    const files: [name: string, reason: EvidenceReason, bytes: Buffer][] = [
      ['open-action.pdf', 'opens_by_itself', active('JavaScript on opening')],
      ['names.pdf', 'script', active('JavaScript in the name tree')],
      ['additional-actions.pdf', 'opens_by_itself', active('JavaScript when the page is shown')],
      ['launch.pdf', 'reaches_out', active('starting a program')],
      ['submit.pdf', 'reaches_out', active('sending a form')],
      ['embedded.pdf', 'attachment', active('an embedded file')],
      ['rich-media.pdf', 'media', active('rich media')],
      ['xfa.pdf', 'xfa', active('an XFA form')],
      ['encrypted.pdf', 'encrypted', await encrypted()],
      ['201-pages.pdf', 'too_many_pages', broken('201 pages')],
      ['half.pdf', 'unreadable', broken('the first half')],
      ['polyglot.pdf', 'not_pdf', broken('a web page that is also a PDF')],
      ['picture.pdf', 'big_picture', broken('a picture whose size stands elsewhere')],
      ['<img src=x onerror=alert(1)>.pdf', 'not_pdf', Buffer.from('<svg onload="alert(1)">')],
    ];
    const sent = files.map(([name, , bytes]) => ({ name, bytes }));
    const answer = await send('evidence', 'other', sent);
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).not.toContain('<img src=x');
    const read = unescaped(html);
    for (const [name, reason] of files) expect(read).toContain(`「${name}」: ${evidenceWords[reason].ja}`);
    expect((await readApplication(ctx, id)).evidence).toEqual([]);
  });

  test('with entities that grow a thousand million times in its metadata is shown without reading them', async () => {
    const pdf = onePage({
      catalog: '/Metadata 10 0 R',
      objects: {
        10: stream('/Type /Metadata /Subtype /XML', laughs('<x:xmpmeta xmlns:x="adobe:ns:meta/">&i;</x:xmpmeta>')),
      },
    });
    expect((await send('evidence', 'invoice', [{ name: 'laughs.pdf', bytes: pdf }])).status).toBe(303);
    expect((await readApplication(ctx, id)).evidence).toHaveLength(1);
  });
});

/** 10 entities, each ten times the one before: the last is 10^9 times "lol". */
function laughs(document: string): string {
  const names = 'abcdefghi'.split('');
  const grown = names.map(
    (name, i) => `<!ENTITY ${name} "${i === 0 ? 'lol'.repeat(10) : `&${names[i - 1]};`.repeat(10)}">`,
  );
  return `<?xml version="1.0"?><!DOCTYPE x [${grown.join('')}<!ENTITY file SYSTEM "file:///etc/passwd">]>${document}`;
}

describe('a file of goods', { timeout: 60_000 }, () => {
  const heading = ['商品名', '数量', '数量単位', '梱包数', '梱包種類'];
  const tsv = (...rows: string[][]): Buffer =>
    Buffer.from([heading, ...rows].map((row) => `${row.join('\t')}\r\n`).join(''));
  /** A workbook of that one line, in which one cell can be any cell, and parts of the archive be exchanged. */
  function xlsx(description: CellObject, parts: Record<string, string> = {}): Buffer {
    const sheet = utils.aoa_to_sheet([heading, ['', '10', 'PCS', '1', 'CARTON']]);
    sheet['A2'] = description;
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, 'Goods');
    const archive = CFB.read(write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true }), { type: 'buffer' });
    for (const [path, text] of Object.entries(parts)) {
      if (!CFB.find(archive, path)) throw new Error(`the workbook has no ${path}`);
      CFB.utils.cfb_add(archive, path, Buffer.from(text));
    }
    return CFB.write(archive, { type: 'buffer', fileType: 'zip', compression: true }) as Buffer;
  }
  const waiting = async (): Promise<string> =>
    unescaped(await (await clerk.get(`/applications/${id}/goods/upload`)).text());
  const goods = async () => (await readApplication(ctx, id)).application.content.goods;
  async function takeOver(): Promise<void> {
    const html = await waiting();
    const version = /name="version" value="(\d+)"/.exec(html)?.[1] ?? '';
    expect((await clerk.post(`/applications/${id}/goods/upload/confirm`, { mode: 'replace', version })).status).toBe(
      303,
    );
  }

  test('formulas are text: a workbook’s by their result, a table’s as typed; exported they begin no formula', async () => {
    const formula = { t: 's', v: 'Steel bolt', f: 'HYPERLINK("http://evil.example","Steel bolt")' } as const;
    await send('goods/upload', 'file', [{ name: 'formula.xlsx', bytes: xlsx(formula) }]);
    await takeOver();
    expect(await goods()).toMatchObject([{ description: 'Steel bolt' }]);
    const dde = "=cmd|' /C calc'!A0";
    await send('goods/upload', 'file', [{ name: 'dde.tsv', bytes: tsv([dde, '10', 'PCS', '1', 'CARTON']) }]);
    await takeOver();
    expect(await goods()).toMatchObject([{ description: dde }]);
    const exported = await (await clerk.get(`/applications/${id}/goods.tsv`)).text();
    expect(exported).toContain(`'${dde}`);
    for (const cell of exported.split(/[\t\r\n]+/)) expect(cell).not.toMatch(/^[=+@-]/);
  });

  test('entities that grow a thousand million times, and one that reads a file, are expanded nowhere', async () => {
    for (const entity of ['i', 'file']) {
      const sst = laughs(
        `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${[...heading, `&${entity};`, '10', 'PCS', '1', 'CARTON'].map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
      );
      const bytes = xlsx({ t: 's', v: 'Steel bolt' }, { '/xl/sharedStrings.xml': sst });
      expect((await send('goods/upload', 'file', [{ name: 'laughs.xlsx', bytes }])).status).toBe(303);
      const html = await waiting();
      expect(html).not.toMatch(/lollol|root:/);
      expect(html.length).toBeLessThan(100_000);
      expect(html).toContain(`&${entity};`);
    }
  });

  test('a zip bomb is refused with what to do, and nothing changes', async () => {
    const bytes = xlsx({ t: 's', v: 'Steel bolt' }, { '/xl/sharedStrings.xml': ' '.repeat(100_000_000) });
    expect(bytes.length).toBeLessThan(1_000_000);
    expect((await send('goods/upload', 'file', [{ name: 'bomb.xlsx', bytes }])).status).toBe(303);
    expect(await waiting()).toContain('このファイルは取り込めません');
    expect(await goods()).toEqual([]);
  });

  test('characters that hide or turn text are named by place: NUL, right-to-left override', async () => {
    for (const [character, name] of [
      ['\u0000', 'U+0000'],
      ['\u202E', 'U+202E'],
    ] as const) {
      await send('goods/upload', 'file', [
        { name: 'hidden.tsv', bytes: tsv([`Steel${character}bolt`, '10', 'PCS', '1', 'CARTON']) },
      ]);
      const html = await waiting();
      expect(html).toContain('2行目 A列: 6文字目');
      expect(html).toContain(name);
      expect(html).not.toContain('value="replace"');
    }
  });

  test('more than 12 MB, and more than a million cells in one line, are answered', async () => {
    expect(
      (await send('goods/upload', 'file', [{ name: 'big.tsv', bytes: Buffer.alloc(12_500_000, 'a\tb\n') }])).status,
    ).toBe(413);
    await send('goods/upload', 'file', [{ name: 'wide.tsv', bytes: Buffer.alloc(1_900_000, '\ta') }]);
    expect(await waiting()).toContain('このファイルは取り込めません');
  });
});
