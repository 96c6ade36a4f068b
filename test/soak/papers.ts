// Random legal contents laid out, drawn, signed and read back: nothing lost, changed, without glyph or outside its box.

import { boxes } from '../../src/applications/forms/origin/sheet-layout.ts';
import { foot, titleBox } from '../../src/applications/forms/sheet/measures.ts';
import { recordSheets } from '../../src/certificates/draw-record.ts';
import { comparePaper } from '../../src/certificates/read-paper.ts';
import { type PageModel, shapesOf, type TextRun } from '../../src/paper/page.ts';
import { readSignature } from '../../src/paper/read-pdf-signature.ts';
import { widthOf } from '../../src/paper/text.ts';
import type { OriginRecord } from '../origin-record.ts';
import { secretsOf, signedPaper, throwAwaySigner } from '../paper/samples.ts';
import { randomFrom } from './random.ts';
import { randomRecord } from './random-record.ts';
import type { SoakResult } from './scale.ts';

export async function soakPapers(count: number, seed: number): Promise<SoakResult> {
  const random = randomFrom(seed);
  const signer = await throwAwaySigner('The Naniwa Chamber of Commerce and Industry (Demo)');
  const done = { papers: 0, sheets: 0, characters: 0, kanji: 0 };
  const faults: string[] = [];
  const seenKanji = new Set<string>();
  for (let i = 0; i < count; i++) {
    const record = randomRecord(random, i + 1);
    const version = random.oneIn(2) ? 'ORIGINAL' : 'COPY';
    const sheets = recordSheets(record, secretsOf(version));
    const runs = sheets.map(runsOf);
    const pdf = await signedPaper(record, version, signer);
    const problems = [
      ...runs
        .flat()
        .filter(isOutside)
        .map((run) => `"${run.text}" stands outside its box`),
      ...lostIn(record, runs.flat()),
      ...(await readBackProblems(pdf, sheets)),
    ];
    faults.push(...problems.map((problem) => `paper ${i + 1}: ${problem}`));
    const text = runs
      .flat()
      .map((run) => run.text)
      .join('');
    for (const char of text.match(/\p{Script=Han}/gu) ?? []) seenKanji.add(char);
    done.papers += 1;
    done.sheets += sheets.length;
    done.characters += [...text.replace(/\s/g, '')].length;
  }
  return { done: { ...done, kanji: seenKanji.size }, faults };
}

const runsOf = (page: PageModel): TextRun[] =>
  shapesOf(page.parts).filter((shape): shape is TextRun => shape.kind === 'text' && shape.outlined !== true);

const places = [titleBox, foot, ...Object.values(boxes)];

/** Half a line of height is left for descenders. */
function isOutside(run: TextRun): boolean {
  const end = run.x + widthOf(run.text.trimEnd(), run) - (run.spacing ?? 0);
  return !places.some(
    (box) => run.x >= box.x && end <= box.x + box.width + 1e-6 && run.y > box.y && run.y + 0.8 <= box.y + box.height,
  );
}

const counted = (text: string): string => [...text.replace(/\s/g, '')].sort().join('');

/** Marks and descriptions, character by character: what was declared is what was laid out. */
function lostIn({ content }: OriginRecord, runs: readonly TextRun[]): string[] {
  const body = runs.filter((run) => run.y > boxes['7'].y + 5 && run.y < boxes['9'].y && run.ink === '#14161a');
  const strong = body.filter((run) => run.face === 'medium'); // the total, which nobody declared
  const wanted = content.goods.map(
    ({ marks, packages, packageKind, description, origin, quantity, unit }) =>
      marks + packages + packageKind + description + (origin === '' ? '' : `(origin ${origin})`) + quantity + unit,
  );
  const printed = body.filter((run) => !strong.includes(run)).map((run) => run.text);
  return counted(printed.join('')) === counted(content.marks + wanted.join(''))
    ? []
    : ['what stands in boxes 7 and 8 is not what was declared'];
}

async function readBackProblems(pdf: Buffer, sheets: readonly PageModel[]): Promise<string[]> {
  const signature = readSignature(pdf);
  const problems = signature.ok ? [] : [`signature: ${signature.problem}`];
  try {
    await comparePaper(pdf, sheets);
  } catch (error) {
    problems.push(String(error));
  }
  return problems;
}
