// What is drawn: a certificate as our own drawer takes it, and its texts as any other library does.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoSignature } from '../../demo/signature.ts';
import type { GoodsLine, OriginContent } from '../../src/applications/forms/origin/content.ts';
import { originForm } from '../../src/applications/forms/origin/form.ts';
import { manyGoods } from '../../src/applications/forms/origin/sheet-fixture.ts';
import { type OriginWording, originWording } from '../../src/applications/forms/origin/wording.ts';
import { drawRecord, type PaperSecrets, recordSheets } from '../../src/certificates/draw-record.ts';
import { type CertificateRecord, recordOf } from '../../src/certificates/record.ts';
import { shapesOf, type TextRun } from '../../src/paper/page.ts';
import { publicView } from '../../src/verification/public-view.ts';
import { root } from '../root.ts';

/** A labelled box, in printed lines. */
export type PlainBox = { label: string; lines: readonly string[] };

/** The same certificate as texts: what a rival is asked to put on sheets of A4, in boxes and a table on each. */
export type PlainPaper = {
  title: string;
  boxes: readonly PlainBox[];
  marks: readonly string[];
  head: readonly string[];
  rows: readonly (readonly string[])[];
  feet: readonly PlainBox[];
  /** How many sheets ours has. */
  sheets: number;
};

type OriginRecord = CertificateRecord<OriginContent, OriginWording>;

export type Paper = { record: OriginRecord; secrets: PaperSecrets; plain: PlainPaper };

const marks = '見本商事\n髙﨑 大阪\nNO. 1-UP';

/** So that twenty lines are a sheet. */
const onOneLine = (line: GoodsLine, index: number): GoodsLine => ({
  ...line,
  description: `Deep groove ball bearing, item ${index + 1}`,
});

export async function paperOf(goodsLines: number): Promise<Paper> {
  const signature = demoSignature();
  const content = manyGoods(goodsLines);
  const record = recordOf(originForm).parse({
    ...{
      schema: originForm.recordSchema,
      template: originForm.template,
      number: '9901-2026-000123-K',
      date: '2026-11-22',
    },
    chamber: { code: '9901', nameEn: 'The Mihon Chamber (Demo)', nameJa: '見本商工会議所(デモ)', cityEn: 'Mihon' },
    ...{ receiptNumber: '2026-000123', exporterName: 'MIHON TRADING CO., LTD. (DEMO)' },
    signatory: {
      ...{ name: 'Hanako Mihon', title: 'Manager' },
      signatureSha256: createHash('sha256').update(signature).digest('hex'),
    },
    certifier: { name: 'Jiro Ninsho (Demo)', title: 'Manager, Certification Section' },
    wording: originWording,
    content: { ...content, marks, goods: content.goods.map(onOneLine) },
  });
  const secrets: PaperSecrets = {
    ...{ version: 'ORIGINAL', accessCode: '7K3M-9QXD-2FHW-R', referenceHost: 'ref.example.jp', signature },
    qrAddress: 'HTTPS://REF.EXAMPLE.JP/R/7K3M9QXD2FHWR0ABCDEFGHJKMN',
    seal: { kind: 'png', png: readFileSync(join(root, 'demo', 'seal.png')) },
  };
  const { pages } = await drawRecord(record, secrets);
  return { record, secrets, plain: plainOf(record, secrets, pages) };
}

function plainOf(record: OriginRecord, secrets: PaperSecrets, sheets: number): PlainPaper {
  const { title, boxes, goods, declaration, certification, number } = publicView(record);
  return {
    ...{ title, boxes, sheets, marks: marks.split('\n'), head: ['Packages', goods.label, goods.quantityLabel] },
    rows: [...goods.lines, ...goods.totals].map((row) => [row.packages, row.description, row.quantity]),
    feet: [
      ...[declaration, certification],
      { label: '', lines: [number, secrets.version, secrets.accessCode, secrets.referenceHost] },
    ],
  };
}

/** The rows of each sheet: all draw as many sheets as we do, each with title and head. */
export function rowsBySheet({ rows, sheets }: PlainPaper): (readonly (readonly string[])[])[] {
  const each = Math.ceil(rows.length / sheets);
  return Array.from({ length: sheets }, (_, sheet) => rows.slice(sheet * each, (sheet + 1) * each));
}

export const textsOf = ({ title, boxes, marks: own, rows, feet }: PlainPaper): string[] => [
  ...[title, ...own, ...rows.flat()],
  ...[...boxes, ...feet].flatMap(({ label, lines }) => [label, ...lines]),
];

/** All that can be read on our sheets. Whether letters set apart are one word is the reader's guess: they are given apart. */
export const textsOnSheets = ({ record, secrets }: Paper): string[] =>
  recordSheets(record, secrets)
    .flatMap(({ parts }) => shapesOf(parts))
    .filter((shape): shape is TextRun => shape.kind === 'text' && !shape.outlined)
    .map(({ text, spacing }) => (spacing ? [...text].join(' ') : text));
