// What stands on the paper, and nothing else of the record, in the order of the paper's boxes. The statistical answers of
// the application (HS codes, 主な品目, 仕向国) and its 受付番号 are not printed, so a stranger is not told them.
import type { GoodsLine } from '../applications/forms/origin/content.ts';
import { printedDate } from '../applications/forms/origin/printed-date.ts';
import { boxText, fixedBoxes } from '../applications/forms/origin/sheet-boxes.ts';
import { goodsSheets } from '../applications/forms/origin/sheet-goods.ts';
import type { CertificateRecord } from '../certificates/record.ts';

/** A box as printed: its label, and its lines as they were typed. */
export type ShownBox = { label: string; lines: string[] };
/** A line of boxes 7 and 8. Amount and unit stand together: `10 CARTONS`, `1,200 PCS`. */
export type ShownGoods = { marks: string; packages: string; description: string; quantity: string };

export type PublicView = {
  title: string;
  /** As printed on the paper. */
  number: string;
  date: string;
  chamber: { nameEn: string; nameJa: string; cityEn: string };
  /** Boxes 1 to 6. */
  boxes: ShownBox[];
  goods: {
    label: string;
    quantityLabel: string;
    /** 荷印 of the whole shipment. */
    marks: string;
    lines: ShownGoods[];
    totals: ShownGoods[];
  };
  /** Boxes 9 and 10, with their printed sentences. */
  declaration: ShownBox;
  certification: ShownBox;
};

export function publicView(record: CertificateRecord): PublicView {
  const { content, wording, chamber, signatory, certifier } = record;
  const { labels } = wording;
  const date = printedDate(record.date);
  return {
    ...{ title: wording.title, number: record.number, date },
    chamber: { nameEn: chamber.nameEn, nameJa: chamber.nameJa, cityEn: chamber.cityEn },
    boxes: fixedBoxes.map((box) => ({ label: labels[box], lines: boxText(box, content) })),
    goods: {
      ...{ label: labels['7'], quantityLabel: labels['8'], marks: content.marks.trim() },
      lines: content.goods.map(shownLine),
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
        ...[wording.certification, chamber.nameEn, `No. ${record.number}`, date],
        ...filled(certifier.name, certifier.title),
      ],
    },
  };
}

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
