// What stands on the paper, and nothing else of the record, in the order of the paper's boxes. The statistical answers of
// the application (HS codes, 主な品目, 仕向国) and its 受付番号 are not printed, so a stranger is not told them.
import type { Printed } from '../imprint.ts';
import { printedDate } from '../printed-date.ts';
import type { Shown, ShownGoods } from '../shown.ts';
import type { GoodsLine, OriginContent } from './content.ts';
import { boxText, type FixedBox, fixedBoxes, othersText } from './sheet-boxes.ts';
import { goodsSheets } from './sheet-goods.ts';
import type { OriginWording } from './wording.ts';

export function originShown(
  content: OriginContent,
  printed: Printed<OriginWording> & { number: string; date: string },
): Shown {
  const { wording, chamber, signatory, certifier } = printed;
  const { labels } = wording;
  return {
    title: wording.title,
    boxes: fixedBoxes.map((box) => ({ label: labels[box], lines: boxLinesOf(box, content) })),
    goods: {
      ...{ label: labels['7'], quantityLabel: labels['8'], marks: content.marks.trim() },
      lines: [...content.goods.map(shownLine), ...shownOthers(content)],
      // Taken from the sheet itself, so that what is shown here and what is printed cannot come apart.
      totals: goodsSheets(content, wording.total).totals.map(({ count, kind, description, quantity, unit }) => ({
        ...{ marks: '', packages: beside(count, kind), description, quantity: beside(quantity, unit) },
      })),
    },
    declaration: {
      label: labels['9'],
      lines: [wording.declaration, ...boxText('9', content), ...filled(signatory.name, signatory.title)],
    },
    certification: {
      label: labels['10'],
      lines: [
        ...[wording.certification, chamber.nameEn, `No. ${printed.number}`, printedDate(printed.date)],
        ...filled(certifier.name, certifier.title),
      ],
    },
  };
}

/** A box that is struck out says so here too: an empty one would look like a fault. */
const boxLinesOf = (box: FixedBox, content: OriginContent): string[] =>
  content.demand?.struckOut.some((one) => one === box) ? ['(struck out)'] : boxText(box, content);

const shownOthers = (content: OriginContent): ShownGoods[] =>
  othersText(content).map((text) => ({ marks: '', packages: '', description: text, quantity: '' }));

function shownLine(line: GoodsLine): ShownGoods {
  const origin = line.origin.trim();
  return {
    marks: line.marks.trim(),
    packages: beside(line.packages, line.packageKind),
    description: beside(line.description, origin === '' ? '' : `(origin ${origin})`),
    quantity: beside(line.quantity, line.unit),
  };
}

const filled = (...parts: string[]): string[] => parts.map((part) => part.trim()).filter((part) => part !== '');
const beside = (...parts: string[]): string => filled(...parts).join(' ');
