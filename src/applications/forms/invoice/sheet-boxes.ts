// Boxes 1 to 6 and the place and date of box 8: what they say, and whether it fits. They do not flow to a second sheet.
import { breakLines } from '../../../paper/text.ts';
import type { BoxFit } from '../content.ts';
import { printedDate } from '../printed-date.ts';
import { clearBelow, contentStyle, labelHeight, pad, pitch, placeLines } from '../sheet/measures.ts';
import type { InvoiceContent, TransportWay } from './content.ts';
import { documentFormOf } from './document-kinds.ts';
import { boxes } from './sheet-layout.ts';

export const fixedBoxes = ['1', '2', '3', '4', '5', '6'] as const;
export type FixedBox = (typeof fixedBoxes)[number];
export type FittedBox = FixedBox | '8';

export const filled = (...parts: readonly string[]): string[] =>
  parts.map((part) => part.trim()).filter((part) => part !== '');
const beside = (by: string, ...parts: readonly string[]): string[] => filled(filled(...parts).join(by));
/** `head words`, or nothing where there are no words. */
const headed = (head: string, words: string): string[] => (words.trim() === '' ? [] : [`${head} ${words.trim()}`]);

const ways: Readonly<Record<TransportWay, string>> = {
  sea: 'By sea',
  air: 'By air',
  post: 'By post',
  courier: 'By courier',
  rail: 'By rail',
  road: 'By road',
  several: 'Multimodal transport',
};

function shippingText({ by, carrier, from, to, toCountry, via, date }: InvoiceContent['shipping']): string[] {
  const route = [...headed('From', from), ...headed('to', filled(to, toCountry).join(', '))];
  return [
    ...beside(', ', by === '' ? '' : ways[by], carrier),
    ...beside(' ', ...route, ...headed('via', via)),
    ...headed('On or about', date === '' ? '' : printedDate(date)),
  ];
}

/** `FOB Kobe, Japan (Incoterms 2020)`; nothing while no rule is chosen. */
export const deliveryText = ({ incoterm, place }: InvoiceContent['terms']): string =>
  incoterm === '' ? '' : `${filled(incoterm, place).join(' ')} (Incoterms 2020)`;

/** A document without prices says nothing of terms, whatever was typed while it was another one. */
function termsText({ request: { document }, terms, references }: InvoiceContent): string[] {
  const { tradeTerms, payment } = documentFormOf(document);
  return [
    ...(tradeTerms === 'none' ? [] : filled(deliveryText(terms))),
    ...(payment === 'none' ? [] : headed('Payment:', terms.payment)),
    ...references.flatMap(({ title, text }) => beside(' ', title, text)),
  ];
}

const paragraphs: Readonly<Record<FittedBox, (content: InvoiceContent) => string[]>> = {
  '1': ({ exporter }) => filled(exporter.name, exporter.address, exporter.country),
  '2': ({ buyer }) => filled(buyer.name, buyer.address, buyer.country),
  '3': ({ consignee }) => filled(consignee.name, consignee.address, consignee.country),
  '4': ({ number, date }) => filled(number, printedDate(date)),
  '5': ({ shipping }) => shippingText(shipping),
  '6': termsText,
  '8': ({ declaration, date }) => beside(', ', declaration.place, printedDate(date)),
};

/** What a box says: one entry for each line as typed, not yet broken to the box's width. */
export const boxText = (box: FittedBox, content: InvoiceContent): string[] =>
  paragraphs[box](content).flatMap((paragraph) => paragraph.split(/\r\n|\r|\n/));

/** The same, broken to the box: an entry for each line as typed, holding its printed lines. */
export const boxLines = (box: FittedBox, content: InvoiceContent): string[][] =>
  boxText(box, content).map((paragraph) => breakLines(paragraph, boxes[box].width - 2 * pad, contentStyle));

/** How many lines of 9 pt a box holds. */
export const linesAllowed = (box: FittedBox): number =>
  box === '8' ? placeLines : Math.floor((boxes[box].height - labelHeight - clearBelow) / pitch);

/** The columns of box 7 beside the boxes: what they need and have, in whole millimetres in place of lines. */
export const columnsPart = '7, columns in millimetres';

/** For each box that does not flow how many printed lines its content takes, and how many there are. */
export function invoiceBoxFit(content: InvoiceContent): Record<FittedBox, BoxFit> {
  const fitOf = (box: FittedBox): BoxFit => ({
    linesUsed: boxLines(box, content).flat().length,
    linesAllowed: linesAllowed(box),
  });
  const upper = { '1': fitOf('1'), '2': fitOf('2'), '3': fitOf('3') };
  return { ...upper, '4': fitOf('4'), '5': fitOf('5'), '6': fitOf('6'), '8': fitOf('8') };
}
