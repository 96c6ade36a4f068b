// Makes docs/gallery/: pictures of the papers, and README.md with what to look at and what independent readers got from
// each. Pictures are PDFium's. Run: npm run gallery
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { drawRecord, recordSheets } from '../src/certificates/draw-record.ts';
import { comparePaper } from '../src/certificates/read-paper.ts';
import { encodePng } from '../src/outside/png-encode.ts';
import { drawPdf } from '../src/paper/draw-pdf.ts';
import { readBack, renderPage } from '../src/paper/read-back.ts';
import { readSignature } from '../src/paper/read-pdf-signature.ts';
import { statementTitle, usageStatementPage } from '../src/payments/usage-statement.ts';
import { popplerFacts, popplerFonts, popplerSignature, zbarCodes } from '../test/paper/other-readers.ts';
import { paintReport } from '../test/paper/painted.ts';
import { pdfAFaults } from '../test/paper/pdf-a.ts';
import { isSound } from '../test/paper/qpdf.ts';
import {
  demoStatement,
  sampleRecord,
  secretsOf,
  signedAt,
  signedPaper,
  throwAwaySigner,
} from '../test/paper/samples.ts';
import { encodeSmallPng } from './gallery-png.mjs';

const { default: jsQR } = createRequire(import.meta.url)('jsqr');
const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), 'docs/gallery');
const dpi = 110;
mkdirSync(folder, { recursive: true });
for (const name of readdirSync(folder)) if (/\.(png|md)$/.test(name)) rmSync(join(folder, name));

const signer = await throwAwaySigner('The Naniwa Chamber of Commerce and Industry (Demo)');
const sections = [];
let bytes = 0;

async function picture(pdf, page, name, look, change = (raster) => raster, at = dpi) {
  const png = encodeSmallPng(change(await renderPage(pdf, page, at)));
  writeFileSync(join(folder, `${name}.png`), png);
  bytes += png.length;
  return `![${look.replace(/[[\]]/g, '')}](${name}.png)\n\n${look}\n`;
}

/** The share of ink that a printer without colour, or a fax, leaves of each point. */
const changed = (tone) => (raster) => {
  const rgba = Uint8Array.from(raster.rgba);
  for (let i = 0; i < rgba.length; i += 4) {
    rgba.fill(tone(0.2126 * rgba[i] + 0.7152 * rgba[i + 1] + 0.0722 * rgba[i + 2]), i, i + 3);
  }
  return { ...raster, rgba };
};
const grey = changed((light) => Math.round(light));
const fax = changed((light) => (light < 128 ? 0 : 255));

/** What readers that did not draw it found; a fault ends the run, so nothing here is said of a broken paper. */
async function found(pdf, sheets) {
  await comparePaper(pdf, sheets);
  const { pages } = await readBack(pdf);
  const paint = await paintReport(pdf, sheets);
  const signature = readSignature(pdf);
  const faults = [...paint.faults, ...(await pdfAFaults(pdf)), ...((await isSound(pdf)) ? [] : ['qpdf finds a fault'])];
  if (!signature.ok) faults.push(`signature: ${signature.problem}`);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  const fonts = popplerFonts(pdf);
  const poppler = { facts: popplerFacts(pdf), signature: popplerSignature(pdf) };
  const left = Object.entries({ pdffonts: fonts, pdfinfo: poppler.facts, pdfsig: poppler.signature });
  const missing = left.filter(([, said]) => said === undefined).map(([tool]) => tool);
  return [
    `${pages.length} ${pages.length === 1 ? 'page' : 'pages'}, ${(pdf.length / 1000).toFixed(0)} kB`,
    `QR code from the 150 dpi picture of ${pages.length === 1 ? 'the sheet' : 'the first and the last sheet'}: ${await codes(pdf, pages.length)}`,
    `signature ${poppler.signature?.valid ? 'valid (pdfsig and our own reader), over the whole file' : 'valid (our own reader)'}`,
    ...(fonts
      ? [
          `${fonts.length} fonts, ${fonts.every((font) => font.embedded && font.toUnicode) ? 'all' : 'NOT all'} embedded`,
        ]
      : []),
    `all ${paint.characters} characters read back; each of ${paint.different} different ones painted as itself`,
    'qpdf finds it sound; no fault by our checks for PDF/A-3a',
    ...(missing.length > 0 ? [`not asked, as not on this machine: ${missing.join(', ')}`] : []),
  ].map((each) => `- ${each}`);
}

async function codes(pdf, pages) {
  const said = new Set();
  for (const page of new Set([1, pages])) {
    const { rgba, width, height } = await renderPage(pdf, page, 150);
    said.add(jsQR(new Uint8ClampedArray(rgba), width, height)?.data ?? 'NOT READ');
    for (const code of zbarCodes(encodePng(rgba, width, height)) ?? []) said.add(code);
  }
  if (said.has('NOT READ') || said.size !== 1) throw new Error(`QR: ${[...said].join(', ')}`);
  return `\`${[...said][0]}\``;
}

async function paper(name, heading, shown) {
  const record = sampleRecord(name);
  const pdf = await signedPaper(record, 'ORIGINAL', signer);
  const sheets = recordSheets(record, secretsOf('ORIGINAL'));
  const parts = [];
  for (const [page, look] of shown) parts.push(await picture(pdf, page, `${name}-${page}`, look));
  sections.push(
    `## ${heading}\n`,
    ...parts,
    'What readers that did not draw it got from the file:',
    '',
    ...(await found(pdf, sheets)),
    '',
  );
  return pdf;
}

const oneLine = await paper('one-line', 'One line', [
  [1, 'The form box by box, the total closed by a double rule, the seal clear of the text, white around the QR code.'],
]);
await paper('three-sheets', 'Three sheets', [
  [1, 'First sheet: boxes 9 and 10 struck out, “To be continued” at the foot of box 7.'],
  [2, 'Second sheet: boxes 1 to 6 struck out too, “Continued from sheet 1” beside the label of box 7.'],
  [3, 'Last sheet: the total of each unit, and here only who declares and who certifies.'],
]);
await paper('six-hundred-lines', 'Six hundred lines', [
  [1, 'Sheet 1 of 26: marks, packages, goods and quantities keep their columns.'],
  [13, 'A sheet in the middle: the same columns, nothing cut by the end of a sheet.'],
  [26, 'The last sheet: the totals of 600 lines.'],
]);
await paper('full-boxes', 'Boxes filled to what fits at 9 pt', [
  [1, 'Every box as full as it may be: no line touches a rule, box 10 stays clear of the seal.'],
]);
await paper('japanese-marks', 'Japanese marks in box 7', [
  [1, '髙, 﨑, 𠮷, ㈱, ①〜㉚ and 鷗 as they were typed, each from a font inside the file.'],
]);

const copy = await signedPaper(sampleRecord('one-line'), 'COPY', signer);
const { pdf: specimen } = await drawRecord(sampleRecord('one-line'));
const statement = await drawPdf([usageStatementPage(demoStatement)], {
  title: statementTitle,
  lang: 'ja',
  createdAt: signedAt,
});
sections.push(
  '## COPY, SPECIMEN\n',
  await picture(
    copy,
    1,
    'copy',
    'COPY stands where ORIGINAL stands, and in the microtext of the frame; all else is the same.',
  ),
  await picture(
    specimen,
    1,
    'specimen',
    'Without number, code, QR, signature and seal, and SPECIMEN under the text across the sheet.',
  ),
  '## Printed without colour\n',
  await picture(oneLine, 1, 'grey', 'On a grey printer the ground stays paler than the text.', grey),
  await picture(
    oneLine,
    1,
    'fax',
    'On a fax (black or white, 200 dpi) the ground is gone; text, seal and QR code stay.',
    fax,
    200,
  ),
  '## The usage statement (ご利用明細)\n',
  await picture(
    statement,
    1,
    'usage-statement',
    'The six things that a qualified invoice says; the tax is rounded once.',
  ),
);

writeFileSync(
  join(folder, 'README.md'),
  `# The papers

Made by \`npm run gallery\` from \`docs/samples/\`; seal, signature and firms are invented, the key is thrown away. Pictures are
PDFium's at ${dpi} dpi with few colours: the papers themselves are vectors. The same readers hold the same papers in
\`test/paper/\`. No PDF/A validator was run (decision 0009).

${sections.join('\n')}`,
);
console.log(`docs/gallery: ${(bytes / 1e6).toFixed(1)} MB of pictures`);
