// What stands on the paper, and nothing else of the record, in the order of the paper's boxes.
import type { Printed } from '../imprint.ts';
import { printedDate } from '../printed-date.ts';
import type { Shown, ShownBox } from '../shown.ts';
import { partsFor, type SignatureContent } from './content.ts';
import { certificationBy } from './sheet.ts';
import { documentFacts, documentTitle, wordsFor } from './sheet-body.ts';
import { boxText, topBoxes } from './sheet-boxes.ts';
import type { SignatureWording } from './wording.ts';

const filled = (...parts: string[]): string[] => parts.map((part) => part.trim()).filter((part) => part !== '');

export function signatureShown(
  content: SignatureContent,
  printed: Printed<SignatureWording> & { number: string; date: string },
): Shown {
  const { wording, chamber, signatory, certifier } = printed;
  const { labels } = wording;
  const words = wordsFor(content, wording);
  const lines = partsFor(content).goods ? content.goods : [];
  return {
    title: wording.title,
    boxes: [
      ...topBoxes.map((box) => ({ label: labels[box], lines: boxText(box, content) })),
      { label: labels['4'], lines: filled(documentTitle(content, wording), ...content.statement.split(/\r\n|\r|\n/)) },
      ...documentFacts(content, wording).map((fact) => ({ label: fact.name, lines: [...fact.lines] })),
      ...translationBox(content, words.translation),
    ],
    goods: {
      label: lines.length === 0 ? '' : words.goods.description,
      quantityLabel: '',
      marks: '',
      lines: lines.map(({ description, lot, quantity, unit }) => ({
        ...{ marks: '', packages: '' },
        description: filled(description, lot.trim() === '' ? '' : `${words.goods.lot}: ${lot}`).join('\n'),
        quantity: filled(quantity, unit).join(' '),
      })),
      totals: [],
    },
    declaration: {
      label: labels['5'],
      lines: [wording.declaration, ...boxText('5', content), ...filled(signatory.name, signatory.title)],
    },
    certification: {
      label: labels['6'],
      lines: [
        ...[certificationBy(wording, chamber), chamber.nameEn, `No. ${printed.number}`, printedDate(printed.date)],
        ...filled(certifier.name, certifier.title),
      ],
    },
  };
}

function translationBox(content: SignatureContent, label: string): ShownBox[] {
  if (!partsFor(content).translation) return [];
  return [{ label, lines: filled(...content.translation.text.split(/\r\n|\r|\n/)) }];
}
