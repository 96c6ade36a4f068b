// What stands on the paper, and nothing else of the record, in the order of the paper's boxes.
import type { Printed } from '../imprint.ts';
import { printedDate } from '../printed-date.ts';
import type { Shown } from '../shown.ts';
import type { ChamberMadeContent } from './content.ts';
import { boxText } from './sheet.ts';
import type { ChamberMadeWording } from './wording.ts';

const filled = (...parts: string[]): string[] => parts.map((part) => part.trim()).filter((part) => part !== '');

export function chamberMadeShown(
  content: ChamberMadeContent,
  printed: Printed<ChamberMadeWording> & { number: string; date: string },
): Shown {
  const { wording, chamber, certifier } = printed;
  const { labels } = wording;
  const { text = '', facts = [] } = content.made ?? {};
  return {
    title: wording.title,
    boxes: [
      { label: labels['1'], lines: boxText('1', content) },
      { label: labels['2'], lines: boxText('2', content) },
      { label: labels['3'], lines: filled(...text.split(/\r\n|\r|\n/)) },
      ...facts.map(({ name, value }) => ({ label: name, lines: filled(...value.split(/\r\n|\r|\n/)) })),
    ],
    goods: { label: '', quantityLabel: '', marks: '', lines: [], totals: [] },
    declaration: { label: labels['4'], lines: [wording.declaration] },
    certification: {
      label: labels['5'],
      lines: [
        ...[wording.certification, chamber.nameEn, `No. ${printed.number}`, printedDate(printed.date)],
        ...filled(certifier.name, certifier.title),
      ],
    },
  };
}
