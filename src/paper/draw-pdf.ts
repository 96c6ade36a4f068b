// Pages as a PDF that is itself the original: PDF/A-3a (ISO 19005-3), tagged, with the record that it pictures attached as
// JSON, and room for one signature over the whole file. One revision. The same input gives the same bytes (on one build of
// Node: the packing of zlib may differ between builds).
import PDFDocument from 'pdfkit';
import { type Figure, type Inside, isShape, mmPerPoint, type PageModel, type Shape, type Tagged } from './page.ts';
import { fontResources, operators, pack, placedOn, type Resources } from './pdf-content.ts';
import { embedFonts } from './pdf-font.ts';
import { inside, type PdfInternals, setContent, written } from './pdf-internals.ts';
import { number } from './pdf-numbers.ts';
import { type Element, element, endTags, startTags, type Tags, textString, writeElements } from './pdf-tags.ts';

export type PdfOptions = {
  title: string;
  /** BCP 47: `en`, `ja`. */
  lang: string;
  /** The moment that the file says it was made; the only time in it. */
  createdAt: Date;
  /** Attached with relationship Data: what the pages show, for machines. */
  attachment?: { name: string; description: string; json: string };
  /** Leaves room for a PAdES signature (ETSI EN 319 142-1). Readers show `reason`, and `at` as the signing time. */
  signature?: { field: string; reason: string; at: Date };
};

/** Bytes kept for the CMS signature with its certificate chain and a timestamp; it is written as twice as many digits. */
export const signatureRoom = 8192;
const byteRangeRoom = 9_999_999_999;

/** Throws an Error for a character without glyph, a picture that is no PNG, and a title that breaks the metadata. */
export async function drawPdf(pages: readonly PageModel[], options: PdfOptions): Promise<Buffer> {
  const [first] = pages;
  if (first === undefined) throw new Error('a document has at least one page');
  const doc = open(options);
  const whole = written(doc);
  const pdf = inside(doc);
  pdf._root.data['ViewerPreferences'] = pdf.ref({ DisplayDocTitle: true, PrintScaling: 'None' });
  const fonts = await embedFonts(pdf, pages);
  const resources: Resources = {
    doc: pdf,
    fonts,
    pictures: new Map(),
    forms: new Map(),
    formNames: new Map(),
    paths: new Map(),
  };
  const tags = startTags(pdf);
  for (const page of pages) {
    doc.addPage({ size: [page.width / mmPerPoint, page.height / mmPerPoint], margin: 0 });
    drawPage(page, resources, tags);
  }
  endTags(pdf, tags);
  attach(doc, options);
  if (options.signature !== undefined) leaveRoom(pdf, options.signature);
  doc.end();
  return whole();
}

function open(options: PdfOptions): InstanceType<typeof PDFDocument> {
  // PDFKit copies the title into XML as it is.
  if (/[<>&]/.test(options.title)) throw new Error(`title must be free of <, > and &: ${options.title}`);
  return new PDFDocument({
    pdfVersion: '1.7',
    subset: 'PDF/A-3a',
    tagged: true,
    lang: options.lang,
    autoFirstPage: false,
    font: '', // else PDFKit refers to a Helvetica that is not in the file
    info: { Title: options.title, Creator: 'Hakkyu', Producer: 'Hakkyu', CreationDate: options.createdAt },
  });
}

/** One page being drawn: its operators, and its elements with the marked contents that are theirs. */
type Sheet = { content: string[]; elements: Element[]; owners: number[]; pdf: PdfInternals; paint: Paint };
type Paint = (shapes: readonly Shape[]) => string;

function drawPage(page: PageModel, resources: Resources, tags: Tags): void {
  const { doc, fonts } = resources;
  const { page: onto } = doc;
  const placed = placedOn(onto.height);
  const paint: Paint = (shapes) => operators(shapes, resources, placed);
  const sheet: Sheet = { content: [], elements: [], owners: [], pdf: doc, paint };
  drawParts(page.parts, tags.document, sheet);
  const upsideDown = `1 0 0 -1 0 ${number(onto.height)} cm`; // y grows downwards, as in the model
  setContent(onto, pack([upsideDown, ...sheet.content].join('\n')));
  onto.dictionary.data['StructParents'] = tags.owners.push(sheet.owners) - 1;
  writeElements(doc, sheet.elements, onto.dictionary);
  Object.assign(onto.fonts, fontResources(fonts));
  Object.assign(onto.xobjects, Object.fromEntries(placed.xobjects));
  if (placed.patterns.size > 0) Object.assign(onto.patterns, Object.fromEntries(placed.patterns));
}

/** In order: neighbouring shapes of one element become one marked content, artifacts stand between them. */
function drawParts(parts: readonly Inside[], parent: Element, sheet: Sheet): void {
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i];
    if (part === undefined) continue;
    if (isShape(part)) {
      const shapes = [part];
      for (let next = parts[i + 1]; next !== undefined && isShape(next); next = parts[i + 1]) {
        shapes.push(next);
        i += 1;
      }
      const mark = sheet.owners.push(parent.id) - 1;
      parent.kids.push(String(mark));
      sheet.content.push(`/${parent.role} <</MCID ${mark}>> BDC`, sheet.paint(shapes), 'EMC');
    } else if (part.role === 'Artifact') {
      if (part.inside.length === 0) continue;
      sheet.content.push('/Artifact <</Type /Layout>> BDC', sheet.paint(part.inside), 'EMC');
    } else {
      const inner = element(sheet.pdf, part.role, parent.id, attributes(part));
      parent.kids.push(`${inner.id} 0 R`);
      sheet.elements.push(inner);
      drawParts(part.inside, inner, sheet);
    }
  }
}

function attributes(part: Tagged | Figure): string {
  if (part.role === 'Figure') return `\n/Alt ${textString(part.alt)}`;
  return part.role === 'TH' ? '\n/A <</O /Table /Scope /Column>>' : '';
}

function attach(doc: InstanceType<typeof PDFDocument>, options: PdfOptions): void {
  if (options.attachment === undefined) return;
  const { name, description, json } = options.attachment;
  const made = { creationDate: options.createdAt, modifiedDate: options.createdAt };
  // The relationship is ISO 19005-3's; PDFKit's types do not know it yet.
  const settings = { name, description, type: 'application/json', relationship: 'Data', ...made };
  doc.file(Buffer.from(json, 'utf8'), settings as Parameters<typeof doc.file>[1]);
}

/** An invisible signature field on the last page, its value a dictionary whose Contents are zeros still. */
function leaveRoom(pdf: PdfInternals, wanted: { field: string; reason: string; at: Date }): void {
  const value = pdf.ref({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: 'ETSI.CAdES.detached',
    M: wanted.at,
    Reason: new String(wanted.reason),
    ByteRange: [0, byteRangeRoom, byteRangeRoom, byteRangeRoom],
    Contents: Buffer.alloc(signatureRoom),
  });
  value.end();
  const field = pdf.ref({
    Type: 'Annot',
    Subtype: 'Widget',
    FT: 'Sig',
    T: new String(wanted.field),
    V: value,
    Rect: [0, 0, 0, 0],
    F: 132, // printed, locked
    P: pdf.page.dictionary,
  });
  field.end();
  pdf.page.annotations.push(field);
  // PDFKit's own initForm() would set NeedAppearances and a font that is not embedded.
  const form = pdf.ref({ Fields: [field], SigFlags: 3 });
  form.end();
  pdf._root.data['AcroForm'] = form;
  pdf.endAcroForm = () => pdf;
}
