// PDF/A-3a as far as it can be read without a validator: none is to be had as a package of npm or Debian (decision 0009).
import { beforeAll, describe, expect, test } from 'vitest';
import { drawRecord } from '../../src/certificates/draw-record.ts';
import { drawPdf } from '../../src/paper/draw-pdf.ts';
import { statementTitle, usageStatementPage } from '../../src/payments/usage-statement.ts';
import { clausesChecked, pdfAFaults } from './pdf-a.ts';
import { demoStatement, sampleNames, sampleRecord, signedAt, signedPaper, throwAwaySigner } from './samples.ts';

let paper: Buffer;
beforeAll(async () => {
  const signer = await throwAwaySigner('The Naniwa Chamber of Commerce and Industry (Demo)');
  paper = await signedPaper(sampleRecord('japanese-marks'), 'ORIGINAL', signer);
}, 30_000);

describe('what is drawn breaks no rule of PDF/A-3a that is checked', () => {
  test.each(sampleNames)('%s, signed', { timeout: 60_000 }, async (name) => {
    const signer = await throwAwaySigner('The Naniwa Chamber of Commerce and Industry (Demo)');
    expect(await pdfAFaults(await signedPaper(sampleRecord(name), 'COPY', signer))).toEqual([]);
  });

  test('a specimen', async () => {
    expect(await pdfAFaults((await drawRecord(sampleRecord('one-line'))).pdf)).toEqual([]);
  });

  test('a usage statement', async () => {
    const options = { title: statementTitle, lang: 'ja', createdAt: signedAt };
    expect(await pdfAFaults(await drawPdf([usageStatementPage(demoStatement)], options))).toEqual([]);
  });
});

describe('each check can fail', () => {
  /** One piece of the file for another of the same length, so that all else stays where it is. */
  const changed = (from: string, to: string): Buffer => {
    if (from.length !== to.length) throw new Error('lengths differ');
    const file = paper.toString('latin1');
    if (!file.includes(from)) throw new Error(`not in the file: ${from}`);
    return Buffer.from(file.replace(from, to), 'latin1');
  };

  const wrong = [
    ['6.1.2', '%\xff\xff\xff\xff', '%abcd'],
    ['6.1.3', '/ID [', '/IX ['],
    ['6.2.3', '/OutputIntents', '/OutputIntentX'],
    ['6.2.3', '/S /GTS_PDFA1', '/S /GTS_PDFX1'],
    ['6.2.4', '/ColorSpace /DeviceRGB', '/ColorSpace /DeviceXYZ'],
    ['6.2.11.4', '/FontFile2', '/FontFileX'],
    ['6.2.11.3', '/Encoding /Identity-H', '/Encoding /Identity-V'],
    ['6.2.11.7', '/ToUnicode', '/ToUnicodX'],
    ['6.3.2', '/F 132', '/F 130'],
    ['6.3.3', '/Rect [0 0 0 0]', '/Rect [0 0 9 9]'],
    ['6.4.1', '/T (chamber)', '/A 3 0 R    '],
    ['6.4.3', '/ByteRange [0', '/ByteRange [1'],
    ['6.5', '/T (chamber)', '/JS (chambe)'],
    ['6.6.4', '<pdfaid:part>3<', '<pdfaid:part>2<'],
    ['6.6.2.3', '<pdf:Producer>', '<pdx:Producer>'],
    ['6.6.3', '\n(Hakkyu)', '\n(Hakkyo)'],
    ['6.7.2', '/Marked true', '/Marked null'],
    ['6.7.3', '/S /Document', '/S /Documenx'],
    ['6.7.4', '/Lang (en)', '/Lang (e1)'],
    ['6.7.5', '/Alt (Seal', '/Alx (Seal'],
    ['6.8', '/AFRelationship /Data', '/AFRelationship /None'],
    ['6.8', '/ModDate', '/ModDatX'],
    ['6.1.7', '/T (chamber)', '/FFilter 3  '],
    ['6.1.12', '/MarkInfo 5 0 R', '/Perms    5 0 R'],
    ['6.1.13', '/Rect [0 0 0 0]', '/Rex 9999999999'],
    ['6.2.8', '/BitsPerComponent 8', '/Interpolate  true '],
    ['6.2.9', '/Subtype /Form', '/Subtype /PS  '],
    ['6.2.10', '/FormType 1', '/BM /Screen'],
    ['6.4.2', '/SigFlags 3', '/XFA (abcd)'],
    ['6.6.2', '<?xpacket begin', '<?xpackex begin'],
    ['6.9', '/MarkInfo 5 0 R', '/OCProperties 5'],
    ['6.10', '/T (chamber)', '/PresSteps 1'],
  ] as const;

  test.each(wrong)('%s: %j as %j', async (clause, from, to) => {
    const faults = await pdfAFaults(changed(from, to));
    expect(faults.map((fault) => fault.split(':')[0])).toContain(clause);
  });

  test('every clause that is checked is broken once', () => {
    expect(new Set([...wrong.map(([clause]) => clause), '6.1.4'])).toEqual(new Set(clausesChecked));
  });

  test('6.1.4: an offset that points elsewhere is noticed by qpdf itself', async () => {
    await expect(pdfAFaults(changed(' 00000 n \n0000000', ' 00000 n \n0000009'))).rejects.toThrow('qpdf');
  });
});
