// The five papers that are looked at and read back: docs/gallery shows them, tests hold what other readers find in them.
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoSignature } from '../../demo/signature.ts';
import { manyGoods } from '../../src/applications/forms/origin/sheet-fixture.ts';
import { drawRecord, type PaperSecrets } from '../../src/certificates/draw-record.ts';
import { certificateNumber } from '../../src/certificates/numbers.ts';
import { parseRecord } from '../../src/certificates/render-file.ts';
import { openKeyFile, type Signer } from '../../src/outside/signer.ts';
import { makeKeyFile } from '../../src/outside/signer-make-key.ts';
import { fillSignature, signPdf } from '../../src/paper/pdf-signature.ts';
import { certificateContent, type UsageStatement } from '../../src/payments/usage-statement.ts';
import { OriginRecord } from '../origin-record.ts';
import { root } from '../root.ts';

export const sampleNames = ['one-line', 'three-sheets', 'six-hundred-lines', 'full-boxes', 'japanese-marks'] as const;
export type SampleName = (typeof sampleNames)[number];

/** The moment that all of them are signed at. */
export const signedAt = new Date('2026-11-20T03:00:00Z');
const signature = demoSignature();

const filed = (name: string): OriginRecord =>
  OriginRecord.parse(parseRecord(JSON.parse(readFileSync(join(root, 'docs/samples', `${name}.json`), 'utf8'))));

const parts = ['Deep groove ball bearing', 'Hexagon socket screw of steel', 'Linear guide rail', 'Gasket of rubber'];

/** Six hundred lines are made, not filed: a file of them would show nothing that twenty do not. */
function sixHundred(): OriginRecord {
  const content = manyGoods(600);
  const goods = content.goods.map((line, i) => ({ ...line, description: `${parts[i % parts.length]}, item ${i + 1}` }));
  const number = certificateNumber('0001', 2026, 5);
  return OriginRecord.parse(
    parseRecord({ ...filed('one-line'), number, receiptNumber: 'D2026-001005', content: { ...content, goods } }),
  );
}

/** As certified: with the digest of the signature picture that will stand in box 9. */
export function sampleRecord(name: SampleName): OriginRecord {
  const record = name === 'six-hundred-lines' ? sixHundred() : filed(name);
  const signatureSha256 = createHash('sha256').update(signature).digest('hex');
  return { ...record, signatory: { ...record.signatory, signatureSha256 } };
}

export const secretsOf = (version: PaperSecrets['version']): PaperSecrets => ({
  version,
  accessCode: '7K3M-9QXD-2FHW-R',
  qrAddress: 'HTTPS://REF.EXAMPLE.JP/R/7K3M9QXD2FHWR0ABCDEFGHJKMN',
  referenceHost: 'ref.example.jp',
  seal: { kind: 'png', png: readFileSync(join(root, 'demo/seal.png')) },
  signature,
});

/** A chamber's key that lives as long as the process. */
export async function throwAwaySigner(chamberName: string): Promise<Signer> {
  const folder = mkdtempSync(join(tmpdir(), 'hakkyu-key-'));
  try {
    await makeKeyFile(folder, chamberName, signedAt);
    return await openKeyFile(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Drawn and signed as it is issued. */
export async function signedPaper(
  record: OriginRecord,
  version: PaperSecrets['version'],
  signer: Signer,
): Promise<Buffer> {
  const room = { field: 'chamber', reason: 'Certified', at: signedAt };
  const { pdf } = await drawRecord(record, secretsOf(version), room);
  return fillSignature(pdf, await signPdf(pdf, signer, signedAt));
}

/** ご利用明細 of the first of them. */
export const demoStatement: UsageStatement = {
  chamber: {
    nameJa: 'なにわ商工会議所（デモ）',
    nameEn: 'The Naniwa Chamber of Commerce and Industry (Demo)',
    telephone: '06-0000-0000',
    mail: 'trade@naniwa.example',
  },
  taxNumber: 'T9000000000000',
  taxPercent: 10,
  recipient: { nameJa: '株式会社デモ精密機械', nameEn: 'Demo Precision Machinery Co., Ltd.' },
  day: '2026-11-20',
  content: certificateContent({
    receiptNumber: 'D2026-001001',
    certificateNumber: certificateNumber('0001', 2026, 1),
    invoiceNumbers: ['DPM-2026-1187'],
  }),
  paymentId: '019aa7c2-6c00-7000-8000-00000000d3e0',
  yen: 1260,
};
