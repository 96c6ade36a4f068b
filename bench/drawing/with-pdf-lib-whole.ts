// Our whole page by pdf-lib: ground, microtext, QR code, pictures, text, the record attached. It has no tags and no PDF/A. It
// is given our layout. What is placed again and again, the ground, is drawn once and embedded, which is pdf-lib's own way.
import { createRequire } from 'node:module';
import {
  AFRelationship,
  colorString,
  degrees,
  PDFDocument,
  type PDFEmbeddedPage,
  type PDFFont,
  type PDFImage,
  type PDFPage,
  popGraphicsState,
  pushGraphicsState,
  rotateDegrees,
  scale,
  setCharacterSpacing,
  translate,
} from '@pdfme/pdf-lib';
import { recordFileName, recordJson, recordSheets } from '../../src/certificates/draw-record.ts';
import {
  type FaceName,
  type Form,
  type FormShape,
  mmPerPoint,
  type PathShape,
  type PathStep,
  type PictureShape,
  type Shape,
  shapesOf,
  type TextRun,
} from '../../src/paper/page.ts';
import type { Paper } from './content.ts';
import { faceBytes, outlinesOf } from './faces.ts';

// It has no types of its own.
const fontkit = createRequire(import.meta.url)('fontkit') as Parameters<PDFDocument['registerFontkit']>[0];

/** What a page's shapes refer to, embedded in its document. */
type Embedded = {
  fonts?: Readonly<Record<FaceName, PDFFont>>;
  pictures: ReadonlyMap<Uint8Array, PDFImage>;
  forms: ReadonlyMap<Form, PDFEmbeddedPage>;
};

const points = (mm: number): number => mm / mmPerPoint;

export async function drawWholeWithPdfLib({ record, secrets }: Paper): Promise<Uint8Array> {
  const doc = await PDFDocument.create();
  doc.registerFontkit(fontkit);
  doc.setTitle(`Certificate of Origin ${record.number} ${secrets.version}`);
  doc.setLanguage('en');
  const regular = await doc.embedFont(faceBytes.regular, { subset: true });
  const medium = await doc.embedFont(faceBytes.medium, { subset: true });
  const sheets = recordSheets(record, secrets);
  const shapes = sheets.flatMap(({ parts }) => shapesOf(parts));
  const embedded = { ...(await embed(doc, shapes)), fonts: { regular, medium } };
  for (const { width, height, parts } of sheets) {
    const page = doc.addPage([points(width), points(height)]);
    // From here on the origin is the top left corner; y grows upwards still.
    page.pushOperators(translate(0, points(height)));
    for (const shape of shapesOf(parts)) drawShape(embedded, page, shape);
  }
  const json = Buffer.from(recordJson(record));
  await doc.attach(json, recordFileName, { mimeType: 'application/json', afRelationship: AFRelationship.Data });
  return doc.save();
}

async function embed(doc: PDFDocument, shapes: readonly Shape[]): Promise<Embedded> {
  const pictures = new Map<Uint8Array, PDFImage>();
  const forms = new Map<Form, PDFEmbeddedPage>();
  for (const shape of shapes) {
    // A copy: pdf-lib reads from the start of the memory that the bytes lie in.
    if (shape.kind === 'picture' && !pictures.has(shape.png))
      pictures.set(shape.png, await doc.embedPng(Uint8Array.from(shape.png)));
    if (shape.kind === 'form' && !forms.has(shape.form))
      forms.set(shape.form, await doc.embedPage(await pageOf(shape.form)));
  }
  return { pictures, forms };
}

/** As one would keep a template that was loaded: the ground is the same for all certificates. */
const kept = new WeakMap<Form, PDFPage>();

/** A form as the only page of a document of its own. */
async function pageOf(form: Form): Promise<PDFPage> {
  const known = kept.get(form);
  if (known) return known;
  const { box, shapes } = form;
  const doc = await PDFDocument.create();
  const page = doc.addPage([points(box.width), points(box.height)]);
  page.pushOperators(translate(-points(box.x), points(box.y + box.height)));
  const embedded = await embed(doc, shapes);
  for (const shape of shapes) drawShape(embedded, page, shape);
  await doc.flush();
  kept.set(form, page);
  return page;
}

function drawShape(embedded: Embedded, page: PDFPage, shape: Shape): void {
  if (shape.kind === 'path') drawPath(page, shape);
  else if (shape.kind === 'picture') drawPicture(embedded, page, shape);
  else if (shape.kind === 'form') drawForm(embedded, page, shape);
  else if (shape.outlined) drawOutlined(page, shape);
  else drawText(embedded, page, shape);
}

function drawText({ fonts }: Embedded, page: PDFPage, run: TextRun): void {
  if (!fonts) throw new Error('a form has text that is not drawn as curves');
  // It has no option for the space between letters.
  if (run.spacing) page.pushOperators(setCharacterSpacing(points(run.spacing)));
  page.drawText(run.text, {
    ...{ x: points(run.x), y: -points(run.y), size: run.size, font: fonts[run.face], color: colorString(run.ink).rgb },
    ...(run.turn ? { rotate: degrees(run.turn) } : {}),
  });
  if (run.spacing) page.pushOperators(setCharacterSpacing(0));
}

function drawOutlined(page: PDFPage, run: TextRun): void {
  const { unit, outlines } = outlinesOf(run);
  page.pushOperators(pushGraphicsState(), translate(points(run.x), -points(run.y)), rotateDegrees(run.turn ?? 0));
  page.pushOperators(scale(unit, unit));
  const color = colorString(run.ink).rgb;
  for (const { path, x } of outlines) page.drawSvgPath(path.toSVG(), { x, y: 0, color });
  page.pushOperators(popGraphicsState());
}

function drawPath(page: PDFPage, { steps, stroke, fill }: PathShape): void {
  page.drawSvgPath(steps.map(svgStep).join(''), {
    ...{ x: 0, y: 0, scale: points(1) },
    ...(fill ? { color: colorString(fill).rgb } : {}),
    ...(stroke ? { borderColor: colorString(stroke.ink).rgb, borderWidth: stroke.width } : {}),
    ...(stroke?.dash ? { borderDashArray: [...stroke.dash] } : {}),
  });
}

/** This fork leaves a path as it is: y grows upwards. */
function svgStep(step: PathStep): string {
  if (step.go === 'Z') return 'Z';
  if (step.go === 'C') return `C${step.x1} ${-step.y1} ${step.x2} ${-step.y2} ${step.x} ${-step.y}`;
  return `${step.go}${step.x} ${-step.y}`;
}

function drawPicture({ pictures }: Embedded, page: PDFPage, { x, y, width, height, png }: PictureShape): void {
  const image = pictures.get(png);
  if (!image) throw new Error('a picture is not embedded');
  page.drawImage(image, { x: points(x), y: -points(y + height), width: points(width), height: points(height) });
}

function drawForm({ forms }: Embedded, page: PDFPage, { form, x, y, turn = 0, scale: times = 1 }: FormShape): void {
  const embedded = forms.get(form);
  if (!embedded) throw new Error(`form ${form.name} is not embedded`);
  page.pushOperators(pushGraphicsState(), translate(points(x), -points(y)), rotateDegrees(turn), scale(times, times));
  page.drawPage(embedded, { x: points(form.box.x), y: -points(form.box.y + form.box.height) });
  page.pushOperators(popGraphicsState());
}
