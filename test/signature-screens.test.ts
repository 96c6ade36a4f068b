// The signature of a signatory, without script: out of a scan, cropped by hand, turned, drawn (as the page's script sends it).
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { audit } from '../src/certificates/audit.ts';
import type { ScanPage } from '../src/outside/scan-picture.ts';
import { encodeJpeg, pdfOf } from '../src/outside/scan-picture-corpus.ts';
import { pngSize } from '../src/paper/png.ts';
import type { ContentSignatory } from '../src/registrations/content.ts';
import type { FormCtx } from '../src/registrations/procedures/applicant.ts';
import { cropSignature } from '../src/registrations/procedures/put-signature.ts';
import { readForm } from '../src/registrations/procedures/read-procedure.ts';
import { submitForm } from '../src/registrations/procedures/submit-procedure.ts';
import { scanOf } from '../src/registrations/signature/scan-corpus.ts';
import { beginForm, type FormVisitor, openCtx, signatoryKey } from './form-visitor.ts';
import { base, startWorld, type World } from './world.ts';

let world: World;
let form: FormVisitor;
let sheet: Buffer;
/** Neither frame nor squares: somebody signed on a sheet of his own. */
let bare: ScanPage;
beforeAll(async () => {
  world = await startWorld();
  form = await beginForm(world, 'signature@shiken.example');
  sheet = encodeJpeg(scanOf({ dpi: 150 }), 85, { dpi: 150 });
  bare = scanOf({ dpi: 150, frame: false, marks: false });
}, 60_000);
afterAll(() => world.close());

const at = (rest = '', { procedureId }: FormVisitor = form): string =>
  `/registration/forms/${procedureId}/signatories/${signatoryKey}${rest}`;
const ctxOf = ({ procedureId }: FormVisitor = form): FormCtx => ({
  ...openCtx(world),
  applicant: { kind: 'link', chamberId: '9901', procedureId },
});
const rowOf = async (of: FormVisitor = form): Promise<ContentSignatory> => {
  const [row] = (await readForm(ctxOf(of), of.procedureId)).procedure.content.signatories;
  if (!row) throw new Error('the row is gone');
  return row;
};
const text = async (path: string): Promise<string> => (await form.visitor.get(path)).text();
const picture = async (path: string): Promise<Buffer> => {
  const answer = await form.visitor.get(path);
  expect([path, answer.status, answer.headers.get('content-type')]).toEqual([path, 200, 'image/png']);
  return Buffer.from(await answer.arrayBuffer());
};

async function upload(bytes: Buffer, of: FormVisitor = form): Promise<Response> {
  const body = new FormData();
  body.append('file', new File([new Uint8Array(bytes)], '署名届.jpg'));
  return world.house.app.request(`${base}${at('/signature', of)}`, {
    ...{ method: 'POST', body },
    headers: { cookie: of.visitor.cookie, origin: base, 'sec-fetch-site': 'same-origin' },
  });
}

const wave = (moved: number): string =>
  JSON.stringify([
    Array.from({ length: 60 }, (_, i) => [20 + moved + i, 20 + Math.round(8 * Math.sin(i / 5)), i * 10]),
    [[100, 10, 700]],
  ]);
const draw = (strokes: string): Promise<Response> => form.visitor.post(at('/signature/drawn'), { strokes });

describe('out of a scan', () => {
  test('the signature in the frame is registered, with the scan before and after beside each other', async () => {
    expect(await text(at('/signature'))).not.toContain('登録する署名');
    const answer = await upload(sheet);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${at('/signature')}?done=put`]);
    expect(await rowOf()).toMatchObject({ signatureScan: { cut: { page: 1, turn: 0 } } });
    const page = await text(`${at('/signature')}?done=put`);
    for (const part of [
      '署名を登録しました',
      '180°回す',
      '手で囲んで切り抜く',
      '署名を取り除く',
      at('/signature/before'),
    ])
      expect(page).toContain(part);
    const { width, height } = pngSize(await picture(at('/picture')));
    expect(width / height).toBeCloseTo(2.75, 1);
    expect(pngSize(await picture(at('/signature/before'))).width).toBeGreaterThan(900);
    expect(pngSize(await picture(at('/signature/pages/1'))).height).toBeGreaterThan(1000);
    expect((await form.visitor.get(at('/signature/pages/2'))).status).toBe(404);
  });

  test('what lies upside down is turned, and turned back', async () => {
    const upright = (await rowOf()).signatureSha256;
    const turn = (turned: string): Promise<Response> =>
      form.visitor.post(at('/signature/crop'), { page: '1', turn: turned });
    expect((await turn('180')).status).toBe(303);
    const over = await rowOf();
    expect([over.signatureSha256 === upright, over.signatureScan?.cut?.turn]).toEqual([false, 180]);
    expect((await turn('0')).status).toBe(303);
    expect((await rowOf()).signatureSha256).toBe(upright);
  });

  test('where no frame is found the scan is kept, the signature stays as it was, and one crops by hand', async () => {
    const before = await rowOf();
    const answer = await upload(await pdfOf([undefined, encodeJpeg(bare, 85, { dpi: 150 })]));
    expect(answer.status).toBe(422);
    const page = await answer.text();
    for (const part of ['署名の枠を見つけられませんでした', 'スキャンは保存してあります', at('/signature/crop')])
      expect(page).toContain(part);
    const kept = await rowOf();
    expect([kept.signatureSha256, kept.signatureScan?.cut]).toEqual([before.signatureSha256, undefined]);
    expect(kept.signatureScan?.pages).toHaveLength(2);
    expect((await form.visitor.get(`${at('/signature/crop')}?page=3`)).status).toBe(404);
    expect(await text(`${at('/signature/crop')}?page=2`)).toContain(at('/signature/pages/2'));

    const crop = (box: Record<string, string>): Promise<Response> =>
      form.visitor.post(at('/signature/crop'), { page: '2', turn: '0', ...box });
    const wrong = await crop({ left: '20', top: '', width: '150', height: '14' });
    expect([wrong.status, (await wrong.text()).split('0から100までの数字').length > 3]).toEqual([422, true]);
    const empty = await crop({ left: '5', top: '80', width: '30', height: '10' });
    expect([empty.status, (await rowOf()).signatureSha256]).toEqual([422, before.signatureSha256]);
    expect(await empty.text()).toContain('value="80"');
    expect((await crop({ left: '２３', top: '37', width: '54', height: '14' })).status).toBe(303);
    const cropped = await rowOf();
    expect(cropped.signatureScan?.cut).toMatchObject({ page: 2, box: { x: 0.23, width: 0.54 } });
    expect(cropped.signatureSha256).not.toBe(before.signatureSha256);
  });

  test.each([
    ['no file', Buffer.alloc(0), 422, 'アップロード'],
    ['not a picture', Buffer.from('GIF89a, or something else'), 422, 'PDF'],
    ['more than 12 MB', Buffer.alloc(13_000_000), 413, 'ファイルが大きすぎます'],
  ])('%s is refused with words that say what to do, and nothing changes', async (_, bytes, status, words) => {
    const before = await rowOf();
    const answer = await upload(bytes);
    expect(answer.status).toBe(status);
    expect(await answer.text()).toContain(words);
    expect(await rowOf()).toEqual(before);
  });
});

describe('on the screen', () => {
  test('strokes become the signature, and no scan is kept beside it', async () => {
    expect((await draw(wave(0))).status).toBe(303);
    const row = await rowOf();
    expect([row.signatureSourceSha256, row.signatureScan]).toEqual(['', undefined]);
    expect(pngSize(await picture(at('/picture'))).width).toBeGreaterThan(500);
    expect((await form.visitor.get(at('/signature/before'))).status).toBe(404);
    await expect(cropSignature(ctxOf(), { ...form, signatoryKey, page: 1, turn: 0 })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  test.each([
    ['nothing', '', '署名が書かれていません'],
    ['what is no strokes', '[[1,2', '署名を読み取れませんでした'],
    ['a dot', '[[[60,20,0]]]', '点や短い線だけでは'],
  ])('%s is refused, and what was drawn is still there', async (_, strokes, words) => {
    const before = await rowOf();
    const answer = await draw(strokes);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain(words);
    if (strokes.endsWith(']')) expect(page).toContain(`value="${strokes}"`);
    expect(await rowOf()).toEqual(before);
  });

  test('it is taken back, and then the form lacks a signature', async () => {
    expect((await form.visitor.post(at('/signature/remove'), {})).status).toBe(303);
    expect(await rowOf()).toMatchObject({ signatureSha256: '' });
    expect((await form.visitor.get(at('/picture'))).status).toBe(404);
  });
});

test('somebody else’s form is not found, page, picture or deed; neither is another row', async () => {
  await draw(wave(5));
  const stranger = await beginForm(world, 'stranger@shiken.example');
  for (const path of [at('/signature'), at('/picture'), at('/signature/crop')])
    expect((await stranger.visitor.get(path)).status).toBe(404);
  const mine = await rowOf();
  expect((await upload(sheet, { ...form, visitor: stranger.visitor })).status).toBe(404);
  expect((await stranger.visitor.post(at('/signature/remove'), {})).status).toBe(404);
  expect(await rowOf()).toEqual(mine);
  expect((await form.visitor.get(at('/signature').replace(signatoryKey, 'x'))).status).toBe(404);
});

test('once the chamber has the form, nothing is put any more', async () => {
  await submitForm(ctxOf(), form);
  const before = await rowOf();
  for (const answer of [await draw(wave(9)), await upload(sheet), await form.visitor.post(at('/signature/remove'), {})])
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/registration/forms/${form.procedureId}`]);
  expect(await rowOf()).toEqual(before);
});

test('every file that was kept is the chamber’s, whole and under its hash (audit)', async () => {
  const { chambers } = await audit({ db: world.house.db, files: world.house.outside.files, now: world.now() });
  const own = chambers.find(({ chamberId }) => chamberId === '9901');
  expect(own?.breaches).toEqual([]);
  expect(own?.files).toBeGreaterThan(8);
});
