// What the forms help with, for a program: characters put plainly, counts, desk hours, the words that may be printed.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { oath, oathVersion } from '../src/applications/oath.ts';
import { type Call, expectJson, expectProblem, programOf } from './api-client.ts';
import { startWorld, type World } from './world.ts';

let world: World;
let firm: Call;
beforeAll(async () => {
  world = await startWorld();
  firm = programOf(world, 'user');
});
afterAll(() => world.close());

async function started(): Promise<{ path: string; etag: string }> {
  const answer = await firm('/applications', { json: { kind: 'origin', oath: true } });
  const { applicationId } = await expectJson<{ applicationId: string }>(answer, 201);
  return { path: `/applications/${applicationId}`, etag: answer.headers.get('etag') ?? '' };
}

test('characters with a plain meaning are named with what would be put, and put by one request, in goods too', async () => {
  const { path } = await started();
  const any = { 'if-match': '*' };
  const consignee = { form: 'named', name: 'ＡＢＣ INC.', address: '', country: 'U.S.A.' };
  await firm(`${path}/boxes`, { method: 'PATCH', json: { consignee }, headers: any });
  const goods = [{ description: 'BOLTS – STEEL', quantity: '１０', unit: 'PCS' }];
  await firm(`${path}/goods`, { method: 'PUT', json: { goods }, headers: any });
  const looked = await firm(`${path}/mend`);
  expect(await expectJson(looked, 200)).toEqual({
    changes: expect.arrayContaining([
      { path: 'consignee.name', before: 'ＡＢＣ INC.', after: 'ABC INC.' },
      { path: 'goods.0.description', before: 'BOLTS – STEEL', after: 'BOLTS - STEEL' },
      { path: 'goods.0.quantity', before: '１０', after: '10' },
    ]),
  });
  const post = (version: string | undefined) =>
    firm(`${path}/mend`, { method: 'POST', headers: version === undefined ? {} : { 'if-match': version } });
  expect(await expectProblem(await post(undefined), 422, 'invalid')).toEqual(['If-Match']);
  await expectProblem(await post('"v1"'), 409, 'conflict');
  const mended = await post(looked.headers.get('etag') ?? '');
  await expectJson(mended, 200);
  const answer = await firm(path);
  expect(answer.headers.get('etag')).toBe(mended.headers.get('etag'));
  expect(await expectJson(answer, 200)).toMatchObject({
    content: { consignee: { name: 'ABC INC.' }, goods: [{ description: 'BOLTS - STEEL', quantity: '10' }] },
  });
  expect(await expectJson(await firm(`${path}/mend`), 200)).toEqual({ changes: [] });
});

test('the counts are those of the lists', async () => {
  const before = await expectJson<Record<string, number>>(await firm('/counts'), 200);
  const { path } = await started();
  await started();
  await firm(`${path}/withdraw`, { method: 'POST' });
  const counts = await expectJson<Record<string, number>>(await firm('/counts'), 200);
  expect([counts['draft'], counts['withdrawn'], counts['issued']]).toEqual([
    ...[(before['draft'] ?? 0) + 1, (before['withdrawn'] ?? 0) + 1, 0],
  ]);
  for (const [status, count] of Object.entries(counts))
    expect(await expectJson(await firm(`/applications?status=${status}`), 200)).toMatchObject({ total: count });
});

test('the oath is the one that starting agrees to, word for word', async () => {
  expect(await expectJson(await firm('/oath'), 200)).toEqual({ version: oathVersion, ...oath[oathVersion] });
});

test('what the choices offer is taken: no finding about country, unit, package or wording', async () => {
  type Choices = {
    countries: { code: string; en: string }[];
    units: { forms: string[] }[];
    packageKinds: { plural: string; loose: boolean }[];
    transportForms: { form: string; required: string[] }[];
  };
  const choices = await expectJson<Choices>(await firm('/choices'), 200);
  expect(choices.countries.length).toBeGreaterThan(200);
  expect(choices.transportForms.find((one) => one.form === 'h')?.required).toEqual(['vessel', 'voyage']);
  const { path } = await started();
  const any = { 'if-match': '*' };
  const packed = choices.packageKinds.filter((kind) => !kind.loose).map((kind) => kind.plural);
  const offered = choices.units.map(({ forms }, i) => ({
    ...{ description: 'BOLTS', quantity: '10', unit: forms[0], packages: '2', packageKind: packed[i % packed.length] },
  }));
  // One that is not offered, so that a rule that looks nowhere is noticed.
  const goods = [...offered, { ...offered[0], unit: 'LOT', packageKind: 'THINGS' }];
  const japan = choices.countries.find((one) => one.code === 'JP')?.en;
  await firm(`${path}/boxes`, { method: 'PATCH', headers: any, json: { originCountries: [japan, 'NOWHERE'] } });
  expect((await firm(`${path}/goods`, { method: 'PUT', json: { goods }, headers: any })).status).toBe(200);
  const { findings } = await expectJson<{ findings: { path: string }[] }>(await firm(`${path}/findings`), 200);
  const places = findings.map((one) => one.path).filter((place) => /unit|packageKind|originCountries/.test(place));
  const last = `goods.${offered.length}`;
  expect([...new Set(places)].toSorted()).toEqual([`${last}.packageKind`, `${last}.unit`, 'originCountries.1']);
});

test('desk hours: Monday at ten in Japan it is open; on Saturday the next opening is Tuesday’s, as Monday is 勤労感謝の日', async () => {
  type Hours = { open: boolean; nextOpening: string; today: { opens: string; closes: string }[] };
  const hours = async () => expectJson<Hours>(await firm('/desk-hours'), 200);
  const monday = await hours();
  expect([monday.open, monday.today.length > 0]).toEqual([true, true]);
  world.turn({ days: 5 });
  const saturday = await hours();
  expect([saturday.open, saturday.today]).toEqual([false, []]);
  expect(saturday.nextOpening).toBe('2026-11-24T00:00:00.000Z');
});
