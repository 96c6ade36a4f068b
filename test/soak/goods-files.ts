// Random goods written as every file that people send, and read again: not one character other than it was.
import { utils, write as writeBook } from '@e965/xlsx';
import { GoodsLine } from '../../src/applications/forms/origin/content.ts';
import { goodsFromTable, goodsToTable } from '../../src/applications/forms/origin/goods-file.ts';
import { guardCell } from '../../src/lib/formula-guard.ts';
import { readTable } from '../../src/lib/table-file.ts';
import { writeCsv, writeTsv } from '../../src/lib/table-write.ts';
import { type Random, randomFrom } from './random.ts';
import type { SoakResult } from './scale.ts';

const plain = [...'abcXYZ0189'] as [string, ...string[]];
const awkward = ['"', '""', "'", '\t', '\n', ',', ';', '=', '+', '-', '@', '|', ' ', '%', '\\'] as [
  string,
  ...string[],
];
const japanese = [...'髙﨑①㈱Ⅲ～・荷印番号漢字ソ能表予ー'] as [string, ...string[]];
/** Not in CP932: such goods cannot be saved in it by anybody. */
const beyond = [...'éÅ𠮷鷗ø€ﾊ'] as [string, ...string[]];

type Kind = { name: string; holds: (goods: string) => boolean; bytes: (rows: string[][]) => Uint8Array };

const kinds: readonly Kind[] = [
  { name: 'goods.tsv', holds: () => true, bytes: (rows) => Buffer.from(writeTsv(rows), 'utf8') },
  { name: 'bom.tsv', holds: () => true, bytes: (rows) => Buffer.from(`\uFEFF${writeTsv(rows)}`, 'utf8') },
  { name: 'unicode.txt', holds: () => true, bytes: (rows) => Buffer.from(`\uFEFF${writeTsv(rows)}`, 'utf16le') },
  {
    name: 'unicode-be.txt',
    holds: () => true,
    bytes: (rows) => Buffer.from(`\uFEFF${writeTsv(rows)}`, 'utf16le').swap16(),
  },
  { name: 'bom.csv', holds: () => true, bytes: (rows) => Buffer.from(`\uFEFF${writeCsv(rows)}`, 'utf8') },
  {
    name: 'japan.csv',
    holds: (text) => cp932(text) !== undefined,
    bytes: (rows) => cp932(writeCsv(rows)) ?? Buffer.alloc(0),
  },
  {
    name: 'japan.tsv',
    holds: (text) => cp932(text) !== undefined,
    bytes: (rows) => cp932(writeTsv(rows)) ?? Buffer.alloc(0),
  },
  { name: 'goods.xlsx', holds: () => true, bytes: workbook },
];

export async function soakGoodsFiles(count: number, seed: number): Promise<SoakResult> {
  const random = randomFrom(seed);
  const done: Record<string, number> = { tables: 0, cells: 0 };
  const add = (what: string, many: number): void => {
    done[what] = (done[what] ?? 0) + many;
  };
  const faults: string[] = [];
  for (let i = 0; i < count; i++) {
    const also = random.oneIn(3) ? beyond : japanese;
    const goods = random.some(1, 12, () => goodsLine(random, also));
    const rows = goodsToTable(goods, random.oneIn(2) ? 'ja' : 'en');
    add('tables', 1);
    add('cells', rows.flat().length);
    for (const kind of kinds.filter(({ holds }) => holds(rows.flat().join('')))) {
      const fault = await faultOf(kind, goods, rows);
      add(kind.name, 1);
      if (fault !== undefined) faults.push(`table ${i + 1} as ${kind.name}: ${fault}`);
    }
  }
  return { done, faults };
}

async function faultOf(
  { name, bytes }: Kind,
  goods: readonly GoodsLine[],
  rows: string[][],
): Promise<string | undefined> {
  const read = await readTable(bytes(rows), name);
  if (!read.ok) return JSON.stringify(read.problems[0]);
  const again = goodsFromTable(read.rows);
  if (again.problems.length > 0) return JSON.stringify(again.problems[0]);
  return JSON.stringify(again.goods) === JSON.stringify(goods) ? undefined : firstChange(goods, again.goods);
}

function firstChange(goods: readonly GoodsLine[], again: readonly GoodsLine[]): string {
  const at = goods.findIndex((line, i) => JSON.stringify(line) !== JSON.stringify(again[i]));
  return JSON.stringify({ row: at + 2, was: goods[at], is: again[at] });
}

/** As a cell keeps it: spaces at its ends mean nothing. */
function cell(random: Random, most: number, also: readonly [string, ...string[]]): string {
  const from = () => (random.oneIn(3) ? awkward : random.oneIn(2) ? plain : also);
  return random
    .some(0, most, () => random.pick(from()))
    .join('')
    .normalize('NFC')
    .trim();
}

function goodsLine(random: Random, also: readonly [string, ...string[]]): GoodsLine {
  return GoodsLine.parse({
    marks: cell(random, 30, also),
    packages: random.oneIn(4) ? '' : String(random.below(5000)),
    packageKind: cell(random, 8, plain),
    // Begins with a letter: a line without a description would be a blank row, and be left out.
    description: `B${cell(random, 60, also)}`,
    hsCode: `0${random.below(99_999)}`,
    origin: cell(random, 6, plain),
    quantity: `${random.below(9999)}.${random.below(100)}0`,
    unit: cell(random, 5, plain),
  });
}

/** Cells as text, a formula sign made harmless as in every export. */
function workbook(rows: string[][]): Uint8Array {
  const sheet = utils.aoa_to_sheet(rows.map((row) => row.map((text) => ({ t: 's' as const, v: guardCell(text) }))));
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'Goods');
  return writeBook(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array;
}

let codes: Map<string, number[]> | undefined;

/** Undefined when a character is not in it. Node reads CP932 and does not write it: the table is turned round. */
function cp932(text: string): Buffer | undefined {
  codes ??= cp932Codes();
  const bytes: number[] = [];
  for (const char of text) {
    const code = codes.get(char);
    if (code === undefined) return undefined;
    bytes.push(...code);
  }
  return Buffer.from(bytes);
}

function cp932Codes(): Map<string, number[]> {
  const found = new Map<string, number[]>();
  const decoder = new TextDecoder('shift_jis');
  for (let code = 0; code < 0x80; code++) found.set(String.fromCharCode(code), [code]);
  for (let lead = 0x81; lead <= 0xfc; lead++)
    for (let trail = 0x40; trail <= 0xfc; trail++) {
      const char = decoder.decode(Uint8Array.of(lead, trail));
      if ([...char].length === 1 && char !== '\uFFFD' && !found.has(char)) found.set(char, [lead, trail]);
    }
  return found;
}
