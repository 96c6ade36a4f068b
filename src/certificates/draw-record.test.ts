import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import createQpdf from '@neslinesli93/qpdf-wasm';
import { describe, expect, test } from 'vitest';
import { demoSeal } from '../applications/forms/origin/sheet-fixture.ts';
import { openKeyFile } from '../outside/signer.ts';
import { makeKeyFile } from '../outside/signer-make-key.ts';
import { fillSignature, signPdf } from '../paper/pdf-signature.ts';
import { readSignature } from '../paper/read-pdf-signature.ts';
import { drawRecord, type PaperSecrets, recordJson, recordSheets } from './draw-record.ts';
import type { CertificateRecord } from './record.ts';
import { parseRecord } from './render-file.ts';

const at = new Date('2026-11-22T03:00:00Z');
const file = join(import.meta.dirname, '../../docs/samples/three-sheets.json');
const sample: CertificateRecord = parseRecord(JSON.parse(readFileSync(file, 'utf8')));

const secrets: PaperSecrets = {
  version: 'ORIGINAL',
  accessCode: '7K3M-9QXD-2FHW-R',
  qrAddress: 'HTTPS://REF.EXAMPLE.JP/R/7K3M9QXD2FHWR0ABCDEFGHJKMN',
  referenceHost: 'ref.example.jp',
  seal: { kind: 'form', form: demoSeal },
};

type Qpdf = {
  FS: { writeFile(path: string, bytes: Uint8Array): void; readFile(path: string): Uint8Array };
  callMain(args: string[]): number;
};

const qpdfOf = async (): Promise<Qpdf> => {
  const wasm = createRequire(import.meta.url).resolve('@neslinesli93/qpdf-wasm/dist/qpdf.wasm');
  return (await createQpdf({ locateFile: () => wasm })) as unknown as Qpdf;
};

/** A signature of one blue pixel, its opacity at will: PNGs that differ in bytes, and so in digest. */
function dot(opacity: number): Buffer {
  const chunk = (type: string, body: Buffer): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(body.length);
    return Buffer.concat([length, Buffer.from(type, 'latin1'), body, Buffer.alloc(4)]);
  };
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0]);
  const data = deflateSync(Buffer.from([0, 0, 0, 255, opacity]));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

const withSignature = (png: Buffer): CertificateRecord => ({
  ...sample,
  signatory: { ...sample.signatory, signatureSha256: createHash('sha256').update(png).digest('hex') },
});

describe('the paper as a file', () => {
  test('qpdf finds no fault, and takes out the record exactly as it was attached', async () => {
    const { pdf } = await drawRecord(sample, secrets);
    const qpdf = await qpdfOf();
    qpdf.FS.writeFile('/in.pdf', pdf);
    expect(qpdf.callMain(['--check', '/in.pdf'])).toBe(0);
    const again = await qpdfOf();
    again.FS.writeFile('/in.pdf', pdf);
    expect(again.callMain(['--qdf', '--object-streams=disable', '/in.pdf', '/out.pdf'])).toBe(0);
    expect(Buffer.from(again.FS.readFile('/out.pdf')).includes(Buffer.from(recordJson(sample), 'utf8'))).toBe(true);
  });

  test('the secrets of its printing are not in the record', () => {
    expect(recordJson(sample)).not.toContain(secrets.accessCode);
    expect(recordJson(sample)).not.toContain('7K3M9QXD2FHWR0');
  });

  test('the chamber signs it: one signature over every byte', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hakkyu-paper-'));
    try {
      await makeKeyFile(join(folder, 'key'), sample.chamber.nameEn, at);
      const signer = await openKeyFile(join(folder, 'key'));
      const { pdf } = await drawRecord(sample, secrets, { field: 'chamber', reason: 'Certified', at });
      const signed = fillSignature(pdf, await signPdf(pdf, signer, at));
      expect(readSignature(signed)).toMatchObject({ ok: true, keyId: signer.keyId });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('the signature picture is the certified one, or nothing is drawn', async () => {
    const record = withSignature(dot(255));
    const { pdf } = await drawRecord(record, { ...secrets, signature: dot(255) });
    expect(pdf.toString('latin1')).toContain('/Subtype /Image');
    await expect(drawRecord(record, { ...secrets, signature: dot(254) })).rejects.toThrow('signature picture');
    await expect(drawRecord(record, secrets)).rejects.toThrow('signature picture');
  });
});

describe('who applied', () => {
  const words = (record: CertificateRecord): string => JSON.stringify(recordSheets(record, secrets));

  test('stands in the foot of every sheet where a sub ID did; a record without it is drawn as ever', () => {
    const unsigned = { ...sample, signatory: { ...sample.signatory, signatureSha256: null } };
    const bySub = parseRecord({ ...unsigned, appliedBy: { id: 'U0001-01', under: 'U0001' } });
    const lines = words(bySub).match(/Applied for by U0001-01 under U0001/g);
    expect(lines).toHaveLength(recordSheets(bySub, secrets).length);
    expect(words(unsigned)).not.toContain('Applied for');
    expect(words(bySub).replaceAll('   Applied for by U0001-01 under U0001', '')).toBe(words(unsigned));
  });
});
