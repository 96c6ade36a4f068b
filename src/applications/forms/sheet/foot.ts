// The foot of every sheet: certificate number, access code, date, the QR code with its address in text, page k of n.
import type { Inside, Tagged, TextRun } from '../../../paper/page.ts';
import { rectangle } from '../../../paper/page.ts';
import { qrPath, quietModules } from '../../../paper/qr-path.ts';
import { breakLines, type TextStyle, widthOf } from '../../../paper/text.ts';
import type { Imprint, Issued } from '../imprint.ts';
import { printedDate } from '../printed-date.ts';
import { fitting } from './frame.ts';
import { contentStyle, foot, inks, labelStyle, pad, written } from './measures.ts';

/** Width of the QR code without its quiet zone, in millimetres: modules of 0.74 mm, read even after a fax. */
const qrSide = 21.6;
/** White on all four sides of it: more than four modules, and the same to the left as above. */
const qrMargin = (foot.height - qrSide) / 2;
const valueSizes = [10, 9, 8, 7];
const smallStyle: TextStyle = { size: 7.5, face: 'regular' };
const smallPitch = 3.4;
const lastBaseline = foot.y + foot.height - 3;

const paragraph = (...inside: TextRun[]): Tagged => ({ role: 'P', inside });

export function footOf(imprint: Imprint, page: number, pages: number): Tagged {
  const sheet = `Sheet ${page} / ${pages}`;
  const x = foot.x + foot.width - pad - 1 - widthOf(sheet, contentStyle);
  const counted = paragraph(written(sheet, x, lastBaseline, contentStyle, inks.form));
  const inside = imprint.kind === 'issued' ? checkable(imprint) : notice();
  return { role: 'Sect', mark: 'foot', inside: [...inside, counted] };
}

function notice(): Tagged[] {
  const x = foot.x + pad + 1;
  const style: TextStyle = { size: 10, face: 'medium', spacing: 0.15 };
  const words = 'Not certified. Drawn to show how the certificate will look; no number has been given.';
  return [
    paragraph(written('SPECIMEN – NOT A CERTIFICATE', x, foot.y + 8, style, inks.warning)),
    paragraph(written(words, x, foot.y + 13, smallStyle, inks.quiet)),
  ];
}

function checkable(imprint: Issued): Inside[] {
  const { qrAddress, referenceHost } = imprint;
  const qr = qrPath(qrAddress, foot.x + qrMargin, foot.y + qrMargin, qrSide, '#000000');
  if (quietModules * qr.module > qrMargin) throw new Error(`QR: no room for its quiet zone: ${qrAddress}`);
  const white = rectangle(foot.x + 0.1, foot.y + 0.2, qrSide + 2 * qrMargin, foot.height - 0.4, { fill: '#ffffff' });
  const x = foot.x + qrSide + 2 * qrMargin + 2;
  const width = foot.x + foot.width - pad - x;
  const how = `To check this certificate scan the code, or enter the three values above at ${referenceHost}`;
  const lines = [...breakLines(how, width, smallStyle), ...breakLines(qrAddress, width, smallStyle)];
  return [
    { role: 'Artifact', inside: [white] },
    { role: 'Figure', alt: `QR code: ${qrAddress}`, inside: [qr] },
    ...values(imprint, x, width),
    ...lines.map((words, i) => paragraph(written(words, x, foot.y + 15.4 + i * smallPitch, smallStyle, inks.quiet))),
    paragraph(written(formLine(imprint), x, lastBaseline, labelStyle, inks.quiet)),
  ];
}

/** Which layout, and where a sub ID applied, which one and for whom. */
function formLine({ template, appliedBy }: Issued): string {
  const form = `Form ${template}`;
  return appliedBy === undefined ? form : `${form}   Applied for by ${appliedBy.id} under ${appliedBy.under}`;
}

/** The three values that are typed where the code cannot be scanned, side by side. */
function values(imprint: Issued, x: number, width: number): Tagged[] {
  const fields = [
    ['Certificate No.', imprint.number],
    ['Access Code', imprint.accessCode],
    ['Certificate Date', printedDate(imprint.date)],
  ] as const;
  const column = width / fields.length;
  return fields.flatMap(([name, value], i) => {
    const style = fitting(value, column - 2, valueSizes, { face: 'medium', spacing: 0.15 });
    return [
      paragraph(written(name, x + i * column, foot.y + 5.4, labelStyle, inks.quiet)),
      paragraph(written(value, x + i * column, foot.y + 10, style)),
    ];
  });
}
