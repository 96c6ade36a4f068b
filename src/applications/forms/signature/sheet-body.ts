// Box 4: what is declared, in the order in which it is read, flowed over sheets.
import { type Flowing, flow, type Part } from '../../../paper/letter-flow.ts';
import { widthOf } from '../../../paper/text.ts';
import { printedDate } from '../printed-date.ts';
import { contentStyle } from '../sheet/measures.ts';
import {
  type Column,
  endBlock,
  type Fact,
  factsBlock,
  headingBlock,
  measure,
  proseBlock,
  tableBlock,
  titleBlock,
} from '../sheet/text-blocks.ts';
import { partsFor, type SignatureContent } from './content.ts';
import { bodyRoom } from './sheet-layout.ts';
import type { DocumentWords, SignatureWording } from './wording.ts';

const filled = (...parts: readonly string[]): string[] =>
  parts.map((part) => part.trim()).filter((part) => part !== '');
const linesOf = (...parts: readonly string[]): string[] => filled(...parts).flatMap((part) => part.split(/\r\n|\r|\n/));

export const wordsFor = (content: SignatureContent, wording: SignatureWording): DocumentWords =>
  wording.document[content.language];

/** Of the free form the one that was typed; empty before a document is chosen. */
export function documentTitle(content: SignatureContent, wording: SignatureWording): string {
  const { document } = content.request;
  if (document === '' || document === 'other') return content.title.trim();
  return wordsFor(content, wording).titles[document];
}

/** Who made the products and where, or what was translated: what was not given is not named. */
export function documentFacts(content: SignatureContent, wording: SignatureWording): Fact[] {
  const words = wordsFor(content, wording);
  const parts = partsFor(content);
  const { maker, plant, translation } = content;
  const facts: Fact[] = [];
  if (parts.maker) facts.push({ name: words.maker, lines: linesOf(maker.name, maker.address, maker.country) });
  if (parts.plant) facts.push({ name: words.plant, lines: linesOf(plant.name, plant.address) });
  if (parts.translation) {
    facts.push(
      { name: words.original, lines: linesOf(translation.original) },
      { name: words.issuer, lines: linesOf(translation.issuer) },
      { name: words.date, lines: linesOf(printedDate(translation.date)) },
      { name: words.translatedFrom, lines: linesOf(translation.from) },
      { name: words.translatedInto, lines: [words.language] },
    );
  }
  return facts.filter(({ lines }) => lines.length > 0);
}

/** The table of products as text; lot and quantity only where some line has one. */
export function productTable(
  content: SignatureContent,
  wording: SignatureWording,
): { columns: Column[]; rows: string[][] } {
  const words = wordsFor(content, wording).goods;
  const { goods } = content;
  const rows = goods.map(({ description, lot, quantity, unit }, i) => ({
    no: String(i + 1),
    description: description.trim(),
    lot: lot.trim(),
    quantity: filled(quantity, unit).join(' '),
  }));
  const hasLot = rows.some(({ lot }) => lot !== '');
  const hasQuantity = rows.some(({ quantity }) => quantity !== '');
  const taken = numberWidth + (hasLot ? lotWidth : 0) + (hasQuantity ? quantityWidth : 0);
  const columns: Column[] = [
    { title: words.no, width: numberWidth, right: true },
    { title: words.description, width: measure.width - taken },
    ...(hasLot ? [{ title: words.lot, width: lotWidth }] : []),
    ...(hasQuantity ? [{ title: words.quantity, width: quantityWidth, right: true }] : []),
  ];
  return {
    columns,
    rows: rows.map(({ no, description, lot, quantity }) => [
      no,
      description,
      ...(hasLot ? [lot] : []),
      ...(hasQuantity ? [quantity] : []),
    ]),
  };
}
/** Room for four digits. */
const numberWidth = widthOf('0000', contentStyle) + 3;
const [lotWidth, quantityWidth] = [38, 34];

function blocksOf(content: SignatureContent, wording: SignatureWording): Flowing[] {
  const words = wordsFor(content, wording);
  const parts = partsFor(content);
  const title = documentTitle(content, wording);
  const facts = documentFacts(content, wording);
  const { columns, rows } = productTable(content, wording);
  const { statement, translation } = content;
  const blocks: Flowing[] = [];
  if (title !== '') blocks.push(titleBlock(title));
  if (statement.trim() !== '') blocks.push(proseBlock(statement));
  if (facts.length > 0) blocks.push(factsBlock(facts));
  if (parts.goods && rows.length > 0) blocks.push(tableBlock(columns, rows));
  if (parts.translation && translation.text.trim() !== '')
    blocks.push(headingBlock(words.translation), proseBlock(translation.text));
  return blocks.length === 0 ? [] : [...keptToEnd(blocks), endBlock];
}

/** The closing strokes do not go to a sheet of their own: the last line comes along. */
const keptToEnd = (blocks: readonly Flowing[]): Flowing[] =>
  blocks.map((block, i) => (i === blocks.length - 1 ? { ...block, keepsNext: true } : block));

/** Box 4 of each sheet; always one sheet at least. */
export const declaredSheets = (content: SignatureContent, wording: SignatureWording): Part[][] =>
  flow(blocksOf(content, wording), { top: bodyRoom.top, nextTop: bodyRoom.top, bottom: bodyRoom.bottom });
