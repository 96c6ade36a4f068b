/** What stands in the way of showing a PDF's pages to a chamber. The words are in `evidence-pdf-words.ts`. */
export const evidenceDangers = [
  'encrypted', // with a password, or locked against changes
  'script',
  'opens_by_itself', // does something when it is opened, or when a page is shown
  'reaches_out', // starts programs, sends forms, opens other files
  'attachment',
  'media', // film, sound, 3D
  'xfa', // an XML form: what is seen is not on the pages
  'big_picture',
  'font_missing', // Chinese or Korean text whose font is neither inside nor ours: it would be left out of the picture
] as const;
export type EvidenceDanger = (typeof evidenceDangers)[number];

/** The objects of a PDF as qpdf's JSON (version 2) lists them: names decoded, object streams unpacked. */
export type PdfObjects = { readonly [name: string]: { value?: Json; stream?: { dict?: Json } } };
type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Dictionary = { readonly [key: string]: Json };

/** Keys that no invoice needs, wherever they stand (ISO 32000-1 §12.6 actions, §7.11.4 embedded files, §12.7.8 XFA). */
const keys = new Map<string, EvidenceDanger>([
  ['/Encrypt', 'encrypted'],
  ['/JavaScript', 'script'],
  ['/JS', 'script'],
  ['/AA', 'opens_by_itself'],
  ['/Launch', 'reaches_out'],
  ['/EmbeddedFile', 'attachment'],
  ['/EmbeddedFiles', 'attachment'],
  ['/EF', 'attachment'],
  ['/RichMedia', 'media'],
  ['/RichMediaContent', 'media'],
  ['/XFA', 'xfa'],
]);

/** Kinds of action, annotation and stream, named by /S, /Type or /Subtype. /URI and /GoTo are not here: a picture of a link is harmless. */
const kinds = new Map<Json, EvidenceDanger>([
  ['/JavaScript', 'script'],
  ['/Launch', 'reaches_out'],
  ['/SubmitForm', 'reaches_out'],
  ['/ImportData', 'reaches_out'],
  ['/GoToR', 'reaches_out'],
  ['/GoToE', 'reaches_out'],
  ['/EmbeddedFile', 'attachment'],
  ['/FileAttachment', 'attachment'],
  ['/RichMedia', 'media'],
  ['/RichMediaExecute', 'media'],
  ['/Rendition', 'media'],
  ['/Movie', 'media'],
  ['/Sound', 'media'],
  ['/3D', 'media'],
]);

/**
 * The first danger found in any object, or undefined.
 * @param maxPicturePixels width × height that one picture may declare
 */
export function findDanger(objects: PdfObjects, maxPicturePixels: number): EvidenceDanger | undefined {
  for (const object of Object.values(objects)) {
    const found =
      (object.stream && streamDanger(object.stream.dict, objects, maxPicturePixels)) ??
      valueDanger(object.value ?? object.stream?.dict ?? null, objects);
    if (found) return found;
  }
  return undefined;
}

/** Walks with a list instead of recursion, so that deep nesting cannot exhaust the stack. */
function valueDanger(value: Json, objects: PdfObjects): EvidenceDanger | undefined {
  const waiting: Json[] = [value];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (isDictionary(next)) {
      const found = dictionaryDanger(next, objects);
      if (found) return found;
    }
    const inside = typeof next === 'object' && next !== null ? Object.values(next) : [];
    for (const each of inside) waiting.push(each);
  }
  return undefined;
}

function dictionaryDanger(dict: Dictionary, objects: PdfObjects): EvidenceDanger | undefined {
  if (isFontWithoutGlyphs(dict, objects)) return 'font_missing';
  for (const [key, value] of Object.entries(dict)) {
    const found = entryDanger(key, value, objects);
    if (found) return found;
  }
  return undefined;
}

function entryDanger(key: string, value: Json, objects: PdfObjects): EvidenceDanger | undefined {
  if (key === '/OpenAction') return isHarmlessOpening(resolve(value, objects)) ? undefined : 'opens_by_itself';
  if (key === '/S' || key === '/Type' || key === '/Subtype') return kinds.get(resolve(value, objects));
  return keys.get(key);
}

/**
 * Word processors and LaTeX write which page to show first: as a destination, or long-hand as one GoTo action. Both stay
 * inside the document. Any other action, or one followed by more (/Next), acts without being asked.
 */
function isHarmlessOpening(action: Json): boolean {
  if (!isDictionary(action)) return true;
  return action['/S'] === '/GoTo' && action['/Next'] === undefined;
}

/**
 * A composite font (ISO 32000-1 §9.7) that is only named. For the Japanese collection we have glyphs; for another one, or
 * for glyph numbers of a font that is not here, there are none. Simple Latin fonts are replaced by PDFium itself.
 */
function isFontWithoutGlyphs(dict: Dictionary, objects: PdfObjects): boolean {
  if (dict['/Subtype'] !== '/CIDFontType0' && dict['/Subtype'] !== '/CIDFontType2') return false;
  const descriptor = resolve(dict['/FontDescriptor'] ?? null, objects);
  const files = ['/FontFile', '/FontFile2', '/FontFile3'];
  const embedded = isDictionary(descriptor) && files.some((key) => descriptor[key] !== undefined);
  const system = resolve(dict['/CIDSystemInfo'] ?? null, objects);
  const ordering = isDictionary(system) ? resolve(system['/Ordering'] ?? null, objects) : null;
  return !embedded && ordering !== 'u:Japan1';
}

function streamDanger(dict: Json | undefined, objects: PdfObjects, maxPixels: number): EvidenceDanger | undefined {
  if (dict === undefined || !isDictionary(dict)) return undefined;
  if (dict['/F'] !== undefined) return 'reaches_out'; // its data would come from another file (ISO 32000-1 §7.3.8.2)
  const [width, height] = [dict['/Width'], dict['/Height']].map((each) => resolve(each ?? null, objects));
  return typeof width === 'number' && typeof height === 'number' && width * height > maxPixels
    ? 'big_picture'
    : undefined;
}

/** Follows references as far as they go; one that leads nowhere, or round in a circle, is null as in the standard. */
function resolve(value: Json, objects: PdfObjects): Json {
  let current = value;
  for (let steps = 0; steps < 20; steps += 1) {
    if (typeof current !== 'string' || !/^\d+ \d+ R$/.test(current)) return current;
    const object: PdfObjects[string] | undefined = objects[`obj:${current}`];
    current = object?.value ?? object?.stream?.dict ?? null;
  }
  return null;
}

function isDictionary(value: Json): value is Dictionary {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
