// 交付: stopped after each step and begun again, the same certificate gets one leaf, one signature a paper, and one file.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readApplication } from '../src/applications/read.ts';
import { listDesk } from '../src/applications/read-desk.ts';
import { holdStuck, resumeHeld } from '../src/certificates/held.ts';
import { type IssueStep, issueCertificate } from '../src/certificates/issue.ts';
import { findPaper } from '../src/certificates/papers-store.ts';
import { comparePaper, PaperMismatch } from '../src/certificates/read-paper.ts';
import { findLiveCertificate } from '../src/certificates/store.ts';
import { inChamber } from '../src/lib/db.ts';
import { readSignature } from '../src/paper/read-pdf-signature.ts';
import { reconcilePayment } from '../src/payments/reconcile.ts';
import { startPayment } from '../src/payments/start-payment.ts';
import { contextOf } from './deeds.ts';
import { type PayingWorld, pay, startPayingWorld } from './paying-world.ts';

let world: PayingWorld;
beforeAll(async () => {
  world = await startPayingWorld();
});
afterAll(() => world.close());

async function paid(): Promise<{ chamberId: string; applicationId: string }> {
  const ids = await world.certified(1);
  const { paymentId, url } = await startPayment(await world.firm(), { applicationIds: ids, locale: 'ja' });
  await pay(url);
  await reconcilePayment(world.open(), paymentId);
  return { chamberId: '9901', applicationId: ids[0] ?? '' };
}

async function papersOf(of: { chamberId: string; applicationId: string }) {
  return inChamber(world.house.db, '9901', async (trx) => {
    const certificate = await findLiveCertificate(trx, of);
    if (!certificate) throw new Error('no certificate');
    const papers = [await findPaper(trx, certificate, 'ORIGINAL'), await findPaper(trx, certificate, 'COPY')];
    return { certificate, papers: papers.filter((paper) => paper !== undefined) };
  });
}
const leaves = async (): Promise<number> =>
  (await sql<{ n: number }>`select count(*)::int as n from log_leaf`.execute(world.house.db.kysely)).rows[0]?.n ?? 0;

describe('交付', () => {
  test('ORIGINAL and COPY are signed by the chamber, and say what was certified', async () => {
    const of = await paid();
    await issueCertificate(world.open(), of);
    const { application } = await readApplication(await world.firm(), of.applicationId);
    expect(application.status).toBe('issued');
    const { certificate, papers } = await papersOf(of);
    for (const paper of papers) {
      const pdf = await world.house.outside.files.get(paper.fileSha256 ?? Buffer.alloc(0));
      expect(readSignature(pdf)).toMatchObject({ ok: true });
      const folder = mkdtempSync(join(tmpdir(), 'hakkyu-paper-'));
      writeFileSync(join(folder, 'p.pdf'), pdf);
      try {
        const text = execFileSync('pdftotext', ['-layout', join(folder, 'p.pdf'), '-'], { encoding: 'utf8' });
        for (const words of [
          certificate.number,
          paper.version,
          'SAMPLE IMPORTS INC.',
          'Ball bearings of steel',
          'TOTAL',
        ])
          expect(text).toContain(words);
      } catch (error) {
        if ((error as { code?: string }).code !== 'ENOENT') throw error;
        process.stdout.write('pdftotext is not installed: the text was read by pdfium alone\n');
      }
      rmSync(folder, { recursive: true });
    }
  });

  const stops: [IssueStep, 'ORIGINAL' | 'COPY' | undefined][] = [
    ['leaf', undefined],
    ['drawn', 'ORIGINAL'],
    ['signed', 'ORIGINAL'],
    ['stored', 'ORIGINAL'],
    ['drawn', 'COPY'],
    ['signed', 'COPY'],
    ['stored', 'COPY'],
    ['issued', undefined],
  ];
  test.each(stops)(
    'stopped after %s %s and begun again: one leaf, and the signature that was made',
    async (stop, version) => {
      const of = await paid();
      const before = await leaves();
      const stopping = issueCertificate(world.open(), of, (step, at) => {
        if (step === stop && at === version) throw new Error('the power went off');
      });
      await expect(stopping).rejects.toThrow('the power went off');
      const signedBefore = (await papersOf(of)).papers.map((paper) => paper.cms.toString('hex'));
      await Promise.all([issueCertificate(world.open(), of), issueCertificate(world.open(), of)]);
      expect((await readApplication(await world.firm(), of.applicationId)).application.status).toBe('issued');
      expect(await leaves()).toBe(before + 1);
      const after = (await papersOf(of)).papers;
      expect(after.map((paper) => paper.fileSha256 !== null)).toEqual([true, true]);
      expect(after.map((paper) => paper.cms.toString('hex')).slice(0, signedBefore.length)).toEqual(signedBefore);
    },
  );

  test('signed, and then drawn by another build of the packer: signed anew, as nobody has a file yet', async () => {
    const of = await paid();
    const stopping = issueCertificate(world.open(), of, (step) => {
      if (step === 'signed') throw new Error('the power went off');
    });
    await expect(stopping).rejects.toThrow('the power went off');
    const { certificate, papers } = await papersOf(of);
    await inChamber(world.house.db, '9901', (trx) =>
      trx
        .updateTable('paper')
        .set({ drawn_sha256: Buffer.alloc(32, 7) })
        .where('certificate_id', '=', certificate.certificateId)
        .execute(),
    );
    await issueCertificate(world.open(), of);
    expect((await readApplication(await world.firm(), of.applicationId)).application.status).toBe('issued');
    const after = (await papersOf(of)).papers;
    expect(after[0]?.cms.equals(papers[0]?.cms ?? Buffer.alloc(0))).toBe(false);
  });

  test('what is not paid is not issued', async () => {
    const [applicationId = ''] = await world.certified(1);
    await issueCertificate(world.open(), { chamberId: '9901', applicationId });
    expect((await readApplication(await world.firm(), applicationId)).application.status).toBe('certified');
  });

  test('a signature that is over another file never gets out: no file is stored, nothing is issued', async () => {
    const of = await paid();
    const { outside } = world.house;
    const { papers } = await papersOf(of);
    expect(papers).toEqual([]);
    // A signer whose signature is not over this file.
    const signer = await outside.signerOf('9901');
    const broken = {
      ...outside,
      signerOf: async () => ({ ...signer, sign: async () => signer.sign(Buffer.from('another file')) }),
    };
    await issueCertificate({ ...world.open(), outside: broken }, of).catch(() => undefined);
    const { application } = await readApplication(await world.firm(), of.applicationId);
    expect(application.status).not.toBe('issued');
    expect((await papersOf(of)).papers.every((paper) => paper.fileSha256 === null)).toBe(true);
  });

  test('reading back notices one character too many', async () => {
    const page = { width: 210, height: 297, parts: [] };
    const of = await paid();
    await issueCertificate(world.open(), of);
    const { papers } = await papersOf(of);
    const pdf = await world.house.outside.files.get(papers[0]?.fileSha256 ?? Buffer.alloc(0));
    await expect(comparePaper(pdf, [page])).rejects.toThrow(PaperMismatch);
    await expect(comparePaper(pdf, [])).rejects.toThrow(PaperMismatch);
  });
});

describe('保留', () => {
  test('paid and not issued within five minutes: held, in a list of its own, and let go on by the chamber', async () => {
    const of = await paid();
    expect(await holdStuck(world.open())).toBe(0);
    world.turn({ minutes: 6 });
    expect(await holdStuck(world.open())).toBeGreaterThan(0);
    expect((await readApplication(await world.firm(), of.applicationId)).application.status).toBe('held');
    const certifier = { ...(await contextOf(world, 'certifier')), now: world.now() };
    const { rows } = await listDesk(certifier, { statuses: ['held'] }, 1);
    expect(rows.map((row) => row.applicationId)).toContain(of.applicationId);
    await expect(resumeHeld(await world.firm(), of)).rejects.toMatchObject({ code: 'not_allowed' });
    await resumeHeld(certifier, of);
    await expect(resumeHeld(certifier, of)).rejects.toMatchObject({ code: 'conflict' });
    // Let go on just now: it is given its five minutes again.
    expect(await holdStuck(world.open())).toBe(0);
    await world.work();
    expect((await readApplication(await world.firm(), of.applicationId)).application.status).toBe('issued');
  });
});
