// Box 7: marks, goods, quantities and packages, as the document asks for them.
import * as lineRules from '../../goods-line-rules.ts';
import { eachLine } from '../../goods-line-rules.ts';
import { sumPackages } from '../../goods-sums.ts';
import { hitIf, isBlank } from '../../rule.ts';
import { findUnit } from '../../units.ts';
import type { InvoiceContent, InvoiceLine } from '../content.ts';
import type { FigureColumn } from '../document-kinds.ts';
import { formOf, ours, rule, tokyoInvoice } from './rule.ts';

const way = { box: '7', source: tokyoInvoice } as const;
const ourWay = { box: '7', source: ours } as const;

/** A freight bill or a note may state an amount for what has neither quantity nor price. */
export const isLumpSum = (content: InvoiceContent, line: InvoiceLine): boolean =>
  formOf(content).lumpSums && isBlank(line.quantity) && isBlank(line.unitPrice);

const asks = (content: InvoiceContent, column: FigureColumn): boolean => formOf(content).asked.includes(column);

export const marksGiven = rule({
  name: 'marks-given',
  ...way,
  level: 'block',
  find: (content) =>
    hitIf(
      formOf(content).marks === 'must' && isBlank(content.marks) && isBlank(content.goods[0]?.marks ?? ''),
      'marks',
      '荷印・荷番号を入れてください。荷印がないときは N/M と入れてください。',
      'Give the marks and numbers; where there are none, enter N/M.',
    ),
});

export const goodsGiven = rule({
  name: 'goods-given',
  ...way,
  level: 'block',
  find: ({ goods }) =>
    hitIf(goods.length === 0, 'goods', '商品(明細)を1行以上入れてください。', 'Enter at least one line of goods.'),
});

export const descriptionGiven = rule({
  name: 'description-given',
  ...way,
  level: 'block',
  find: ({ goods }) =>
    eachLine(goods, ({ description }, path) =>
      hitIf(
        isBlank(description),
        `${path}.description`,
        '商品名を入れてください。',
        'Give the description of the goods.',
      ),
    ),
});

export const hsCodeDigits = rule({
  name: 'hs-code-digits',
  ...ourWay,
  level: 'block',
  find: ({ goods }) =>
    eachLine(goods, ({ hsCode }, path) =>
      hitIf(
        !isBlank(hsCode) && !/^\d{4}\.?\d{2}(?:\.?\d{1,4})?$/.test(hsCode.trim()),
        `${path}.hsCode`,
        `HSコード「${hsCode.trim()}」は6〜10桁の数字で入力してください(例: 8482.10)。`,
        `Give the HS code "${hsCode.trim()}" in six to ten digits (8482.10).`,
      ),
    ),
});

export const quantityGiven = rule({
  name: 'quantity-given',
  ...way,
  level: 'block',
  find: (content) =>
    eachLine(content.goods, (line, path) =>
      hitIf(
        asks(content, 'quantity') && isBlank(line.quantity) && !isLumpSum(content, line),
        `${path}.quantity`,
        '数量を入れてください。',
        'Give the quantity.',
      ),
    ),
});

export const quantityNumber = lineRules.quantityNumber<InvoiceContent>(way);
export const piecesWhole = lineRules.piecesWhole<InvoiceContent>({
  box: '7',
  source: 'UN/CEFACT Recommendation 20',
});

export const unitGiven = rule({
  name: 'unit-given',
  ...way,
  level: 'block',
  find: (content) =>
    eachLine(content.goods, (line, path) =>
      hitIf(
        (asks(content, 'unit') || !isBlank(line.quantity)) && isBlank(line.unit),
        `${path}.unit`,
        '数量単位を入れてください(例: PCS)。',
        'Give the unit of quantity (PCS).',
      ),
    ),
});

/** Prices per carton or lot are usual on invoices, so only the spelling is asked about. */
export const unitKnown = rule({
  name: 'unit-known',
  box: '7',
  level: 'warn',
  source: 'UN/CEFACT Recommendation 20',
  find: ({ goods }) =>
    eachLine(goods, ({ unit }, path) =>
      hitIf(
        !isBlank(unit) &&
          findUnit(unit) === undefined &&
          !/^(?:lot|carton|ctn|case|pallet|set|container|shipment)s?$/i.test(unit.trim()),
        `${path}.unit`,
        `数量単位「${unit.trim()}」は一覧にありません。つづりを確かめてください。`,
        `The unit "${unit.trim()}" is not on the list. Check its spelling.`,
      ),
    ),
});

export const packagesGiven = rule({
  name: 'packages-given',
  ...ourWay,
  level: 'block',
  find: (content) => {
    const isAsked = formOf(content).columns.includes('packages') && content.goods.length > 0;
    const isLoose = content.goods.some(({ packages, packageKind }) => isBlank(packages) && !isBlank(packageKind));
    return hitIf(
      isAsked && !isLoose && sumPackages(content.goods) === undefined,
      'goods.0.packages',
      '梱包の数と種類を入れてください。ばら積みは種類を IN BULK、無包装は UNPACKED としてください。',
      'Give the number and kind of packages. For goods in bulk enter the kind IN BULK, for unpacked goods UNPACKED.',
    ).map((hit) => ({ ...hit, row: 1 }));
  },
});

export const packagesWhole = lineRules.packagesWhole<InvoiceContent>(ourWay);
export const packageKindGiven = lineRules.packageKindGiven<InvoiceContent>(ourWay);
export const packageCountGiven = lineRules.packageCountGiven<InvoiceContent>(ourWay);
export const packageKindKnown = lineRules.packageKindKnown<InvoiceContent>({
  box: '7',
  source: 'UN/CEFACT Recommendation 21',
});

/** What was typed and has no column on this document would be lost without a word. */
const unprinted: readonly (readonly [column: FigureColumn, field: keyof InvoiceLine, ja: string, en: string])[] = [
  ['unitPrice', 'unitPrice', '単価', 'unit prices'],
  ['amount', 'amount', '金額', 'amounts'],
];

export const figuresPrinted = rule({
  name: 'figures-printed',
  ...ourWay,
  level: 'warn',
  find: (content) =>
    unprinted.flatMap(([column, field, ja, en]) => {
      const at = content.goods.findIndex((line) => !isBlank(line[field]));
      if (at < 0 || formOf(content).columns.includes(column)) return [];
      const words = {
        ja: `${ja}が入力されていますが、この種類の書類には印刷されません。`,
        en: `There are ${en}, which this kind of document does not print.`,
      };
      return [{ path: `goods.${at}.${field}`, row: at + 1, ...words }];
    }),
});
