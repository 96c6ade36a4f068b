import { createHash, type KeyObject, verify, X509Certificate } from 'node:crypto';
import * as cms from '@peculiar/asn1-cms';
import { AsnConvert, AsnObjectIdentifierConverter, OctetString } from '@peculiar/asn1-schema';
import { AlgorithmIdentifier, Certificate } from '@peculiar/asn1-x509';
import { isSigningKey, type Signer, SigningKeyProblem } from '../outside/signer.ts';

/** Who signed (DER certificates, the signing one first) and the SHA-256 of what was signed. */
export type CmsSignature = { certificates: [Buffer, ...Buffer[]]; digest: Buffer };

export type CmsProblem = 'unreadable' | 'other_profile' | 'wrong_certificate' | 'wrong_signature';

const oid = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
} as const;

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
  const { publicKey } = new X509Certificate(leaf);
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
  const { chain, publicKey, digest, signature, signingCertificate } = parts;
  const [{ der: leaf }, ...issuers] = chain;
  if (!signingCertificate.equals(signingCertificateV2(leaf))) return { problem: 'wrong_certificate' };
  // Written again from its parts it must be the same bytes: so no other profile, and nothing unsigned hides in it.
  const attributes = signedAttributes(digest, leaf);
  if (!isSigningKey(publicKey) || !assemble(chain, attributes, signature).equals(der)) {
    return { problem: 'other_profile' };
  }
  const good = verify('sha256', bytesToSign(attributes), publicKey, signature);
  return good ? { certificates: [leaf, ...issuers.map((each) => each.der)], digest } : { problem: 'wrong_signature' };
}

/** The signing certificate first. Parsed once, because parsing is the slow part of all this. */
type Chain = [ParsedCertificate, ...ParsedCertificate[]];
type ParsedCertificate = { der: Buffer; certificate: Certificate };

type Parts = {
  chain: Chain;
  publicKey: KeyObject;
  digest: Buffer;
  signature: Buffer;
  signingCertificate: Buffer;
};

/** Undefined: not a CMS signature with its own certificate inside. */
function parse(der: Buffer): Parts | undefined {
  try {
    const { content } = AsnConvert.parse(der, cms.ContentInfo);
    const signedData = AsnConvert.parse(content, cms.SignedData);
    const [signerInfo] = signedData.signerInfos;
    const sid = serialize(signerInfo?.sid.issuerAndSerialNumber);
    const certificates = (signedData.certificates ?? []).flatMap(({ certificate }): ParsedCertificate[] =>
      certificate === undefined ? [] : [{ der: serialize(certificate), certificate }],
    );
    const leaf = certificates.find(({ certificate }) => serialize(issuerAndSerialOf(certificate)).equals(sid));
    if (signerInfo === undefined || leaf === undefined) return undefined;
    const attributeValue = (type: string) =>
      signerInfo.signedAttrs?.find((each) => each.attrType === type)?.attrValues[0];
    return {
      chain: [leaf, ...certificates.filter((each) => each !== leaf)],
      publicKey: new X509Certificate(leaf.der).publicKey,
      digest: Buffer.from(
        AsnConvert.parse(attributeValue(oid.messageDigest) ?? new ArrayBuffer(0), OctetString).buffer,
      ),
      signature: Buffer.from(signerInfo.signature.buffer),
      signingCertificate: Buffer.from(attributeValue(oid.signingCertificateV2) ?? new ArrayBuffer(0)),
    };
  } catch {
    return undefined; // anything may stand in a file: that it cannot be parsed is the answer, not a fault of ours
  }
}

function assemble(chain: Chain, signed: cms.Attribute[], signature: Buffer): Buffer {
  const sha256 = new AlgorithmIdentifier({ algorithm: oid.sha256 }); // without parameters (RFC 5754 §2)
  const signerInfo = new cms.SignerInfo({
    version: cms.CMSVersion.v1,
    sid: new cms.SignerIdentifier({ issuerAndSerialNumber: issuerAndSerialOf(chain[0].certificate) }),
    digestAlgorithm: sha256,
    signedAttrs: signed,
    signatureAlgorithm: new AlgorithmIdentifier({ algorithm: oid.ecdsaWithSha256 }),
    signature: new OctetString(toArrayBuffer(signature)),
  });
  const choices = chain.map(({ certificate }) => new cms.CertificateChoices({ certificate }));
  const signedData = new cms.SignedData({
    version: cms.CMSVersion.v1,
    digestAlgorithms: new cms.DigestAlgorithmIdentifiers([sha256]),
    encapContentInfo: new cms.EncapsulatedContentInfo({ eContentType: oid.data }),
    certificates: new cms.CertificateSet(inDerOrder(choices)),
    signerInfos: new cms.SignerInfos([signerInfo]),
  });
  return serialize(new cms.ContentInfo({ contentType: oid.signedData, content: AsnConvert.serialize(signedData) }));
}

function signedAttributes(digest: Buffer, leaf: Buffer): cms.Attribute[] {
  return inDerOrder([
    attribute(oid.contentType, serialize(AsnObjectIdentifierConverter.toASN(oid.data))),
    attribute(oid.messageDigest, serialize(new OctetString(toArrayBuffer(digest)))),
    attribute(oid.signingCertificateV2, signingCertificateV2(leaf)),
  ]);
}

function attribute(attrType: string, value: Buffer): cms.Attribute {
  return new cms.Attribute({ attrType, attrValues: [toArrayBuffer(value)] });
}

/**
 * SigningCertificateV2 with one ESSCertIDv2: SHA-256 (the default, so not written) of the certificate, no issuerSerial.
 * Three SEQUENCEs around an OCTET STRING of 32, so its head is always the same.
 */
function signingCertificateV2(certificate: Buffer): Buffer {
  const hash = createHash('sha256').update(certificate).digest();
  return Buffer.concat([Buffer.from('3026302430220420', 'hex'), hash]);
}

function issuerAndSerialOf(certificate: Certificate): cms.IssuerAndSerialNumber {
  const { issuer, serialNumber } = certificate.tbsCertificate;
  return new cms.IssuerAndSerialNumber({ issuer, serialNumber });
}

/** @throws SigningKeyProblem when the library would write the certificate with other bytes than its issuer signed. */
function parseCertificate(der: Buffer): ParsedCertificate {
  const certificate = AsnConvert.parse(der, Certificate);
  if (!serialize(certificate).equals(der)) throw new SigningKeyProblem('certificate', words.notDer);
  return { der, certificate };
}

/** DER wants the members of a SET OF in the order of their encodings (X.690 §11.6). */
function inDerOrder<T>(members: readonly T[]): T[] {
  return members
    .map((member) => ({ member, encoding: serialize(member) }))
    .sort((a, b) => Buffer.compare(a.encoding, b.encoding))
    .map(({ member }) => member);
}

/** What is signed is the SET OF, not the [0] that stands for it in SignerInfo (RFC 5652 §5.4). */
function bytesToSign(attributes: readonly cms.Attribute[]): Buffer {
  return serialize(new cms.UnprotectedAttributes([...attributes])); // by its ASN.1 the same type: SET OF Attribute
}

function serialize(value: unknown): Buffer {
  return Buffer.from(AsnConvert.serialize(value));
}

/** A copy of its own: a Buffer is often a window into a larger one. */
function toArrayBuffer(bytes: Buffer): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}

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
