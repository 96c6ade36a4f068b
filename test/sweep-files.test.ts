// Files that nothing points to go with their bytes after a day; whatever a row names stays, whoever names it.
import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { audit } from '../src/certificates/audit.ts';
import {
  hasFile,
  insertFiles,
  jsonThatNamesFiles,
  listFileColumns,
  listUnusedFiles,
  markUnusedFiles,
} from '../src/chambers/files-store.ts';
import { insertChamber } from '../src/chambers/store.ts';
import { sweepFiles } from '../src/chambers/sweep-files.ts';
import { type Db, inChamber, inInstallation, openDb } from '../src/lib/db.ts';
import { encodeJpeg } from '../src/outside/scan-picture-corpus.ts';
import type { FormCtx } from '../src/registrations/procedures/applicant.ts';
import { uploadPaper } from '../src/registrations/procedures/procedure-papers.ts';
import { putDrawnSignature, putScannedSignature } from '../src/registrations/procedures/put-signature.ts';
import { readForm } from '../src/registrations/procedures/read-procedure.ts';
import { changeForm } from '../src/registrations/procedures/save-procedure.ts';
import { sweepForms } from '../src/registrations/procedures/sweep-forms.ts';
import { uploadRoom } from '../src/registrations/procedures/upload-room.ts';
import type { Stroke } from '../src/registrations/signature/drawn.ts';
import { scanOf } from '../src/registrations/signature/scan-corpus.ts';
import { invoicePdf } from './fixtures-origin.ts';
import { legalRegistration } from './fixtures-registration.ts';
import { beginForm, signatoryKey } from './form-visitor.ts';
import { certifiedWith, payAndIssue } from './issued.ts';
import { type PayingWorld, startPayingWorld } from './paying-world.ts';
import { acceptByDeeds, chamberId, openCtx, putSignature, sendForm, signatories } from './registration-desk-world.ts';

let world: PayingWorld;
let superuser: Db;
let procedureId = '';
beforeAll(async () => {
  world = await startPayingWorld();
  const { app } = world.database;
  if (!('host' in app)) throw new Error('the test database has no host');
  superuser = openDb({ ...app, user: 'postgres' }, { max: 1, onError: () => undefined });
  // One of everything that keeps a file: certificates with their evidence, a firm with a signature, a form with scans.
  await payAndIssue(world, [await certifiedWith(world, [])]);
  const firm = legalRegistration({ signatories: signatories(1, await putSignature(world)) });
  await acceptByDeeds(world, (await sendForm(world, 'firm@shiken.example', firm)).procedureId);
  ({ procedureId } = await beginForm(world, 'scans@shiken.example'));
  await putScannedSignature(ctx(), { procedureId, signatoryKey, bytes: sheet });
  const paper = { kind: 'business_details', fileName: 'scan.pdf', bytes: invoicePdf() };
  await uploadPaper(ctx(), { procedureId, ...paper });
}, 120_000);
afterAll(async () => {
  await superuser.close();
  await world.close();
});

const sheet = encodeJpeg(scanOf({ dpi: 150 }), 85, { dpi: 150 });
const ctx = (): FormCtx => ({ ...openCtx(world), applicant: { kind: 'link', chamberId, procedureId } });
const wave = (moved: number): Stroke[] => [
  Array.from({ length: 60 }, (_, i) => ({ x: 20 + moved + i, y: 20 + Math.round(8 * Math.sin(i / 5)), t: i * 10 })),
  [{ x: 100, y: 10, t: 700 }],
];

const hashes = async (): Promise<string[]> =>
  (
    await inChamber(world.house.db, chamberId, (trx) =>
      trx.selectFrom('file').select('sha256').where('chamber_id', '=', chamberId).execute(),
    )
  ).map(({ sha256 }) => sha256.toString('hex'));
const known = (sha256: Buffer): Promise<boolean> =>
  inChamber(world.house.db, chamberId, (trx) => hasFile(trx, chamberId, sha256));
const lies = (sha256: Buffer): Promise<boolean> =>
  world.house.outside.files.get(sha256).then(
    () => true,
    () => false,
  );

/** As if every file had been put two days ago. */
async function age(): Promise<void> {
  const then = new Date(Date.now() - 2 * 86_400_000);
  for (const hash of await hashes()) utimesSync(join(world.files, hash.slice(0, 2), hash.slice(2)), then, then);
}

/** Two nights, a day and more apart, on which nobody uploads anything. */
async function twoNights(): Promise<number> {
  const first = await sweepFiles(openCtx(world));
  world.turn({ hours: 25 });
  await age();
  return first + (await sweepFiles(openCtx(world)));
}

/** A file that nothing points to. */
async function orphan(text: string): Promise<Buffer> {
  const sha256 = await world.house.outside.files.put(Buffer.from(text));
  const file = { sha256, mediaType: 'text/plain', size: text.length };
  await inChamber(world.house.db, chamberId, (trx) => insertFiles(trx, chamberId, world.now(), [file]));
  return sha256;
}

describe('what a row names stays', () => {
  test('after two nights certificates, evidence, seals, signatures and scans are all there', async () => {
    await twoNights(); // of the pages of before: nothing is replaced yet
    const before = (await hashes()).sort();
    expect(await twoNights()).toBe(0);
    expect((await hashes()).sort()).toEqual(before);
    const { chambers } = await audit({ db: world.house.db, files: world.house.outside.files, now: world.now() });
    expect(chambers.flatMap(({ breaches }) => breaches)).toEqual([]);
  });

  test('every column that names a file is known: by its foreign key, or among the JSON columns', async () => {
    const columns = await sql<{ table: string; column: string; type: string }>`
      select table_name as table, column_name as column, data_type as type from information_schema.columns
      where table_schema = 'public' and data_type in ('jsonb', 'bytea', 'text') order by 1, 2`.execute(
      superuser.kysely,
    );
    const naming: string[] = [];
    for (const { table, column, type } of columns.rows) {
      const value = sql.ref(`t.${column}`);
      const names =
        type === 'bytea' ? sql`${value} = file.sha256` : sql`strpos(${value}::text, encode(file.sha256, 'hex')) > 0`;
      const found = await sql`select from ${sql.table(table)} as t, file where ${names} limit 1`.execute(
        superuser.kysely,
      );
      if (found.rows.length > 0) naming.push(`${table}.${column}`);
    }
    const keys = await inChamber(world.house.db, chamberId, listFileColumns);
    const swept = [
      ...keys.map(({ table, column }) => `${table}.${column}`),
      ...jsonThatNamesFiles.map(([table, column]) => `${table}.${column}`),
    ];
    // They say what was done or certified. The picture itself is named by the certificate's and the paper's own columns.
    const onlySay = ['certificate.record', 'event.detail', 'file.sha256'];
    expect(naming.filter((one) => !swept.includes(one) && !onlySay.includes(one))).toEqual([]);
    // And the test has seen them: a world in which nothing is named would pass.
    for (const [table, column] of jsonThatNamesFiles) expect(naming).toContain(`${table}.${column}`);
    expect(naming).toEqual(
      expect.arrayContaining(['paper.file_sha256', 'evidence.sha256', 'evidence_page.picture_sha256']),
    );
  });

  test('a table that begins to point to files tomorrow needs no line here', async () => {
    const sha256 = await orphan('named by a new table');
    const { kysely } = superuser;
    await sql`create table newcomer (chamber_id text, thing bytea, foreign key (chamber_id, thing) references file)`.execute(
      kysely,
    );
    await sql`grant select on newcomer to hakkyu_app`.execute(kysely);
    await sql`insert into newcomer values (${chamberId}, ${sha256})`.execute(kysely);
    await twoNights();
    expect([await known(sha256), await lies(sha256)]).toEqual([true, true]);
    await sql`drop table newcomer`.execute(kysely);
    await twoNights();
    expect([await known(sha256), await lies(sha256)]).toEqual([false, false]);
  });

  test('the same bytes at another chamber stay in the store', async () => {
    const other = {
      chamberId: '9902',
      nameJa: '他',
      nameEn: 'Other',
      cityEn: 'Other, Japan',
      telephone: '-',
      mail: '-',
    };
    await inInstallation(world.house.db, (trx) => insertChamber(trx, other, world.now()));
    const sha256 = await orphan('of two chambers');
    const file = { sha256, mediaType: 'text/plain', size: 3 };
    await inChamber(world.house.db, '9902', async (trx) => {
      await insertFiles(trx, '9902', world.now(), [file]);
      await markUnusedFiles(trx, '9902', new Date(world.now().getTime() + 3 * 86_400_000)); // swept by 9902 later
    });
    await twoNights();
    expect([await known(sha256), await lies(sha256)]).toEqual([false, true]);
  });
});

describe('what nothing names any more goes', () => {
  test('a signature that was drawn again, and the scan before it; not at the first look, and not while it is fresh', async () => {
    const before = new Set(await hashes());
    const draw = async (moved: number): Promise<Buffer> => {
      await putDrawnSignature(ctx(), { procedureId, signatoryKey, strokes: wave(moved) });
      const [row] = (await readForm(ctx(), procedureId)).procedure.content.signatories;
      return Buffer.from(row?.signatureSha256 ?? '', 'hex');
    };
    const [first, second] = [await draw(0), await draw(30)];
    await age();
    expect(await sweepFiles(openCtx(world))).toBe(0);
    world.turn({ hours: 23 });
    expect(await sweepFiles(openCtx(world))).toBe(0);
    world.turn({ hours: 2 });
    await world.house.outside.files.put(await world.house.outside.files.get(first)); // somebody uploads it again just now
    expect(await sweepFiles(openCtx(world))).toBeGreaterThan(0); // the scan's pages and pictures
    expect([await known(first), await lies(first)]).toEqual([true, true]);
    await age();
    await sweepFiles(openCtx(world));
    expect([await known(first), await lies(first)]).toEqual([false, false]);
    expect([await known(second), await lies(second)]).toEqual([true, true]);
    const gone = [...before].filter((hash) => hash !== first.toString('hex'));
    expect((await hashes()).filter((hash) => before.has(hash)).length).toBeLessThan(gone.length);
  });

  test('a form that was forgotten after 60 days, with its papers', async () => {
    const { content } = (await readForm(ctx(), procedureId)).procedure;
    const papers = (await readForm(ctx(), procedureId)).papers.flatMap(({ came }) => came);
    const named = [
      ...content.signatories.map(({ signatureSha256 }) => signatureSha256),
      ...papers.flatMap(({ sha256, pictures }) => [
        sha256?.toString('hex') ?? '',
        ...pictures.map((one) => one.sha256),
      ]),
    ];
    expect(named.length).toBeGreaterThan(2);
    world.turn({ days: 61 });
    expect(await sweepForms(openCtx(world))).toBeGreaterThan(0);
    await twoNights();
    // The invoice is evidence of an application, too: the same bytes, still named there.
    const evidence = await inChamber(world.house.db, chamberId, (trx) =>
      trx.selectFrom('evidence_page').select('picture_sha256').execute(),
    );
    const kept = new Set(evidence.map(({ picture_sha256 }) => picture_sha256.toString('hex')));
    const signature = Buffer.from(named[0] ?? '', 'hex');
    expect(kept.has(named[0] ?? '')).toBe(false);
    expect([await known(signature), await lies(signature)]).toEqual([false, false]);
  });

  test('somebody names it between the two looks: the mark is gone, and it stays', async () => {
    const sha256 = await orphan('named in time');
    await sweepFiles(openCtx(world));
    world.turn({ hours: 25 });
    await age();
    const marked = (): Promise<Buffer[]> =>
      inChamber(world.house.db, chamberId, (trx) => listUnusedFiles(trx, chamberId, new Date(8e15)));
    expect((await marked()).some((one) => one.equals(sha256))).toBe(true);
    await orphan('named in time');
    expect((await marked()).some((one) => one.equals(sha256))).toBe(false);
    expect([await known(sha256), await lies(sha256)]).toEqual([true, true]);
  });
});

describe('a form takes so much and no more', () => {
  test('100 uploads and 200 MB, and three more for each signatory; replaced ones count', async () => {
    expect(uploadRoom({ signatories: [] })).toEqual({ uploads: 100, bytes: 200_000_000 });
    const begun = await beginForm(world, 'room@shiken.example');
    const own: FormCtx = { ...ctx(), applicant: { kind: 'link', chamberId, procedureId: begun.procedureId } };
    const of = { procedureId: begun.procedureId, signatoryKey };
    const taken = (values: { uploads?: number; uploaded_bytes?: string }): Promise<unknown> =>
      inChamber(world.house.db, chamberId, (trx) =>
        trx.updateTable('procedure').set(values).where('procedure_id', '=', begun.procedureId).execute(),
      );
    await taken({ uploads: 102 });
    await putDrawnSignature(own, { ...of, strokes: wave(0) }); // the 103rd of 103
    const full = { code: 'invalid', fields: [{ field: 'strokes', ja: expect.stringContaining('103件・合計205MB') }] };
    await expect(putDrawnSignature(own, { ...of, strokes: wave(9) })).rejects.toMatchObject(full);
    await taken({ uploads: 0, uploaded_bytes: String(205_000_000 - sheet.length) });
    await putScannedSignature(own, { ...of, bytes: sheet });
    await expect(putScannedSignature(own, { ...of, bytes: sheet })).rejects.toMatchObject({
      ...{ code: 'invalid', fields: [{ field: 'file' }] },
    });
    const paper = { kind: 'business_details', fileName: 'scan.pdf', bytes: invoicePdf() };
    await expect(uploadPaper(own, { procedureId: of.procedureId, ...paper })).rejects.toMatchObject({
      ...{ code: 'invalid', fields: [{ field: 'file' }] },
    });
    // What needs no upload goes on.
    await changeForm(own, { procedureId: of.procedureId }, (content) => ({ ...content, telephone: '00-2222-3333' }));
  });
});
