// What PDF/A-3a (ISO 19005-3:2012, conformance level A) asks of a file, as far as it can be read out of the objects that
// qpdf finds in it. This is no validator: it knows the clauses named here and no others, and it does not read the page's
// operators. Clause numbers are those of ISO 19005-3.
import { dictOf, type PdfDict, type PdfObjects, type PdfValue, readObjects } from './qpdf.ts';
import { elementsOf, figuresWithoutAlt } from './structure.ts';

type File = { pdf: Buffer; objects: PdfObjects; root: PdfDict; xmp: string; all: PdfDict[] };
type Check = { clause: string; rule: string; holds: (file: File) => boolean };

/** Each rule that the file breaks, as `clause: rule`; empty when none is found. Throws when qpdf cannot read it. */
export async function pdfAFaults(pdf: Buffer): Promise<string[]> {
  const objects = await readObjects(pdf);
  const root = objects.dict(objects.trailer, '/Root');
  const xmp = objects.bytes(root['/Metadata']).toString('utf8');
  const file: File = { pdf, objects, root, xmp, all: objects.all() };
  return checks.filter(({ holds }) => !holds(file)).map(({ clause, rule }) => `${clause}: ${rule}`);
}

const named = (value: PdfValue | undefined): string => String(value ?? '');
const has = (dict: PdfDict, key: string): boolean => dict[key] !== undefined;
const text = (value: PdfValue | undefined): string => named(value).replace(/^u:/, '');

const structure: readonly Check[] = [
  {
    clause: '6.1.2',
    rule: 'header, then a comment of four bytes above 127',
    holds: ({ pdf }) => /^%PDF-1\.[0-7]\n%[\x80-\xff]{4}/.test(pdf.toString('latin1', 0, 20)),
  },
  {
    clause: '6.1.3',
    rule: 'an ID in the trailer, no encryption, nothing behind the end',
    holds: ({ pdf, objects }) => {
      const { trailer } = objects;
      const ids = objects.list(trailer, '/ID');
      return ids.length === 2 && !has(trailer, '/Encrypt') && /%%EOF\r?\n?$/.test(pdf.subarray(-8).toString('latin1'));
    },
  },
  {
    clause: '6.1.4',
    rule: 'startxref points to a cross-reference table whose offsets are those of the objects',
    holds: ({ pdf }) => crossReferencesHold(pdf),
  },
  {
    clause: '6.1.7',
    rule: 'no stream is kept in another file or packed by LZW',
    holds: ({ all }) =>
      all.every((dict) => !has(dict, '/FFilter') && !JSON.stringify(dict['/Filter'] ?? '').includes('LZW')),
  },
  {
    clause: '6.1.12',
    rule: 'no permissions but those of the chamber’s signature',
    holds: ({ root, objects }) => Object.keys(objects.dict(root, '/Perms')).every((key) => key === '/DocMDP'),
  },
  {
    clause: '6.1.13',
    rule: 'whole numbers within 32 bits, names of at most 127 bytes',
    holds: ({ all }) =>
      all.every((dict) =>
        Object.entries(dict).every(([key, value]) => Buffer.byteLength(key) <= 128 && isSmall(value)),
      ),
  },
];

const colour: readonly Check[] = [
  {
    clause: '6.2.3',
    rule: 'one output intent GTS_PDFA1 with an ICC profile of three colours',
    holds: ({ root, objects }) => {
      const intents = objects.list(root, '/OutputIntents').map((each) => dictOf(objects.get(each)));
      const [intent = {}] = intents;
      const profile = objects.bytes(intent['/DestOutputProfile']);
      const isProfile = profile.toString('latin1', 36, 40) === 'acsp' && profile.toString('latin1', 16, 20) === 'RGB ';
      return intents.length === 1 && intent['/S'] === '/GTS_PDFA1' && isProfile;
    },
  },
  {
    clause: '6.2.4',
    rule: 'pictures are in RGB or grey, as the output intent covers',
    holds: ({ all }) => pictures(all).every((one) => ['/DeviceRGB', '/DeviceGray'].includes(named(one['/ColorSpace']))),
  },
  {
    clause: '6.2.8',
    rule: 'pictures are not smoothed, have no alternates',
    holds: ({ all }) => pictures(all).every((one) => one['/Interpolate'] !== true && !has(one, '/Alternates')),
  },
  {
    clause: '6.2.9',
    rule: 'no PostScript and no reference XObjects',
    holds: ({ all }) =>
      all.every((dict) => dict['/Subtype'] !== '/PS' && dict['/Subtype2'] !== '/PS' && !has(dict, '/Ref')),
  },
  {
    clause: '6.2.10',
    rule: 'transparency is that of pictures alone, blended in the colours of the output intent',
    holds: ({ all }) =>
      all.every((dict) => !has(dict, '/BM') && (!has(dict, '/SMask') || dict['/Subtype'] === '/Image')),
  },
];

const fonts: readonly Check[] = [
  {
    clause: '6.2.11.4',
    rule: 'every font is embedded',
    holds: ({ all, objects }) => {
      const descendants = all.filter((dict) => dict['/Subtype'] === '/CIDFontType2');
      const simple = all.filter(
        (dict) => dict['/Type'] === '/Font' && /^\/(Type1|TrueType|Type3)$/.test(named(dict['/Subtype'])),
      );
      const isEmbedded = (font: PdfDict): boolean =>
        objects.bytes(objects.dict(font, '/FontDescriptor')['/FontFile2']).length > 1000;
      return descendants.length > 0 && simple.length === 0 && descendants.every(isEmbedded);
    },
  },
  {
    clause: '6.2.11.3',
    rule: 'codes are Identity-H, and the file says which glyph each is',
    holds: ({ all, objects }) =>
      composite(all).every((font) => font['/Encoding'] === '/Identity-H') &&
      all
        .filter((dict) => dict['/Subtype'] === '/CIDFontType2')
        .every((font) => font['/CIDToGIDMap'] === '/Identity' || objects.bytes(font['/CIDToGIDMap']).length >= 4),
  },
  {
    clause: '6.2.11.7',
    rule: 'every font maps its codes to Unicode, none to nothing or to a private character',
    holds: ({ all, objects }) =>
      composite(all).every((font) => {
        const map = objects.bytes(font['/ToUnicode']).toString('latin1');
        const targets = [...map.matchAll(/^<[0-9a-f]{4}> <([0-9a-f]+)>$/gm)].map(([, hex = '']) => hex);
        return targets.length > 0 && targets.every((hex) => !/^(0000|fffe|feff|[ef][0-8][0-9a-f]{2}$)/.test(hex));
      }),
  },
];

const behaviour: readonly Check[] = [
  {
    clause: '6.3.2',
    rule: 'annotations are printed and not hidden',
    // Bits of F: 1 Invisible, 2 Hidden, 3 Print, 6 NoView, 9 ToggleNoView.
    holds: ({ all }) => annotations(all).every((one) => (Number(one['/F']) & 0b1_0010_0111) === 0b100),
  },
  {
    clause: '6.3.3',
    rule: 'an annotation has an appearance, unless it has no size',
    holds: ({ all, objects }) =>
      annotations(all).every((one) => {
        const [x1, y1, x2, y2] = objects.list(one, '/Rect');
        return has(one, '/AP') || (x1 === x2 && y1 === y2);
      }),
  },
  {
    clause: '6.4.1',
    rule: 'forms do nothing by themselves and ask for no appearance',
    holds: ({ all, root, objects }) =>
      !has(objects.dict(root, '/AcroForm'), '/NeedAppearances') &&
      annotations(all).every((one) => !has(one, '/A') && !has(one, '/AA')),
  },
  {
    clause: '6.4.2',
    rule: 'no XFA',
    holds: ({ root, objects }) => !has(objects.dict(root, '/AcroForm'), '/XFA') && !has(root, '/NeedsRendering'),
  },
  {
    clause: '6.4.3',
    rule: 'a signature is over the whole file but itself',
    holds: ({ pdf, all, objects }) =>
      all
        .filter((dict) => dict['/Type'] === '/Sig')
        .every((signature) => {
          const [start, lt, gt, rest] = objects.list(signature, '/ByteRange').map(Number);
          return (
            start === 0 &&
            pdf[lt ?? 0] === 0x3c &&
            pdf[(gt ?? 0) - 1] === 0x3e &&
            (gt ?? 0) + (rest ?? 0) === pdf.length
          );
        }),
  },
  {
    clause: '6.5',
    rule: 'no actions, no JavaScript',
    holds: ({ all, root }) =>
      all.every(
        (dict) => !has(dict, '/JS') && !/^\/(JavaScript|Launch|SubmitForm|URI|GoToR)$/.test(named(dict['/S'])),
      ) &&
      !has(root, '/OpenAction') &&
      !has(root, '/AA'),
  },
  { clause: '6.9', rule: 'no optional content', holds: ({ root }) => !has(root, '/OCProperties') },
  {
    clause: '6.10',
    rule: 'no alternate presentations, no page steps',
    holds: ({ all }) => all.every((dict) => !has(dict, '/AlternatePresentations') && !has(dict, '/PresSteps')),
  },
];

const meaning: readonly Check[] = [
  {
    clause: '6.6.2',
    rule: 'the metadata is XML in one packet, not packed',
    holds: ({ xmp, root, objects }) => {
      const dict = objects.dict(root, '/Metadata');
      return (
        dict['/Subtype'] === '/XML' && /^<\?xpacket begin="\uFEFF?" id="[^"]+"\?>/.test(xmp) && !has(dict, '/Filter')
      );
    },
  },
  {
    clause: '6.6.4',
    rule: 'the metadata says part 3, conformance A',
    holds: ({ xmp }) => xmlValue(xmp, 'pdfaid:part') === '3' && xmlValue(xmp, 'pdfaid:conformance') === 'A',
  },
  {
    clause: '6.6.2.3',
    rule: 'the metadata has no property of a schema that it would have to describe',
    holds: ({ xmp }) =>
      [...xmp.matchAll(/<\/?([a-z]+):/gi)].every(([, prefix = '']) =>
        ['x', 'rdf', 'pdfaid', 'xmp', 'dc', 'pdf'].includes(prefix),
      ),
  },
  {
    clause: '6.6.3',
    rule: 'title, program and time are the same in the metadata and in Info',
    holds: ({ xmp, objects }) => {
      const info = objects.dict(objects.trailer, '/Info');
      const said = (key: string): string => text(objects.get(info[key]));
      const time = (value: string): string => value.replace(/[^0-9Z]/g, '');
      return (
        said('/Title') !== '' &&
        xmlValue(xmp, 'rdf:li') === said('/Title') &&
        xmlValue(xmp, 'xmp:CreatorTool') === said('/Creator') &&
        xmlValue(xmp, 'pdf:Producer') === said('/Producer') &&
        time(xmlValue(xmp, 'xmp:CreateDate')) === time(said('/CreationDate'))
      );
    },
  },
  {
    clause: '6.7.2',
    rule: 'the file is marked as tagged',
    holds: ({ root, objects }) => objects.dict(root, '/MarkInfo')['/Marked'] === true,
  },
  {
    clause: '6.7.3',
    rule: 'a structure tree of standard roles begins with one Document; pages name their place in it',
    holds: ({ objects, all }) => {
      const roles = elementsOf(objects).map((element) => named(element['/S']).slice(1));
      const pages = all.filter((dict) => dict['/Type'] === '/Page');
      return (
        roles[0] === 'Document' &&
        roles.filter((role) => role === 'Document').length === 1 &&
        roles.every((role) => standardRoles.has(role)) &&
        new Set(pages.map((page) => page['/StructParents'])).size === pages.length &&
        pages.every((page) => has(page, '/StructParents'))
      );
    },
  },
  {
    clause: '6.7.4',
    rule: 'the language of the file is said',
    holds: ({ root, objects }) => /^[a-z]{2}$/.test(text(objects.get(root['/Lang']))),
  },
  {
    clause: '6.7.5',
    rule: 'every figure says what it shows',
    holds: ({ objects }) => figuresWithoutAlt(objects) === 0,
  },
  {
    clause: '6.8',
    rule: 'every attachment has two names, a kind, a date, its relationship, and is named by the catalog',
    holds: ({ all, root, objects }) => {
      const specs = all.filter((dict) => dict['/Type'] === '/Filespec');
      const listed = objects.list(root, '/AF').map((each) => objects.get(each));
      return specs.every((spec) => isWhole(spec, objects) && listed.some((one) => one === spec));
    },
  },
];

const checks = [...structure, ...colour, ...fonts, ...behaviour, ...meaning];
export const clausesChecked: readonly string[] = checks.map(({ clause }) => clause);

// ISO 32000-1, 14.8.4: those that the drawer may use.
const standardRoles = new Set(['Document', 'Sect', 'H1', 'H2', 'P', 'Table', 'TR', 'TH', 'TD', 'Figure']);

const pictures = (all: readonly PdfDict[]): PdfDict[] => all.filter((dict) => dict['/Subtype'] === '/Image');
const composite = (all: readonly PdfDict[]): PdfDict[] => all.filter((dict) => dict['/Subtype'] === '/Type0');
const annotations = (all: readonly PdfDict[]): PdfDict[] => all.filter((dict) => dict['/Type'] === '/Annot');

function isSmall(value: PdfValue): boolean {
  if (Array.isArray(value)) return value.every(isSmall);
  if (typeof value !== 'number') return !/^\/.{128,}/.test(named(value));
  return !Number.isInteger(value) || Math.abs(value) <= 2_147_483_647;
}

/** The text of the first element of that name. */
const xmlValue = (xmp: string, name: string): string =>
  new RegExp(`<${name}(?: [^>]*)?>([^<]*)</${name}>`).exec(xmp)?.[1] ?? '';

function isWhole(spec: PdfDict, objects: PdfObjects): boolean {
  const file = objects.dict(objects.dict(spec, '/EF'), '/F');
  const { '/ModDate': changed } = objects.dict(file, '/Params');
  return (
    has(spec, '/F') &&
    has(spec, '/UF') &&
    /^\/(Source|Data|Alternative|Supplement|Unspecified)$/.test(named(spec['/AFRelationship'])) &&
    /^\/[a-z]+\/[a-z.+-]+$/.test(named(file['/Subtype'])) &&
    /^u:D:\d{14}/.test(named(changed))
  );
}

/** A classic table in one section: each entry in use points to `12 0 obj`. */
function crossReferencesHold(pdf: Buffer): boolean {
  const file = pdf.toString('latin1');
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(file)?.[1] ?? -1);
  const [head, first = '', count = ''] = /^xref\r?\n(\d+) (\d+)\r?\n/.exec(file.slice(start, start + 60)) ?? [];
  if (head === undefined) return false;
  return Array.from({ length: Number(count) }, (_, i) => {
    const entry = file.slice(start + head.length + 20 * i, start + head.length + 20 * (i + 1));
    const [, offset = '', inUse] = /^(\d{10}) \d{5} (n|f)[ \r][\r\n]$/.exec(entry) ?? [];
    if (inUse === 'f') return i === 0;
    return inUse === 'n' && file.startsWith(`${Number(first) + i} 0 obj`, Number(offset));
  }).every(Boolean);
}
