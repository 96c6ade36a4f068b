import { createHash, type KeyObject, verify, X509Certificate } from 'node:crypto';
import { IssuerAndSerialNumber } from '@peculiar/asn1-cms';
import { AsnConvert } from '@peculiar/asn1-schema';
import { Certificate } from '@peculiar/asn1-x509';
import { isSigningKey, type Signer, SigningKeyProblem } from '../outside/signer.ts';
import { type Element, elementsIn, encode, inDerOrder, objectIdentifier, tags } from './der.ts';

/** Who signed (DER certificates, the signing one first) and the SHA-256 of what was signed. */
export type CmsSignature = { certificates: [Buffer, ...Buffer[]]; digest: Buffer };

export type CmsProblem = 'unreadable' | 'other_profile' | 'wrong_certificate' | 'wrong_signature';

const oid = {
  data: objectIdentifier('1.2.840.113549.1.7.1'),
  signedData: objectIdentifier('1.2.840.113549.1.7.2'),
  contentType: objectIdentifier('1.2.840.113549.1.9.3'),
  messageDigest: objectIdentifier('1.2.840.113549.1.9.4'),
  signingCertificateV2: objectIdentifier('1.2.840.113549.1.9.16.2.47'),
  sha256: objectIdentifier('2.16.840.1.101.3.4.2.1'),
  ecdsaWithSha256: objectIdentifier('1.2.840.10045.4.3.2'),
} as const;

const sequence = (...contents: readonly Buffer[]): Buffer => encode(tags.sequence, ...contents);
const setOf = (...members: readonly Buffer[]): Buffer => encode(tags.set, ...inDerOrder(members));

const version1 = encode(tags.integer, Buffer.from([1]));
const sha256 = sequence(oid.sha256); // without parameters (RFC 5754 §2)
const ecdsaWithSha256 = sequence(oid.ecdsaWithSha256);

/**
 * A detached CMS signature (RFC 5652) over something with this SHA-256, in the profile PAdES baseline B-B (ETSI EN
 * 319 142-1 §6.3): signed are the content type, the digest and the signing certificate (ESS signing-certificate-v2, RFC
 * 5035), and no signing time, which PAdES leaves to the PDF's own /M. DER, with the signer's whole chain inside.
 * @throws SigningKeyProblem when the signer's answer does not fit its certificate
 */
export async function signDigest(digest: Buffer, signer: Signer): Promise<Buffer> {
  const [leaf, ...issuers] = signer.certificates;
  const chain: Chain = [parseCertificate(leaf), ...issuers.map(parseCertificate)];
  const attributes = signedAttributes(digest, leaf);
  const signedBytes = bytesToSign(attributes);
  const { publicKey } = chain[0];
  if (!isSigningKey(publicKey)) throw new SigningKeyProblem(signer.keyId, words.otherKind);
  const signature = await signer.sign(signedBytes);
  if (!verify('sha256', signedBytes, publicKey, signature)) {
    throw new SigningKeyProblem(signer.keyId, words.answerDoesNotFit);
  }
  return assemble(chain, attributes, signature);
}

/**
 * Reads a signature in exactly the form that `signDigest` writes and verifies it with the certificate inside. Whose
 * certificate that is, and whether it was good, is for the caller to ask.
 */
export function readCms(der: Buffer): CmsSignature | { problem: CmsProblem } {
  const parts = parse(der);
  if (parts === undefined) return { problem: 'unreadable' };
  const { chain, digest, signature, signingCertificate } = parts;
  const [{ der: leaf, publicKey }, ...issuers] = chain;
  if (!signingCertificate.equals(signingCertificateV2(leaf))) return { problem: 'wrong_certificate' };
  // Written again from its parts it must be the same bytes: so no other profile, and nothing unsigned hides in it.
  const attributes = signedAttributes(digest, leaf);
  if (!isSigningKey(publicKey) || !assemble(chain, attributes, signature).equals(der)) {
    return { problem: 'other_profile' };
  }
  const good = verify('sha256', bytesToSign(attributes), publicKey, signature);
  return good ? { certificates: [leaf, ...issuers.map((each) => each.der)], digest } : { problem: 'wrong_signature' };
}

/** The signing certificate first. */
type Chain = [ParsedCertificate, ...ParsedCertificate[]];
type ParsedCertificate = { der: Buffer; publicKey: KeyObject; issuerAndSerial: Buffer };

type Parts = { chain: Chain; digest: Buffer; signature: Buffer; signingCertificate: Buffer };

/** Undefined: not a CMS signature with its own certificate inside. */
function parse(der: Buffer): Parts | undefined {
  try {
    const [contentInfo] = elementsIn(der);
    const [, content] = inside(contentInfo);
    const signedData = inside(inside(content)[0]);
    const [, sid, , ...rest] = inside(inside(signedData.at(-1))[0]);
    const chain = inside(tagged(signedData, tags.first)).map(({ whole }) => parseCertificate(whole));
    const leaf = chain.find((each) => sid?.whole.equals(each.issuerAndSerial));
    const signature = tagged(rest, tags.octetString);
    const digest = attributeValue(rest, oid.messageDigest);
    if (leaf === undefined || signature === undefined || digest === undefined) return undefined;
    return {
      chain: [leaf, ...chain.filter((each) => each !== leaf)],
      digest: elementsIn(digest)[0]?.content ?? Buffer.alloc(0),
      signature: signature.content,
      signingCertificate: attributeValue(rest, oid.signingCertificateV2) ?? Buffer.alloc(0),
    };
  } catch {
    return undefined; // anything may stand in a file: that it cannot be parsed is the answer, not a fault of ours
  }
}

const inside = (element: Element | undefined): Element[] => (element === undefined ? [] : elementsIn(element.content));

const tagged = (among: readonly Element[], tag: number): Element | undefined => among.find((each) => each.tag === tag);

/** The first value of a signed attribute of this type. */
function attributeValue(ofSigner: readonly Element[], type: Buffer): Buffer | undefined {
  const attributes = inside(tagged(ofSigner, tags.first)).map(inside);
  const [, values] = attributes.find(([name]) => name?.whole.equals(type)) ?? [];
  return inside(values)[0]?.whole;
}

function assemble([leaf, ...issuers]: Chain, signed: readonly Buffer[], signature: Buffer): Buffer {
  const signedAttributesOf = encode(tags.first, ...signed);
  const value = encode(tags.octetString, signature);
  const signerInfo = sequence(version1, leaf.issuerAndSerial, sha256, signedAttributesOf, ecdsaWithSha256, value);
  const certificates = inDerOrder([leaf, ...issuers].map(({ der }) => der));
  const signedData = sequence(
    version1,
    setOf(sha256),
    sequence(oid.data), // encapsulated is nothing: the signature is detached
    encode(tags.first, ...certificates),
    setOf(signerInfo),
  );
  return sequence(oid.signedData, encode(tags.first, signedData));
}

function signedAttributes(digest: Buffer, leaf: Buffer): Buffer[] {
  return inDerOrder([
    sequence(oid.contentType, setOf(oid.data)),
    sequence(oid.messageDigest, setOf(encode(tags.octetString, digest))),
    sequence(oid.signingCertificateV2, setOf(signingCertificateV2(leaf))),
  ]);
}

/**
 * SigningCertificateV2 with one ESSCertIDv2: SHA-256 (the default, so not written) of the certificate, no issuerSerial.
 * Three SEQUENCEs around an OCTET STRING of 32.
 */
function signingCertificateV2(certificate: Buffer): Buffer {
  const hash = createHash('sha256').update(certificate).digest();
  return sequence(sequence(sequence(encode(tags.octetString, hash))));
}

/** What is signed is the SET OF, not the [0] that stands for it in SignerInfo (RFC 5652 §5.4). */
const bytesToSign = (attributes: readonly Buffer[]): Buffer => encode(tags.set, ...attributes);

/** By their digests: a chamber signs all its papers with one, and parsing it takes longer than all else here. */
const known = new Map<string, ParsedCertificate>();
const maxKnown = 200;

/** @throws SigningKeyProblem when it is not DER, so that it could not be told from one with other bytes */
function parseCertificate(der: Buffer): ParsedCertificate {
  const digest = createHash('sha256').update(der).digest('hex');
  const found = known.get(digest);
  if (found !== undefined) return found;
  const certificate = AsnConvert.parse(der, Certificate);
  if (!serialize(certificate).equals(der)) throw new SigningKeyProblem('certificate', words.notDer);
  const { issuer, serialNumber } = certificate.tbsCertificate;
  const parsed: ParsedCertificate = {
    der: Buffer.from(der), // a copy: what was read may be a window into a whole paper
    publicKey: new X509Certificate(der).publicKey,
    issuerAndSerial: serialize(new IssuerAndSerialNumber({ issuer, serialNumber })),
  };
  if (known.size >= maxKnown) known.clear();
  known.set(digest, parsed);
  return parsed;
}

const serialize = (value: unknown): Buffer => Buffer.from(AsnConvert.serialize(value));

const words = {
  otherKind: {
    ja: '署名用証明書の公開鍵が楕円曲線 P-256 ではありません。P-256の鍵と証明書に取り替えてください。何も署名していません。',
    en: 'the public key of the signing certificate is not on the curve P-256; use a key and certificate that are. Nothing was signed',
  },
  answerDoesNotFit: {
    ja: '署名装置の答えが証明書の公開鍵に合いません。鍵と証明書の組を確かめてください。何も署名していません。',
    en: "the signer's answer does not fit its certificate; check that key and certificate belong together. Nothing was signed",
  },
  notDer: {
    ja: '証明書がDERで符号化されていないため、そのままでは署名に入れられません。発行者にDERの証明書を求めてください。',
    en: 'the certificate is not encoded in DER, so it cannot be embedded unchanged; ask its issuer for one that is',
  },
} as const;
