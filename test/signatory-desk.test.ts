// A signatory of a procedure at the desk: what the signature was cut from stands beside it, and a remark stays with its person.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inChamber } from '../src/lib/db.ts';
import { newId } from '../src/lib/ids.ts';
import { encodeJpeg } from '../src/outside/scan-picture-corpus.ts';
import type { FormCtx } from '../src/registrations/procedures/applicant.ts';
import { readDeskProcedure, sendBackProcedure } from '../src/registrations/procedures/procedure-desk.ts';
import { insertProcedureRemarks } from '../src/registrations/procedures/procedure-remarks-store.ts';
import { putDrawnSignature, putScannedSignature } from '../src/registrations/procedures/put-signature.ts';
import { readForm } from '../src/registrations/procedures/read-procedure.ts';
import { changeForm } from '../src/registrations/procedures/save-procedure.ts';
import { submitForm } from '../src/registrations/procedures/submit-procedure.ts';
import { scanOf } from '../src/registrations/signature/scan-corpus.ts';
import { legalRegistration } from './fixtures-registration.ts';
import { beginForm, signatoryKey } from './form-visitor.ts';
import { chamberId, openCtx, registrar, sendForm, signatories } from './registration-desk-world.ts';
import { startWorld, type Visitor, type World } from './world.ts';

let world: World;
let clerk: Visitor;
beforeAll(async () => {
  world = await startWorld();
  clerk = world.visitor();
  await clerk.signIn(world.account('certifier'));
});
afterAll(() => world.close());

const textOf = async (path: string): Promise<string> => (await clerk.get(path)).text();

describe('beside the signature', () => {
  test('stands the scan from which it was cut, with its whole page; of a drawn one it is said that there is none', async () => {
    const { procedureId } = await beginForm(world, 'cut@shiken.example');
    const form: FormCtx = { ...openCtx(world), applicant: { kind: 'link', chamberId, procedureId } };
    const bytes = encodeJpeg(scanOf({ dpi: 150 }), 85, { dpi: 150 });
    await putScannedSignature(form, { procedureId, signatoryKey, bytes });
    await submitForm(form, { procedureId });
    const path = (state: string): string => `/desk/registrations/${procedureId}/signatures/${signatoryKey}/${state}`;
    const page = await textOf(`/desk/registrations/${procedureId}`);
    expect(page).toContain(`src="${path('cut')}"`);
    expect(page).toContain(`href="${path('page')}"`);
    expect(page).not.toContain('画面で書いた署名です');
    const [now, cut, whole] = await Promise.all(
      ['now', 'cut', 'page'].map(async (state) => Buffer.from(await (await clerk.get(path(state))).arrayBuffer())),
    );
    for (const png of [now, cut, whole]) expect(png?.subarray(1, 4).toString()).toBe('PNG');
    expect(whole?.equals(cut ?? Buffer.alloc(0))).toBe(false);

    const desk = await registrar(world);
    await sendBackProcedure(desk, { procedureId, round: 1, remarks: [{ place: 'nameEn', words: 'x' }] });
    const strokes = [
      Array.from({ length: 60 }, (_, i) => ({ x: 20 + i, y: 20 + Math.round(8 * Math.sin(i / 5)), t: i * 10 })),
      [{ x: 100, y: 10, t: 700 }],
    ];
    await putDrawnSignature(form, { procedureId, signatoryKey, strokes });
    await submitForm(form, { procedureId });
    const drawn = await textOf(`/desk/registrations/${procedureId}`);
    expect(drawn).toContain('画面で書いた署名です');
    expect(drawn).not.toContain('/cut"');
    for (const state of ['cut', 'page']) expect((await clerk.get(path(state))).status).toBe(404);
  });
});

describe('a remark about a signatory', () => {
  /** Sent back with a remark about the second of three, who are A, B and C. */
  async function sentBack(mail: string, remark: (key: string) => string) {
    const rows = signatories(3, '', 'k');
    const sent = await sendForm(world, mail, legalRegistration({ signatories: rows }));
    const desk = await registrar(world);
    const [, second] = rows;
    if (!second) throw new Error('three signatories');
    const remarks = [{ place: remark(second.key), words: '役職の綴りを確かめてください' }];
    await sendBackProcedure(desk, { procedureId: sent.procedureId, round: 1, remarks });
    return { ...sent, second };
  }
  const placesOf = async (ctx: FormCtx, id: string): Promise<string[]> =>
    (await readForm(ctx, id)).remarks.map(({ place }) => place);

  test.each([
    ['by the key of his row', (key: string) => `signatories.${key}.titleEn`],
    ['by its number, as programs say it', () => 'signatories.1.titleEn'],
  ])('%s: stays with him when the one above is taken out', async (name, remark) => {
    const { ctx, procedureId, second } = await sentBack(`${name.length}@shiken.example`, remark);
    expect(await placesOf(ctx, procedureId)).toEqual([`signatories.${second.key}.titleEn`]);
    await changeForm(ctx, { procedureId }, (form) => ({ ...form, signatories: form.signatories.slice(1) }));
    expect(await placesOf(ctx, procedureId)).toEqual([`signatories.${second.key}.titleEn`]);
    await submitForm(ctx, { procedureId });
    const desk = await textOf(`/desk/registrations/${procedureId}`);
    expect(desk).toContain(`<strong>${second.nameEn}: `);
    // And when he himself is taken out, nobody else is named in his place.
    await sendBackProcedure(await registrar(world), {
      ...{ procedureId, round: 2, remarks: [{ place: `signatories.${second.key}`, words: 'まだ違います' }] },
    });
    await changeForm(ctx, { procedureId }, (form) => ({ ...form, signatories: form.signatories.slice(1) }));
    await submitForm(ctx, { procedureId });
    expect(await textOf(`/desk/registrations/${procedureId}`)).toContain(
      `<strong>${second.nameEn}</strong>: まだ違います`,
    );
  });

  test('from before, kept by number: is counted in the form that was handed in then', async () => {
    const { ctx, procedureId, second } = await sentBack('before@shiken.example', () => 'nameEn');
    const { accountId } = (await registrar(world)).actor;
    const old = {
      remarkId: newId(world.now()),
      round: 1,
      place: 'signatories.1',
      words: '昔の書き方',
      at: world.now(),
    };
    await inChamber(world.house.db, chamberId, (trx) =>
      insertProcedureRemarks(trx, { chamberId, procedureId }, [{ ...old, accountId }]),
    );
    await changeForm(ctx, { procedureId }, (form) => ({ ...form, signatories: form.signatories.slice(1) }));
    expect(await placesOf(ctx, procedureId)).toEqual(['nameEn', `signatories.${second.key}`]);
    await submitForm(ctx, { procedureId });
    const { remarks } = await readDeskProcedure(await registrar(world), procedureId);
    expect(remarks.map(({ place }) => place)).toEqual(['nameEn', `signatories.${second.key}`]);
  });

  test('a row that is not there is no place', async () => {
    const { ctx, procedureId } = await sentBack('none@shiken.example', () => 'nameEn');
    await submitForm(ctx, { procedureId });
    for (const place of [`signatories.${newId(world.now())}`, 'signatories.9', 'signatories.1.nothing'])
      await expect(
        sendBackProcedure(await registrar(world), { procedureId, round: 2, remarks: [{ place, words: 'x' }] }),
      ).rejects.toMatchObject({ code: 'invalid' });
  });
});
