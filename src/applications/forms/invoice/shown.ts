// What stands on the paper, and nothing else of the record, in the order of the paper's boxes.
import type { Decimal } from '../decimal.ts';
import type { Printed } from '../imprint.ts';
import { printedDate } from '../printed-date.ts';
import type { Shown, ShownGoods } from '../shown.ts';
import type { InvoiceContent, InvoiceLine } from './content.ts';
import { documentFormOf } from './document-kinds.ts';
import { type Amounts, amountsOf, digitsOf } from './money.ts';
import { boxText, filled, fixedBoxes } from './sheet-boxes.ts';
import type { Row } from './sheet-columns.ts';
import { labelText } from './sheet-frame.ts';
import { closingNotes, closingRows, describedAs, printedCells } from './sheet-goods.ts';
import { type InvoiceWording, sheetWords } from './wording.ts';

export function invoiceShown(
  content: InvoiceContent,
  printed: Printed<InvoiceWording> & { number: string; date: string },
): Shown {
  const { wording, chamber, signatory, certifier } = printed;
  const { document } = content.request;
  const form = documentFormOf(document);
  const words = sheetWords(wording, document, chamber.nameEn);
  const amounts = amountsOf(content);
  return {
    title: words.title,
    boxes: fixedBoxes.map((box) => ({ label: labelText(box, document, wording), lines: boxText(box, content) })),
    goods: {
      ...{ label: wording.labels['7'], quantityLabel: '', marks: content.marks.trim() },
      lines: content.goods.map((line, i) => shownLine(line, content, amounts, i)),
      totals: closingRows(content, form, wording, amounts).map(({ cells }) => shownRow(cells, content)),
      notes: closingNotes(content, form, wording, amounts),
    },
    declaration: {
      label: wording.labels['8'],
      lines: [words.declaration, ...boxText('8', content), ...filled(signatory.name, signatory.title)],
    },
    certification: {
      label: wording.labels['9'],
      lines: [
        ...[words.certification, chamber.nameEn, `No. ${printed.number}`, printedDate(printed.date)],
        ...filled(certifier.name, certifier.title),
      ],
    },
  };
}

function shownLine(line: InvoiceLine, content: InvoiceContent, amounts: Amounts, i: number): ShownGoods {
  const amount: Decimal | undefined = amounts.lines[i];
  const cells = printedCells(line, amount, documentFormOf(content.request.document), digitsOf(content.currency));
  return { ...shownRow({ ...cells, description: describedAs(line) }, content), marks: line.marks.trim() };
}

/** A number and what it counts stand together; a column's unit, which the paper has in its head, is put to each. */
function shownRow(cells: Row, { currency, weightUnit, volumeUnit }: InvoiceContent): ShownGoods {
  const beside = (...parts: (string | undefined)[]): string => filled(...parts.map((part) => part ?? '')).join(' ');
  const figure = (text: string | undefined, shown: (text: string) => string): string =>
    text === undefined || text === '' ? '' : shown(text);
  return {
    marks: '',
    packages: beside(cells.count, cells.kind),
    description: cells.description ?? '',
    quantity: beside(cells.quantity, cells.unit),
    unitPrice: figure(cells.unitPrice, (text) => `${currency} ${text}`),
    amount: figure(cells.amount, (text) => `${currency} ${text}`),
    netWeight: figure(cells.net, (text) => `${text} ${weightUnit}`),
    grossWeight: figure(cells.gross, (text) => `${text} ${weightUnit}`),
    measurement: figure(cells.measurement, (text) => `${text} ${volumeUnit}`),
  };
}
