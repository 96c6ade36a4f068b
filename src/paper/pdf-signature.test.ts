import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, createPrivateKey, sign, webcrypto, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import createQpdf from '@neslinesli93/qpdf-wasm';
import { CertificateChoices, CertificateSet, ContentInfo, IssuerAndSerialNumber, SignedData } from '@peculiar/asn1-cms';
import { AsnConvert } from '@peculiar/asn1-schema';
import { Certificate } from '@peculiar/asn1-x509';
import PDFDocument from 'pdfkit';
import * as pkijs from 'pkijs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openKeyFile, type Signer, SigningKeyProblem } from '../outside/signer.ts';
import { makeKeyFile } from '../outside/signer-make-key.ts';
import { fillSignature, SignatureMismatch, signPdf } from './pdf-signature.ts';
import { readSignature } from './read-pdf-signature.ts';

const when = new Date('2026-11-22T03:00:00Z');
const folder = mkdtempSync(join(tmpdir(), 'hakkyu-signature-'));
const at = (name: string) => join(folder, name);
const reserved = 8192;
const noOpenssl = spawnSync('openssl', ['version']).error !== undefined;
let signer: Signer;
let other: Signer;
let drawn: Buffer;
let signed: { pdf: Buffer; cms: Buffer };

beforeAll(async () => {
  await makeKeyFile(at('one'), 'The Minato Chamber of Commerce and Industry', when);
  await makeKeyFile(at('two'), 'The Other Chamber of Commerce and Industry', when);
  signer = await openKeyFile(at('one'));
  other = await openKeyFile(at('two'));
  drawn = await draw();
  signed = await signedPdf(drawn, signer, when);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function signedPdf(drawing: Buffer, by: Signer, moment: Date): Promise<{ pdf: Buffer; cms: Buffer }> {
  const cms = await signPdf(drawing, by, moment);
  return { pdf: fillSignature(drawing, cms), cms };
}

/** A page, an attachment and an invisible signature field with its placeholder, in one revision. */
async function draw(text = 'CERTIFICATE OF ORIGIN'): Promise<Buffer> {
  const doc = new PDFDocument({ info: { Title: 'a title to be exchanged', CreationDate: when } });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => doc.on('end', resolve));
  doc.text(text).addPage().text('sheet 2');
  const wide = 9_999_999_999;
  const signature = doc.ref({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: 'ETSI.CAdES.detached',
    M: when,
    ByteRange: [0, wide, wide, wide],
    Contents: Buffer.alloc(reserved),
  });
  signature.end('');
  const page = doc.page as unknown as { dictionary: unknown; annotations: unknown[] };
  const field = doc.ref({
    Type: 'Annot',
    Subtype: 'Widget',
    FT: 'Sig',
    T: new String('chamber'),
    V: signature,
    Rect: [0, 0, 0, 0],
    F: 132,
    P: page.dictionary,
  });
  field.end('');
  page.annotations.push(field);
  const form = doc.ref({ Fields: [field], SigFlags: 3 });
  form.end('');
  const inside = doc as unknown as { _root: { data: { AcroForm?: unknown } }; endAcroForm: () => unknown };
  inside._root.data.AcroForm = form;
  inside.endAcroForm = () => doc;
  doc.end();
  await ended;
  return Buffer.concat(chunks);
}

/** The two parts that the signature covers, found without the code under test. */
function coveredBytes(pdf: Buffer): Buffer {
  const [a, b, c, d] = (/\/ByteRange \[(\d+) (\d+) (\d+) (\d+)\]/.exec(pdf.toString('latin1')) ?? [])
    .slice(1)
    .map(Number);
  if (a === undefined || b === undefined || c === undefined || d === undefined) throw new Error('no byte range');
  return Buffer.concat([pdf.subarray(a, a + b), pdf.subarray(c, c + d)]);
}

const problemOf = (pdf: Buffer) => {
  const read = readSignature(pdf);
  return read.ok ? 'ok' : read.problem;
};

function flipped(pdf: Buffer, position: number): Buffer {
  const copy = Buffer.from(pdf);
  copy[position] = (copy[position] ?? 0) ^ 1;
  return copy;
}

/** The signed file with other digits in its hole. */
function withCms(cms: Buffer): Buffer {
  const copy = Buffer.from(signed.pdf);
  copy.write(
    cms.toString('hex').padEnd(reserved * 2, '0'),
    copy.indexOf('/Contents <', 0, 'latin1') + '/Contents <'.length,
    'latin1',
  );
  return copy;
}

function replaced(pdf: Buffer, from: string, to: string): Buffer {
  const place = pdf.indexOf(from, 0, 'latin1');
  if (place < 0 || from.length !== to.length) throw new Error('cannot replace');
  const copy = Buffer.from(pdf);
  copy.write(to, place, 'latin1');
  return copy;
}

describe('a signed PDF', () => {
  it('keeps every byte of the drawing but the byte range and the hole', () => {
    expect(signed.pdf.length).toBe(drawn.length);
    const blank = (pdf: Buffer) =>
      pdf
        .toString('latin1')
        .replace(/\/ByteRange \[[^\]]*\] */, '')
        .replace(/\/Contents <[^>]*>/, '');
    expect(blank(signed.pdf).trim()).toBe(blank(drawn).trim());
  });

  it('names the key that signed and carries its certificate', () => {
    const read = readSignature(signed.pdf);
    expect(read).toMatchObject({ ok: true, keyId: signer.keyId });
    if (read.ok) expect(read.certificates[0].equals(signer.certificates[0])).toBe(true);
    if (read.ok) expect(read.cms.equals(signed.cms)).toBe(true);
  });

  it('is made again byte for byte from the stored signature, though a new signature differs', async () => {
    expect(fillSignature(await draw(), signed.cms).equals(signed.pdf)).toBe(true);
    expect((await signedPdf(drawn, signer, when)).cms.equals(signed.cms)).toBe(false);
  });

  it('refuses to put a stored signature into another drawing', async () => {
    const otherDrawing = await draw('CERTIFICATE OF ORIGINS');
    expect(() => fillSignature(otherDrawing, signed.cms)).toThrow(new SignatureMismatch('changed'));
  });

  it('takes the last placeholder, whatever the paper says before it', async () => {
    const doubled = Buffer.concat([Buffer.from('%PDF-1.7\n% /SubFilter /ETSI.CAdES.detached\n', 'latin1'), drawn]);
    const { pdf } = await signedPdf(doubled, signer, when);
    expect(problemOf(pdf)).toBe('ok');
  });

  it('is refused for a drawing without a placeholder', async () => {
    await expect(signedPdf(Buffer.from('%PDF-1.7\n%%EOF\n'), signer, when)).rejects.toThrow('no placeholder');
    await expect(signedPdf(signed.pdf, signer, when)).rejects.toThrow('no placeholder');
  });

  it('is refused before and after the certificate is valid', async () => {
    await expect(signedPdf(drawn, signer, new Date('2026-11-22T02:59:59Z'))).rejects.toThrow(SigningKeyProblem);
    await expect(signedPdf(drawn, signer, new Date('2036-11-22T03:00:01Z'))).rejects.toThrow(SigningKeyProblem);
    await expect(signedPdf(drawn, signer, new Date('2036-11-22T03:00:00Z'))).resolves.toBeDefined();
  });

  it('is refused when the signer answers with another key than its certificate', async () => {
    const liar: Signer = { ...signer, sign: other.sign };
    await expect(signedPdf(drawn, liar, when)).rejects.toThrow(SigningKeyProblem);
  });

  it.skipIf(noOpenssl)('is refused with a certificate for another kind of key', async () => {
    for (const kind of [['ec', '-pkeyopt', 'ec_paramgen_curve:P-384'], ['ed25519'], ['rsa:2048']]) {
      const made = [
        'req',
        '-x509',
        '-nodes',
        '-newkey',
        ...kind,
        '-keyout',
        at('x.key'),
        '-out',
        at('x.pem'),
        '-subj',
        '/CN=x',
      ];
      execFileSync('openssl', made, { stdio: 'pipe' });
      const certificate = new X509Certificate(readFileSync(at('x.pem'))).raw;
      const key = createPrivateKey(readFileSync(at('x.key')));
      const theirs: Signer = {
        keyId: 'x',
        certificates: [certificate],
        sign: async (bytes) => sign(kind[0] === 'ed25519' ? null : 'sha256', bytes, key),
      };
      await expect(signedPdf(drawn, theirs, new Date())).rejects.toThrow('not on the curve P-256');
    }
  });

  it('carries all certificates of the signer, in the order that DER wants, and still tells which one signed', async () => {
    const chained: Signer = { ...signer, certificates: [signer.certificates[0], other.certificates[0]] };
    const swapped: Signer = { ...other, certificates: [other.certificates[0], signer.certificates[0]] };
    for (const each of [chained, swapped]) {
      expect(readSignature((await signedPdf(drawn, each, when)).pdf)).toMatchObject({ ok: true, keyId: each.keyId });
    }
  });
});

describe('a PDF that is not as it was signed', () => {
  it('is noticed whichever byte was changed', () => {
    const lt = signed.pdf.indexOf('/Contents <', 0, 'latin1') + 10;
    const end = signed.cms.length * 2 + lt;
    const step = 97; // every 97th byte of the file, and every 5th digit of the signature
    let tried = 0;
    for (let position = 0; position < signed.pdf.length; position += position > lt && position < end ? 5 : step) {
      expect(problemOf(flipped(signed.pdf, position)), `byte ${position}`).not.toBe('ok');
      tried += 1;
    }
    expect(tried).toBeGreaterThan(500);
  });

  it('is noticed by the digest when page content changed', () => {
    expect(problemOf(flipped(signed.pdf, signed.pdf.indexOf('stream', 0, 'latin1') + 10))).toBe('changed');
  });

  it('is noticed when bytes follow, with or without an end mark of their own', () => {
    expect(problemOf(Buffer.concat([signed.pdf, Buffer.from('\n')]))).toBe('not_whole_file');
    expect(problemOf(Buffer.concat([signed.pdf, Buffer.from('1 0 obj<<>>endobj\n%%EOF\n')]))).toBe('two_revisions');
  });

  it('is noticed when it was cut', () => {
    expect(problemOf(signed.pdf.subarray(0, -1))).toBe('not_whole_file');
  });

  it('is noticed when there are two byte ranges, as signature wrapping needs', () => {
    expect(problemOf(replaced(signed.pdf, '(a title to be exchanged)', '/Subject()/ByteRange [0] '))).toBe(
      'two_signatures',
    );
  });

  it('is noticed when the byte range does not start at 0, or leaves more than the signature out', () => {
    const [text, lt] = /\/ByteRange \[0 (\d+)/.exec(signed.pdf.toString('latin1')) ?? [];
    if (text === undefined || lt === undefined) throw new Error('no byte range');
    expect(problemOf(replaced(signed.pdf, text, `/ByteRange [1 ${lt}`))).toBe('not_whole_file');
    expect(problemOf(replaced(signed.pdf, text, `/ByteRange [0 ${Number(lt) - 1}`))).toBe('not_whole_file');
  });

  it('is noticed when there is no signature, none any more, or an empty one', () => {
    expect(problemOf(Buffer.from('%PDF-1.7\n%%EOF\n'))).toBe('not_signed');
    expect(problemOf(Buffer.alloc(0))).toBe('not_signed');
    expect(problemOf(drawn)).toBe('not_whole_file');
    const emptied = Buffer.from(signed.pdf);
    emptied.fill(
      '0',
      emptied.indexOf('/Contents <', 0, 'latin1') + 11,
      emptied.indexOf('>', emptied.indexOf('/Contents <')),
    );
    expect(problemOf(emptied)).toBe('empty');
  });

  it('is noticed when something is hidden behind the signature in its hole', () => {
    const lt = signed.pdf.indexOf('/Contents <', 0, 'latin1') + 10;
    const stuffed = Buffer.from(signed.pdf);
    stuffed.write('41', lt + 1 + signed.cms.length * 2, 'latin1');
    expect(problemOf(stuffed)).toBe('unreadable');
  });

  it("is noticed when another chamber's certificate is put in the place of the signer's", () => {
    const content = AsnConvert.parse(signed.cms, ContentInfo);
    const signedData = AsnConvert.parse(content.content, SignedData);
    const certificate = AsnConvert.parse(other.certificates[0], Certificate);
    const { issuer, serialNumber } = certificate.tbsCertificate;
    const [signerInfo] = signedData.signerInfos;
    if (signerInfo === undefined) throw new Error('no signer');
    signerInfo.sid.issuerAndSerialNumber = new IssuerAndSerialNumber({ issuer, serialNumber });
    signedData.certificates = new CertificateSet([new CertificateChoices({ certificate })]);
    content.content = AsnConvert.serialize(signedData);
    expect(problemOf(withCms(Buffer.from(AsnConvert.serialize(content))))).toBe('wrong_certificate');
  });

  it('is noticed when the certificate is another one with the same key, name and serial number', () => {
    const certificate = signer.certificates[0];
    const lastOfIts = signed.cms.indexOf(certificate) + certificate.length - 1;
    expect(problemOf(withCms(flipped(signed.cms, lastOfIts)))).toBe('wrong_certificate');
  });

  it('is noticed when the signature value is over something else', () => {
    expect(problemOf(withCms(flipped(signed.cms, signed.cms.length - 1)))).toBe('wrong_signature');
  });
});

describe('readers that are not ours', () => {
  const used: string[] = [];
  const has = (tool: string, argument: string) => spawnSync(tool, [argument]).error === undefined;
  afterAll(() => {
    process.stdout.write(`signature checked by: ${used.join(', ')}\n`);
  });

  it('pkijs verifies the CMS, finds the profile of PAdES B-B and no signing time', async () => {
    const asn = pkijs.ContentInfo.fromBER(signed.cms);
    const signedData = new pkijs.SignedData({ schema: asn.content });
    const engine = new pkijs.CryptoEngine({ crypto: webcrypto } as unknown as pkijs.CryptoEngineParameters);
    const data = new Uint8Array(coveredBytes(signed.pdf)).buffer;
    await expect(signedData.verify({ signer: 0, data, checkChain: false }, engine)).resolves.toBe(true);
    const broken = new Uint8Array(flipped(coveredBytes(signed.pdf), 9)).buffer;
    const again = new pkijs.SignedData({ schema: pkijs.ContentInfo.fromBER(signed.cms).content });
    const verdict = again.verify({ signer: 0, data: broken, checkChain: false }, engine);
    await expect(verdict).rejects.toThrow("Message digest doesn't match");
    const attributes = signedData.signerInfos[0]?.signedAttrs?.attributes ?? [];
    expect(attributes.map((attribute) => attribute.type).sort()).toEqual([
      '1.2.840.113549.1.9.16.2.47',
      '1.2.840.113549.1.9.3',
      '1.2.840.113549.1.9.4',
    ]);
    const ess = attributes.find((attribute) => attribute.type.endsWith('.2.47'));
    const hash = createHash('sha256').update(signer.certificates[0]).digest('hex');
    expect(Buffer.from(ess?.values[0].toBER()).toString('hex')).toContain(hash);
    expect(signedData.signerInfos[0]?.signatureAlgorithm.algorithmId).toBe('1.2.840.10045.4.3.2');
    used.push('pkijs');
  });

  it('qpdf finds no fault in the file', async () => {
    const qpdf = (await createQpdf({
      locateFile: () => createRequire(import.meta.url).resolve('@neslinesli93/qpdf-wasm/dist/qpdf.wasm'),
    })) as unknown as {
      FS: { writeFile(path: string, bytes: Uint8Array): void };
      callMain(args: string[]): number;
    };
    qpdf.FS.writeFile('/signed.pdf', signed.pdf);
    expect(qpdf.callMain(['--check', '/signed.pdf'])).toBe(0);
    used.push('qpdf (npm)');
  });

  it.skipIf(!has('pdfsig', '-v'))('pdfsig: valid, and the whole document is signed', () => {
    writeFileSync(at('signed.pdf'), signed.pdf);
    const said = execFileSync('pdfsig', ['-nocert', at('signed.pdf')], { encoding: 'utf8' });
    expect(said).toContain('Signature is Valid');
    expect(said).toContain('Total document signed');
    expect(said).toContain('ETSI.CAdES.detached');
    used.push('pdfsig');
  });

  it.skipIf(noOpenssl)('openssl verifies it as CAdES', () => {
    const pem = `-----BEGIN CERTIFICATE-----\n${signer.certificates[0].toString('base64')}\n-----END CERTIFICATE-----\n`;
    writeFileSync(at('chamber.pem'), pem);
    writeFileSync(at('signed.cms'), signed.cms);
    writeFileSync(at('covered'), coveredBytes(signed.pdf));
    const args = ['cms', '-verify', '-cades', '-binary', '-inform', 'DER', '-in', at('signed.cms')];
    const trust = ['-CAfile', at('chamber.pem'), '-attime', String(when.getTime() / 1000), '-out', at('out')];
    expect(spawnSync('openssl', [...args, '-content', at('covered'), ...trust]).status).toBe(0);
    writeFileSync(at('covered'), flipped(coveredBytes(signed.pdf), 9));
    expect(spawnSync('openssl', [...args, '-content', at('covered'), ...trust]).status).not.toBe(0);
    used.push('openssl cms -cades');
  });
});
