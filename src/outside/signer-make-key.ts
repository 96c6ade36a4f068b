import { createHash, createPublicKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { link, mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import * as x509 from '@peculiar/asn1-x509';
import { keyFileName, SigningKeyProblem } from './signer.ts';

const years = 10;

/**
 * Makes a chamber's first signing key with a self-signed certificate (X.509 v3, EC P-256, valid for ten years from
 * `now`), so that an installation can sign from its first start. A certificate from an authority replaces it later: put
 * it, with its issuers, into the same file. An existing file is never touched.
 * @param chamberName English, 1 to 64 characters (X.520, ub-common-name), becomes CN and O of the certificate
 * @throws SigningKeyProblem when the name cannot stand in a certificate; file system errors as they are
 */
export async function makeKeyFile(folder: string, chamberName: string, now: Date): Promise<'made' | 'kept'> {
  if (!/^[^\p{C}]{1,64}$/u.test(chamberName)) throw new SigningKeyProblem(chamberName, words.name);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const certificate = selfSigned(privateKey, chamberName, now).toString('base64').replace(/.{64}/g, '$&\n').trim();
  const pem =
    `${privateKey.export({ type: 'pkcs8', format: 'pem' })}` +
    `-----BEGIN CERTIFICATE-----\n${certificate}\n-----END CERTIFICATE-----\n`;
  return writeOnce(folder, keyFileName, pem);
}

/** The whole file or none, and the first writer wins: two servers may start at the same time on one folder. */
async function writeOnce(folder: string, name: string, content: string): Promise<'made' | 'kept'> {
  const half = join(folder, `.${name}.${randomBytes(8).toString('hex')}`);
  const file = await open(half, 'wx', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
    await file.close();
    await link(half, join(folder, name));
    return 'made';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return 'kept';
    throw error;
  } finally {
    await file.close();
    await rm(half);
  }
}

function selfSigned(privateKey: KeyObject, chamberName: string, now: Date): Buffer {
  const subject = nameOf(chamberName);
  const spki = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  const subjectPublicKeyInfo = AsnConvert.parse(spki, x509.SubjectPublicKeyInfo);
  const notAfter = new Date(now);
  notAfter.setUTCFullYear(now.getUTCFullYear() + years);
  const ecdsaWithSha256 = new x509.AlgorithmIdentifier({ algorithm: '1.2.840.10045.4.3.2' }); // RFC 5758 §3.2
  const tbsCertificate = new x509.TBSCertificate({
    version: x509.Version.v3,
    serialNumber: serialNumber(),
    signature: ecdsaWithSha256,
    issuer: subject,
    validity: new x509.Validity({ notBefore: now, notAfter }),
    subject,
    subjectPublicKeyInfo,
    extensions: extensionsFor(subjectPublicKeyInfo),
  });
  const signatureValue = sign('sha256', Buffer.from(AsnConvert.serialize(tbsCertificate)), privateKey);
  const certificate = new x509.Certificate({
    tbsCertificate,
    signatureAlgorithm: ecdsaWithSha256,
    signatureValue: new Uint8Array(signatureValue).buffer,
  });
  return Buffer.from(AsnConvert.serialize(certificate));
}

/** Positive and not guessable, 16 octets (RFC 5280 §4.1.2.2). */
function serialNumber(): ArrayBuffer {
  const octets = new Uint8Array(randomBytes(16));
  octets[0] = ((octets[0] ?? 0) & 0x3f) | 0x40;
  return octets.buffer;
}

function nameOf(chamberName: string): x509.Name {
  const part = (type: string, value: x509.AttributeValue) =>
    new x509.RelativeDistinguishedName([new x509.AttributeTypeAndValue({ type, value })]);
  return new x509.Name([
    part('2.5.4.6', new x509.AttributeValue({ printableString: 'JP' })),
    part('2.5.4.10', new x509.AttributeValue({ utf8String: chamberName })),
    part('2.5.4.3', new x509.AttributeValue({ utf8String: chamberName })),
  ]);
}

/** It signs documents and answers for them; it issues no certificates (RFC 5280 §4.2.1.3, §4.2.1.9). */
function extensionsFor(publicKey: x509.SubjectPublicKeyInfo): x509.Extensions {
  const extension = (extnID: string, critical: boolean, value: unknown) =>
    new x509.Extension({ extnID, critical, extnValue: new OctetString(AsnConvert.serialize(value)) });
  const keyIdentifier = new Uint8Array(createHash('sha1').update(new Uint8Array(publicKey.subjectPublicKey)).digest());
  const usage = x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.nonRepudiation;
  return new x509.Extensions([
    extension(x509.id_ce_basicConstraints, true, new x509.BasicConstraints({ cA: false })),
    extension(x509.id_ce_keyUsage, true, new x509.KeyUsage(usage)),
    extension(x509.id_ce_subjectKeyIdentifier, false, new x509.SubjectKeyIdentifier(keyIdentifier)),
    extension(
      x509.id_ce_authorityKeyIdentifier,
      false,
      new x509.AuthorityKeyIdentifier({ keyIdentifier: new x509.KeyIdentifier(keyIdentifier) }),
    ),
  ]);
}

const words = {
  name: {
    ja: '証明書に載せる商工会議所の英語名は1〜64文字で、制御文字を含めないでください。',
    en: "the chamber's English name must have 1 to 64 characters and no control characters to stand in a certificate",
  },
} as const;
