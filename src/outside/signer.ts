import { createHash, createPrivateKey, type KeyObject, sign, X509Certificate } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The key with which one chamber signs its papers. `sign` takes the bytes themselves (not their digest) and answers an
 * ECDSA signature over NIST P-256 with SHA-256, DER-encoded (SEQUENCE of r and s), as CMS carries it (RFC 5753).
 */
export type Signer = {
  /** Names the key, not the certificate: a renewed certificate for the same key keeps it. See `keyIdOf`. */
  readonly keyId: string;
  /** DER; the signing certificate first, then each one's issuer. */
  readonly certificates: readonly [Buffer, ...Buffer[]];
  sign(bytes: Buffer): Promise<Buffer>;
};

/** The one file in a chamber's key folder. PEM: a PKCS#8 private key and its certificates. */
export const keyFileName = 'signing-key.pem';

/** What is wrong with a chamber's key or certificate and how to mend it, for whoever runs the installation. */
export class SigningKeyProblem extends Error {
  readonly place: string;
  readonly ja: string;
  readonly en: string;

  constructor(place: string, words: { ja: string; en: string }, options?: ErrorOptions) {
    super(`${place}: ${words.en} / ${words.ja}`, options);
    this.name = 'SigningKeyProblem';
    this.place = place;
    this.ja = words.ja;
    this.en = words.en;
  }
}

/** SHA-256 of the public key (SubjectPublicKeyInfo, DER), 64 hexadecimal digits. `certificate` is DER. */
export function keyIdOf(certificate: Buffer): string {
  const publicKey = new X509Certificate(certificate).publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(publicKey).digest('hex');
}

/** The one kind of key that papers are signed with. */
export function isSigningKey(key: KeyObject): boolean {
  return key.asymmetricKeyDetails?.namedCurve === 'prime256v1';
}

/**
 * Opens the key file in a chamber's key folder. Whether the certificate is valid today is asked at each signing.
 * @throws SigningKeyProblem naming the file and what to mend
 */
export async function openKeyFile(folder: string): Promise<Signer> {
  const path = join(folder, keyFileName);
  const pem = await readPrivateFile(path);
  const key = privateKeyIn(pem, path);
  const [leaf, ...issuers] = certificatesIn(pem, path);
  if (leaf === undefined) throw new SigningKeyProblem(path, words.noCertificate);
  if (!leaf.checkPrivateKey(key)) throw new SigningKeyProblem(path, words.foreignCertificate);
  if (!eachIssuesTheOneBefore([leaf, ...issuers])) throw new SigningKeyProblem(path, words.brokenChain);
  return {
    keyId: keyIdOf(leaf.raw),
    certificates: [leaf.raw, ...issuers.map((certificate) => certificate.raw)],
    sign: async (bytes) => sign('sha256', bytes, { key, dsaEncoding: 'der' }),
  };
}

/** A key that other users of the machine can read is no longer the chamber's own, so it is not used at all. */
async function readPrivateFile(path: string): Promise<string> {
  let file: FileHandle;
  try {
    file = await open(path, 'r');
  } catch (cause) {
    throw new SigningKeyProblem(path, words.cannotRead, { cause });
  }
  try {
    const { mode } = await file.stat(); // of the opened file, so that it cannot be exchanged in between
    const others = process.platform === 'win32' ? 0 : mode & 0o077;
    if (others !== 0) throw new SigningKeyProblem(path, words.readableByOthers);
    return await file.readFile('utf8');
  } finally {
    await file.close();
  }
}

function privateKeyIn(pem: string, path: string): KeyObject {
  const [block, second] = blocksIn(pem, 'PRIVATE KEY');
  if (block === undefined || second !== undefined) throw new SigningKeyProblem(path, words.notOneKey);
  let key: KeyObject;
  try {
    key = createPrivateKey(block);
  } catch (cause) {
    throw new SigningKeyProblem(path, words.brokenKey, { cause });
  }
  if (!isSigningKey(key)) throw new SigningKeyProblem(path, words.otherKind);
  return key;
}

function certificatesIn(pem: string, path: string): X509Certificate[] {
  try {
    return blocksIn(pem, 'CERTIFICATE').map((block) => new X509Certificate(block));
  } catch (cause) {
    throw new SigningKeyProblem(path, words.brokenCertificate, { cause });
  }
}

function blocksIn(pem: string, label: string): string[] {
  return pem.match(new RegExp(`-----BEGIN ${label}-----[^-]+-----END ${label}-----`, 'g')) ?? [];
}

function eachIssuesTheOneBefore(chain: readonly X509Certificate[]): boolean {
  return chain.every((issuer, at) => {
    const issued = chain[at - 1];
    return issued === undefined || (issued.checkIssued(issuer) && issued.verify(issuer.publicKey));
  });
}

const words = {
  cannotRead: {
    ja: '商工会議所の署名鍵ファイルを読めません。ファイルがあるか、サーバーの利用者が読めるかを確かめてください。',
    en: "cannot read the chamber's signing key; check that the file exists and that the server's user may read it",
  },
  readableByOthers: {
    ja: '署名鍵ファイルを他の利用者が読めます。chmod 600 を実行してください。漏れたおそれがあれば鍵を作り直してください。',
    en: 'other users can read the signing key; run chmod 600, and make a new key if it may have been copied',
  },
  notOneKey: {
    ja: '「BEGIN PRIVATE KEY」の鍵がちょうど1つ必要です。他の形式や暗号化された鍵は openssl pkcs8 -topk8 -nocrypt で変換してください。',
    en: 'exactly one "BEGIN PRIVATE KEY" is needed; convert other or encrypted forms with openssl pkcs8 -topk8 -nocrypt',
  },
  brokenKey: {
    ja: '署名鍵を読み取れません。ファイルが途中で切れていないか確かめ、控えから戻してください。',
    en: 'the private key cannot be parsed; check that the file is complete, or restore it from its backup',
  },
  otherKind: {
    ja: '署名鍵は楕円曲線 P-256 でなければなりません。openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 で作れます。',
    en: 'the key must be on the curve P-256; make one with openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256',
  },
  noCertificate: {
    ja: '証明書（BEGIN CERTIFICATE）がありません。鍵の後に、署名用証明書、その発行者の順に書いてください。',
    en: 'there is no "BEGIN CERTIFICATE"; put the signing certificate after the key, then its issuers in order',
  },
  brokenCertificate: {
    ja: '証明書を読み取れません。PEM形式の証明書を入れ直してください。',
    en: 'a certificate cannot be parsed; put it in again in PEM form',
  },
  foreignCertificate: {
    ja: '最初の証明書は、この署名鍵のものではありません。鍵と対になる証明書を最初に置いてください。',
    en: 'the first certificate does not belong to this key; put the one made for it first',
  },
  brokenChain: {
    ja: '証明書の順序が違います。署名用証明書の後に、それぞれの発行者の証明書を順に置いてください。',
    en: 'the certificates do not follow each other; after the signing certificate put the issuer of each in turn',
  },
} as const;
