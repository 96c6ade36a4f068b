import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as cms from '@peculiar/asn1-cms';
import { AsnConvert, AsnObjectIdentifierConverter, OctetString } from '@peculiar/asn1-schema';
import { AlgorithmIdentifier, Certificate } from '@peculiar/asn1-x509';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openKeyFile, type Signer } from '../outside/signer.ts';
import { makeKeyFile } from '../outside/signer-make-key.ts';
import { readCms, signDigest } from './cms-signature.ts';
import { elementsIn, encode, NotDer, objectIdentifier, tags } from './der.ts';

const folder = mkdtempSync(join(tmpdir(), 'hakkyu-cms-'));
const digest = createHash('sha256').update('a paper').digest();
let one: Signer;
let two: Signer;

beforeAll(async () => {
  await makeKeyFile(join(folder, 'one'), 'The Minato Chamber of Commerce and Industry', new Date());
  await makeKeyFile(join(folder, 'two'), '見本商工会議所', new Date());
  one = await openKeyFile(join(folder, 'one'));
  two = await openKeyFile(join(folder, 'two'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The same signature as the general library writes it from its schemas. */
function byTheLibrary({ certificates }: Signer, signature: Buffer): Buffer {
  const [leaf, ...issuers] = certificates.map((der) => AsnConvert.parse(der, Certificate));
  if (leaf === undefined) throw new Error('no certificate');
  const hash = createHash('sha256').update(certificates[0]).digest('hex');
  const attribute = (attrType: string, value: ArrayBuffer) => new cms.Attribute({ attrType, attrValues: [value] });
  const attributes = [
    attribute('1.2.840.113549.1.9.3', AsnObjectIdentifierConverter.toASN('1.2.840.113549.1.7.1').toBER()),
    attribute('1.2.840.113549.1.9.4', AsnConvert.serialize(new OctetString(new Uint8Array(digest)))),
    attribute('1.2.840.113549.1.9.16.2.47', new Uint8Array(Buffer.from(`3026302430220420${hash}`, 'hex')).buffer),
  ];
  const sha256 = new AlgorithmIdentifier({ algorithm: '2.16.840.1.101.3.4.2.1' });
  const { issuer, serialNumber } = leaf.tbsCertificate;
  const signerInfo = new cms.SignerInfo({
    version: cms.CMSVersion.v1,
    sid: new cms.SignerIdentifier({ issuerAndSerialNumber: new cms.IssuerAndSerialNumber({ issuer, serialNumber }) }),
    digestAlgorithm: sha256,
    signedAttrs: sorted(attributes),
    signatureAlgorithm: new AlgorithmIdentifier({ algorithm: '1.2.840.10045.4.3.2' }),
    signature: new OctetString(new Uint8Array(signature)),
  });
  const choices = [leaf, ...issuers].map((certificate) => new cms.CertificateChoices({ certificate }));
  const content = new cms.SignedData({
    version: cms.CMSVersion.v1,
    digestAlgorithms: new cms.DigestAlgorithmIdentifiers([sha256]),
    encapContentInfo: new cms.EncapsulatedContentInfo({ eContentType: '1.2.840.113549.1.7.1' }),
    certificates: new cms.CertificateSet(sorted(choices)),
    signerInfos: new cms.SignerInfos([signerInfo]),
  });
  const info = new cms.ContentInfo({ contentType: '1.2.840.113549.1.7.2', content: AsnConvert.serialize(content) });
  return Buffer.from(AsnConvert.serialize(info));
}

const sorted = <T>(members: readonly T[]): T[] =>
  members.toSorted((a, b) =>
    Buffer.compare(Buffer.from(AsnConvert.serialize(a)), Buffer.from(AsnConvert.serialize(b))),
  );

describe('a CMS signature', () => {
  it('has the very bytes that the general library writes, with one certificate and with two in either order', async () => {
    const both = [
      { ...one, certificates: [one.certificates[0], two.certificates[0]] },
      { ...two, certificates: [two.certificates[0], one.certificates[0]] },
    ] satisfies Signer[];
    for (const signer of [one, two, ...both]) {
      let signature: Buffer = Buffer.alloc(0);
      const sign = async (bytes: Buffer) => {
        signature = await signer.sign(bytes);
        return signature;
      };
      const written = await signDigest(digest, { ...signer, sign });
      expect(written.toString('hex')).toBe(byTheLibrary(signer, signature).toString('hex'));
      expect(readCms(written)).toEqual({ certificates: [...signer.certificates], digest });
    }
  });

  it('with anything more in it is another profile: an attribute unsigned or signed, another content, an algorithm', async () => {
    const written = await signDigest(digest, one);
    const changed = (change: (data: cms.SignedData, info: cms.SignerInfo) => unknown): Buffer => {
      const whole = AsnConvert.parse(written, cms.ContentInfo);
      const data = AsnConvert.parse(whole.content, cms.SignedData);
      const [info] = data.signerInfos;
      if (info === undefined) throw new Error('no signer');
      change(data, info);
      whole.content = AsnConvert.serialize(data);
      return Buffer.from(AsnConvert.serialize(whole));
    };
    const extra = new cms.Attribute({ attrType: '1.2.3', attrValues: [new Uint8Array([5, 0]).buffer] });
    expect(readCms(changed(() => undefined))).toEqual({ certificates: [...one.certificates], digest });
    for (const other of [
      changed((_, info) => Object.assign(info, { unsignedAttrs: new cms.UnprotectedAttributes([extra]) })),
      changed((_, info) => info.signedAttrs?.push(extra)),
      changed((data) => Object.assign(data.encapContentInfo, { eContentType: '1.2.3' })),
      changed((data) => data.digestAlgorithms.push(new AlgorithmIdentifier({ algorithm: '1.2.3' }))),
    ])
      expect(readCms(other)).toEqual({ problem: 'other_profile' });
  });

  it('cut anywhere is unreadable, never a crash', async () => {
    const written = await signDigest(digest, one);
    for (let length = 0; length < written.length; length++)
      expect(readCms(written.subarray(0, length)), `${length} bytes`).toEqual({ problem: 'unreadable' });
  });
});

describe('DER', () => {
  it('writes lengths as X.690 §10.1 asks: in as few octets as possible', () => {
    const head = (length: number) =>
      encode(tags.octetString, Buffer.alloc(length)).subarray(0, -length).toString('hex');
    expect([1, 127, 128, 255, 256, 65_535, 65_536].map(head)).toEqual([
      '0401',
      '047f',
      '048180',
      '0481ff',
      '04820100',
      '0482ffff',
      '0483010000',
    ]);
  });

  it('writes object identifiers as the library does', () => {
    for (const dotted of ['1.2.840.10045.4.3.2', '2.16.840.1.101.3.4.2.1', '1.3.6.1.4.1.311.16384.127.128'])
      expect(objectIdentifier(dotted)).toEqual(Buffer.from(AsnObjectIdentifierConverter.toASN(dotted).toBER()));
  });

  it('reads only whole elements', () => {
    for (const broken of ['04', '0402ff', '0480', '3f0100', '04850000000001ff', '0482ff'])
      expect(() => elementsIn(Buffer.from(broken, 'hex')), broken).toThrow(NotDer);
    const [first, second] = elementsIn(Buffer.from('0401ff30030201 05'.replace(' ', ''), 'hex'));
    expect([first?.content.toString('hex'), second?.whole.toString('hex')]).toEqual(['ff', '3003020105']);
  });
});
