/** PDFs for the tests of `evidence-pdf.ts`, built by hand, because no library would write most of them. */
import { deflateSync } from 'node:zlib';

/** Objects by number, in PDF syntax or as a whole stream object's bytes. */
export type Objects = { readonly [number: number]: string | Buffer };

/** A classic file with a correct cross-reference table. `trailer` is added to its dictionary; object 1 is the catalog. */
export function pdfOf(objects: Objects, trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  let length = parts[0]?.length ?? 0;
  const offsets = new Map<number, number>();
  const add = (bytes: Buffer) => {
    parts.push(bytes);
    length += bytes.length;
  };
  for (const [number, body] of Object.entries(objects)) {
    offsets.set(Number(number), length);
    add(Buffer.from(`${number} 0 obj\n`, 'latin1'));
    add(typeof body === 'string' ? Buffer.from(body, 'latin1') : body);
    add(Buffer.from('\nendobj\n', 'latin1'));
  }
  const start = length;
  const size = [...offsets.keys()].reduce((most, number) => Math.max(most, number), 0) + 1;
  const rows = ['0000000000 65535 f \n'];
  for (let number = 1; number < size; number += 1) {
    const offset = offsets.get(number);
    rows.push(offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`);
  }
  const trail = trailer.replace('@START', String(start));
  add(Buffer.from(`xref\n0 ${size}\n${rows.join('')}trailer\n<< /Size ${size} /Root 1 0 R ${trail} >>\n`, 'latin1'));
  add(Buffer.from(`startxref\n${start}\n%%EOF\n`, 'latin1'));
  return Buffer.concat(parts);
}

export function stream(dictionary: string, data: Buffer | string, compressed = false): Buffer {
  const bytes = compressed ? deflateSync(data, { level: 9 }) : Buffer.from(data);
  const filter = compressed ? '/Filter /FlateDecode' : '';
  const head = `<< ${dictionary} ${filter} /Length ${bytes.length} >>\nstream\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), bytes, Buffer.from('\nendstream', 'latin1')]);
}

/**
 * One page that says INVOICE. The words given go into the catalog and the page, further objects (from 10) beside.
 * Objects: 1 catalog, 2 page tree, 3 page, 4 its content, 5 font.
 */
export function onePage(more: { catalog?: string; page?: string; objects?: Objects; trailer?: string } = {}): Buffer {
  const fonts = '/Resources << /Font << /F 5 0 R >> >>';
  const contents = more.page?.includes('/Contents') ? '' : '/Contents 4 0 R';
  return pdfOf(
    {
      1: `<< /Type /Catalog /Pages 2 0 R ${more.catalog ?? ''} >>`,
      2: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      3: `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${contents} ${more.page ?? fonts} >>`,
      4: stream('', 'BT /F 24 Tf 72 720 Td (INVOICE) Tj ET'),
      5: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
      ...more.objects,
    },
    more.trailer,
  );
}

/** One page, whose content and resources are given. */
export function drawing(content: string | Buffer, resources = '', objects: Objects = {}): Buffer {
  return onePage({ page: `/Resources << ${resources} >>`, objects: { 4: stream('', content, true), ...objects } });
}

/** One page whose text has a composite font that is named, not embedded. `text` is in the font's encoding, hexadecimal. */
export function namedFont(text: string, name: string, encoding: string, ordering: string): Buffer {
  const system = `/CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement 2 >>`;
  const metrics =
    '/Flags 4 /FontBBox [0 -137 1000 859] /ItalicAngle 0 /Ascent 859 /Descent -137 /CapHeight 769 /StemV 78';
  return onePage({
    objects: {
      4: stream('', `BT /F 24 Tf 72 720 Td <${text}> Tj ET`),
      5: `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /${encoding} /DescendantFonts [10 0 R] >>`,
      10: `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${name} ${system} /FontDescriptor 11 0 R /DW 1000 >>`,
      11: `<< /Type /FontDescriptor /FontName /${name} ${metrics} >>`,
    },
  });
}

const fileSpec = '<< /Type /Filespec /F (a.exe) /EF << /F 11 0 R >> >>';
const embedded = stream('/Type /EmbeddedFile', 'MZ');
const annotation = (entries: string) => `/Annots [<< /Type /Annot /Rect [0 0 99 99] ${entries} >>]`;

/** Refused for what it could do, and how it is hidden. */
export const activeFiles: readonly [name: string, reason: string, pdf: () => Buffer][] = [
  [
    'JavaScript on opening',
    'opens_by_itself',
    () => onePage({ catalog: '/OpenAction 10 0 R', objects: { 10: '<< /S /JavaScript /JS (app.alert(1)) >>' } }),
  ],
  [
    'JavaScript in the name tree',
    'script',
    () =>
      onePage({
        catalog: '/Names << /JavaScript << /Names [(a) 10 0 R] >> >>',
        objects: { 10: '<< /S /JavaScript /JS (a) >>' },
      }),
  ],
  [
    'JavaScript when the page is shown',
    'opens_by_itself',
    () => onePage({ page: '/AA << /O << /S /JavaScript /JS (a) >> >>' }),
  ],
  [
    'JavaScript behind a link',
    'script',
    () => onePage({ page: annotation('/Subtype /Link /A << /S /JavaScript /JS (a) >>') }),
  ],
  [
    'a name with a hexadecimal escape',
    'script',
    () => onePage({ page: annotation('/Subtype /Link /A << /S /J#61vaScript /J#53 (a) >>') }),
  ],
  [
    'a script kept in a stream',
    'script',
    () =>
      onePage({
        page: annotation('/Subtype /Link /A << /S 11 0 R /J#53 10 0 R >>'),
        objects: { 10: stream('', 'a', true), 11: '/JavaScript' },
      }),
  ],
  [
    'a kind of action named by reference',
    'reaches_out',
    () => onePage({ page: annotation('/Subtype /Link /A << /S 10 0 R /F (a.exe) >>'), objects: { 10: '/L#61unch' } }),
  ],
  [
    'a page action that opens a site',
    'opens_by_itself',
    () => onePage({ page: '/AA << /O << /S /URI /URI (https://example.com) >> >>' }),
  ],
  [
    'opening a site on opening',
    'opens_by_itself',
    () => onePage({ catalog: '/OpenAction << /S /URI /URI (https://example.com) >>' }),
  ],
  [
    'a harmless action with another after it',
    'opens_by_itself',
    () => onePage({ catalog: '/OpenAction << /S /GoTo /D [3 0 R /Fit] /Next << /S /Named /N /Print >> >>' }),
  ],
  [
    'starting a program',
    'reaches_out',
    () => onePage({ page: annotation('/Subtype /Link /A << /S /Launch /F (cmd.exe) >>') }),
  ],
  [
    'opening a file elsewhere',
    'reaches_out',
    () => onePage({ page: annotation('/Subtype /Link /A << /S /GoToR /F (\\\\\\\\host\\\\share) /D [0 /Fit] >>') }),
  ],
  [
    'sending a form',
    'reaches_out',
    () => onePage({ page: annotation('/Subtype /Link /A << /S /SubmitForm /F (https://example.com) >>') }),
  ],
  ['page content from another file', 'reaches_out', () => onePage({ objects: { 4: stream('/F (/etc/passwd)', '') } })],
  [
    'an embedded file',
    'attachment',
    () =>
      onePage({
        catalog: '/Names << /EmbeddedFiles << /Names [(a) 10 0 R] >> >>',
        objects: { 10: fileSpec, 11: embedded },
      }),
  ],
  [
    'a file pinned to the page',
    'attachment',
    () => onePage({ page: annotation('/Subtype /FileAttachment /FS 10 0 R'), objects: { 10: fileSpec, 11: embedded } }),
  ],
  ['rich media', 'media', () => onePage({ page: annotation('/Subtype /RichMedia /RichMediaContent << >>') })],
  ['a film', 'media', () => onePage({ page: annotation('/Subtype /Movie /Movie << /F (a.avi) >>') })],
  [
    'an XFA form',
    'xfa',
    () => onePage({ catalog: '/AcroForm << /Fields [] /XFA 10 0 R >>', objects: { 10: stream('', '<xdp/>') } }),
  ],
  [
    'a script in an object that nothing refers to',
    'script',
    () => onePage({ objects: { 10: '<< /S /JavaScript /JS (a) >>' } }),
  ],
];

const huge = '/Type /XObject /Subtype /Image /ColorSpace /DeviceGray /BitsPerComponent 8';

/** Forms that draw each other: 10^12 squares from a few hundred bytes. */
function bomb(): Buffer {
  const form = (name: string, next: number | undefined) => {
    const draws = next === undefined ? '0 0 9 9 re f' : '/X Do '.repeat(10);
    return stream(`/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << ${name} >>`, draws);
  };
  const objects: Record<number, Buffer> = {};
  for (let level = 10; level < 22; level += 1) objects[level] = form(`/XObject << /X ${level + 1} 0 R >>`, level + 1);
  objects[22] = form('', undefined);
  return drawing('/X Do', '/XObject << /X 10 0 R >>', objects);
}

function blanks(): Buffer {
  const contents = `/Contents [${'4 0 R '.repeat(40)}]`;
  return onePage({ page: contents, objects: { 4: stream('', Buffer.alloc(20_000_000, ' '), true) } });
}

function manyObjects(): Buffer {
  const objects: Record<number, string> = {};
  for (let number = 10; number < 100_000; number += 1) objects[number] = '[0]';
  return onePage({ objects });
}

function pageTree(pages: number): Buffer {
  const objects: Record<number, string> = { 1: '<< /Type /Catalog /Pages 2 0 R >>' };
  const kids = Array.from({ length: pages }, (_, index) => `${index + 3} 0 R`);
  objects[2] = `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${pages} >>`;
  for (let index = 0; index < pages; index += 1) {
    objects[index + 3] = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>';
  }
  return pdfOf(objects);
}

/** Refused for what it would cost, or because it cannot be read without guessing. */
export const brokenFiles: readonly [name: string, reasons: readonly string[], pdf: () => Buffer][] = [
  ['no bytes', ['empty'], () => Buffer.alloc(0)],
  ['more than 10 MB', ['too_big'], () => Buffer.concat([onePage(), Buffer.alloc(10 * 1024 * 1024, ' ')])],
  [
    'a picture',
    ['not_pdf'],
    () =>
      Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABc3UBGAAAAABJRU5ErkJggg==',
        'base64',
      ),
  ],
  [
    'a web page that is also a PDF',
    ['not_pdf'],
    () => Buffer.concat([Buffer.from('<script>alert(1)</script>\n'), onePage()]),
  ],
  ['only its first line', ['unreadable'], () => Buffer.from('%PDF-1.7\n')],
  ['the first half', ['unreadable'], () => onePage().subarray(0, 400)],
  ['all but the end', ['unreadable'], () => onePage().subarray(0, -20)],
  [
    'random bytes behind the first line',
    ['unreadable'],
    () => Buffer.concat([Buffer.from('%PDF-1.7\n'), deflateSync(Buffer.alloc(300_000, 'x'))]),
  ],
  ['201 pages', ['too_many_pages'], () => pageTree(201)],
  ['no pages', ['unreadable'], () => pageTree(0)],
  [
    'a page tree that contains itself',
    ['unreadable'],
    () => onePage({ objects: { 2: '<< /Type /Pages /Kids [2 0 R] /Count 1 >>' } }),
  ],
  ['a cross-reference table that refers to itself', ['unreadable'], () => onePage({ trailer: '/Prev @START' })],
  [
    'a picture of 30,000 × 30,000 points',
    ['big_picture'],
    () =>
      drawing('/X Do', '/XObject << /X 10 0 R >>', {
        10: stream(`${huge} /Width 30000 /Height 30000`, Buffer.alloc(1_000_000), true),
      }),
  ],
  [
    'a picture whose size stands elsewhere',
    ['big_picture'],
    () =>
      drawing('/X Do', '/XObject << /X 10 0 R >>', {
        10: stream(`${huge} /Width 11 0 R /Height 11 0 R`, '', true),
        11: '30000',
      }),
  ],
  ['Chinese in a font that is not inside', ['font_missing'], () => namedFont('b7a2c6b1', 'SimSun', 'GBK-EUC-H', 'GB1')],
  [
    'glyphs of a font that is not inside',
    ['font_missing'],
    () => namedFont('01230124', 'MS-Mincho', 'Identity-H', 'Identity'),
  ],
  ['forms that draw each other ten times each', ['too_heavy'], bomb],
];

/** Strange, but nothing to refuse: must end in pictures within the limits, or be refused; both in time. */
export const heavyFiles: readonly [name: string, pdf: () => Buffer][] = [
  [
    'a page of 10 km',
    () =>
      onePage({
        objects: {
          3: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 28346456 28346456] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>',
        },
      }),
  ],
  [
    'a page one point high and endlessly wide',
    () => onePage({ objects: { 3: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99999999 1] >>' } }),
  ],
  ['100,000 objects', manyObjects],
  ['arrays nested 100,000 deep', () => onePage({ objects: { 10: '['.repeat(100_000) + ']'.repeat(100_000) } })],
  [
    'a page tree that promises a thousand million pages',
    () => onePage({ objects: { 2: '<< /Type /Pages /Kids [3 0 R] /Count 1000000000 >>' } }),
  ],
  ['800 MB of blanks as content', blanks],
  [
    'an inline picture of 30,000 × 30,000 points',
    () => drawing('q 500 0 0 500 0 0 cm BI /W 30000 /H 30000 /CS /G /BPC 8 ID x EI Q'),
  ],
  [
    'a form that draws itself',
    () =>
      drawing('/X Do', '/XObject << /X 10 0 R >>', {
        10: stream('/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 10 0 R >> >>', '/X Do'),
      }),
  ],
];
