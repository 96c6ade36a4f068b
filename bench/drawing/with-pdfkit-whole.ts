// Our whole page by pdfkit's own methods: ground, microtext, QR code, pictures, text, tags, PDF/A-3a, the record attached.
// It is given our layout, so that nothing but the drawing differs.
import PDFDocument from 'pdfkit';
import { recordFileName, recordJson, recordSheets } from '../../src/certificates/draw-record.ts';
import {
  type Figure,
  type FormShape,
  type Inside,
  isShape,
  mmPerPoint,
  type PathShape,
  type PathStep,
  type PictureShape,
  type Shape,
  type Tagged,
  type TextRun,
} from '../../src/paper/page.ts';
import type { Paper } from './content.ts';
import { faceFiles, outlinesOf } from './faces.ts';
import { placeSharedForm, type SharedForms } from './pdfkit-shared-forms.ts';

type Doc = InstanceType<typeof PDFDocument>;
type Element = ReturnType<Doc['struct']>;
/** `forms`: only when what is placed often is to be one object in the file, which pdfkit has no method for. */
type Drawing = { doc: Doc; pictures: Map<Uint8Array, string>; forms?: SharedForms };

const points = (mm: number): number => mm / mmPerPoint;

/** `shareForms: false` is pdfkit as its guide shows it: the ground is drawn anew on each sheet. */
export async function drawWholeWithPdfkit(paper: Paper, { shareForms }: { shareForms: boolean }): Promise<Uint8Array> {
  const { record, secrets } = paper;
  const createdAt = new Date(`${record.date}T00:00:00+09:00`);
  const doc = new PDFDocument({
    ...{ pdfVersion: '1.7', subset: 'PDF/A-3a', tagged: true, lang: 'en', displayTitle: true },
    ...{ autoFirstPage: false, font: faceFiles.regular },
    info: { Title: `Certificate of Origin ${record.number} ${secrets.version}`, CreationDate: createdAt },
  });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<void>((resolve) => doc.once('end', resolve));
  const drawing: Drawing = { doc, pictures: new Map(), ...(shareForms ? { forms: new Map() } : {}) };
  const document = doc.struct('Document');
  doc.addStructure(document);
  for (const { width, height, parts } of recordSheets(record, secrets)) {
    doc.addPage({ size: [points(width), points(height)], margin: 0 });
    drawParts(drawing, parts, document);
  }
  document.end();
  const dates = { creationDate: createdAt, modifiedDate: createdAt };
  // The relationship is ISO 19005-3's; pdfkit's types do not know it yet.
  const settings = { name: recordFileName, type: 'application/json', relationship: 'Data', ...dates };
  doc.file(Buffer.from(recordJson(record)), settings as Parameters<Doc['file']>[1]);
  doc.end();
  await done;
  return Buffer.concat(chunks);
}

function drawParts(drawing: Drawing, parts: readonly Inside[], parent: Element): void {
  const { doc } = drawing;
  for (const part of parts) {
    if (isShape(part)) parent.add(() => drawShape(drawing, part));
    else if (part.role === 'Artifact') {
      doc.markContent('Artifact', { type: 'Layout' });
      drawShapes(drawing, part.inside);
      doc.endMarkedContent();
    } else {
      const element = doc.struct(part.role, elementOptions(part));
      parent.add(element);
      const shapes = (part.inside as readonly Inside[]).filter(isShape);
      // As the guide does it: one function draws all of an element.
      if (shapes.length === part.inside.length) element.add(() => drawShapes(drawing, shapes));
      else drawParts(drawing, part.inside, element);
      element.end();
    }
  }
}

function elementOptions(part: Tagged | Figure): { alt?: string; scope?: string } {
  if (part.role === 'Figure') return { alt: part.alt };
  return part.role === 'TH' ? { scope: 'Column' } : {};
}

function drawShapes(drawing: Drawing, shapes: readonly Shape[]): void {
  for (const shape of shapes) drawShape(drawing, shape);
}

function drawShape(drawing: Drawing, shape: Shape): void {
  if (shape.kind === 'path') drawPath(drawing.doc, shape);
  else if (shape.kind === 'picture') drawPicture(drawing, shape);
  else if (shape.kind === 'form') drawForm(drawing, shape);
  else if (shape.outlined) drawOutlined(drawing.doc, shape);
  else drawText(drawing.doc, shape);
}

function drawText(doc: Doc, { x, y, text, size, face, ink, spacing = 0, turn = 0 }: TextRun): void {
  const at = [points(x), points(y)] as const;
  if (turn !== 0) doc.save().rotate(-turn, { origin: [...at] });
  const options = { lineBreak: false, baseline: 'alphabetic', characterSpacing: points(spacing) } as const;
  doc
    .font(faceFiles[face])
    .fontSize(size)
    .fillColor(ink)
    .text(text, ...at, options);
  if (turn !== 0) doc.restore();
}

function drawOutlined(doc: Doc, run: TextRun): void {
  const { unit, outlines } = outlinesOf(run);
  doc.save().translate(points(run.x), points(run.y));
  if (run.turn) doc.rotate(-run.turn);
  doc.scale(unit, -unit).fillColor(run.ink);
  for (const { path, x } of outlines) {
    doc.save().translate(x, 0);
    path.toFunction()(doc);
    doc.fill().restore();
  }
  doc.restore();
}

function drawPath(doc: Doc, { steps, stroke, fill }: PathShape): void {
  if (stroke) doc.lineWidth(points(stroke.width)).strokeColor(stroke.ink);
  if (stroke?.dash) doc.dash(points(stroke.dash[0] ?? 0), { space: points(stroke.dash[1] ?? stroke.dash[0] ?? 0) });
  if (fill) doc.fillColor(fill);
  for (const step of steps) drawStep(doc, step);
  if (stroke && fill) doc.fillAndStroke();
  else if (stroke) doc.stroke();
  else doc.fill();
  if (stroke?.dash) doc.undash();
}

function drawStep(doc: Doc, step: PathStep): void {
  if (step.go === 'Z') {
    doc.closePath();
    return;
  }
  const [x, y] = [points(step.x), points(step.y)];
  if (step.go === 'C') doc.bezierCurveTo(points(step.x1), points(step.y1), points(step.x2), points(step.y2), x, y);
  else if (step.go === 'M') doc.moveTo(x, y);
  else doc.lineTo(x, y);
}

/** pdfkit embeds a picture once if it is named by the same string each time. */
function drawPicture({ doc, pictures }: Drawing, { x, y, width, height, png }: PictureShape): void {
  const named = pictures.get(png) ?? `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
  pictures.set(png, named);
  doc.image(named, points(x), points(y), { width: points(width), height: points(height) });
}

function drawForm(drawing: Drawing, { form, x, y, turn, scale }: FormShape): void {
  const { doc, forms } = drawing;
  const draw = (): void => drawShapes(drawing, form.shapes);
  doc.save().translate(points(x), points(y));
  if (turn) doc.rotate(-turn);
  if (scale) doc.scale(scale);
  if (forms) placeSharedForm(doc, forms, form, draw);
  else {
    const { box } = form;
    doc.rect(points(box.x), points(box.y), points(box.width), points(box.height)).clip();
    draw();
  }
  doc.restore();
}
