import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, generateKeyPairSync, verify, X509Certificate } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyFileName, openKeyFile, SigningKeyProblem } from './signer.ts';
import { makeKeyFile } from './signer-make-key.ts';

const now = new Date('2026-11-22T03:00:00Z');
const noOpenssl = spawnSync('openssl', ['version']).error !== undefined;
const name = 'The Minato Chamber of Commerce & Industry';
const root = mkdtempSync(join(tmpdir(), 'hakkyu-signer-'));
const made = join(root, 'made');
let pem: string;

beforeAll(async () => {
  await makeKeyFile(made, name, now);
  pem = readFileSync(join(made, keyFileName), 'utf8');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

let folders = 0;
/** A key folder with this content in its file. */
function folderWith(content: string, mode = 0o600): string {
  folders += 1;
  const folder = join(root, String(folders));
  mkdirSync(folder);
  writeFileSync(join(folder, keyFileName), content);
  chmodSync(join(folder, keyFileName), mode);
  return folder;
}

const keyPart = () => pem.slice(0, pem.indexOf('-----BEGIN CERTIFICATE'));
const certificatePart = () => pem.slice(pem.indexOf('-----BEGIN CERTIFICATE'));

describe('a chamber key made at the first start', () => {
  it('is a P-256 key whose certificate says who, for ten years, and for signing only', async () => {
    const { certificates } = await openKeyFile(made);
    const certificate = new X509Certificate(certificates[0]);
    expect(certificate.subject).toBe(`C=JP\nO=${name}\nCN=${name}`);
    expect(certificate.issuer).toBe(certificate.subject);
    expect(certificate.validFromDate).toEqual(now);
    expect(certificate.validToDate).toEqual(new Date('2036-11-22T03:00:00Z'));
    expect(certificate.ca).toBe(false);
    expect(certificate.publicKey.asymmetricKeyDetails?.namedCurve).toBe('prime256v1');
    expect(certificate.verify(certificate.publicKey)).toBe(true);
  });

  it('lies in a file that only its owner reads, whole and without left-overs', () => {
    expect(readdirSync(made)).toEqual([keyFileName]);
    if (process.platform !== 'win32') expect(statSync(join(made, keyFileName)).mode & 0o777).toBe(0o600);
  });

  it('is never overwritten, whoever comes later or at the same moment', async () => {
    expect(await makeKeyFile(made, 'The Other Chamber', now)).toBe('kept');
    expect(readFileSync(join(made, keyFileName), 'utf8')).toBe(pem);
    const racing = join(root, 'racing');
    const results = await Promise.all([1, 2, 3, 4].map(() => makeKeyFile(racing, name, now)));
    expect(results.filter((result) => result === 'made')).toHaveLength(1);
    expect(readdirSync(racing)).toEqual([keyFileName]);
  });

  it.each(['', 'x'.repeat(65), 'The\nChamber'])('needs a name that can stand in a certificate: %j', async (bad) => {
    await expect(makeKeyFile(join(root, 'bad'), bad, now)).rejects.toThrow(SigningKeyProblem);
  });

  it.skipIf(noOpenssl)('openssl accepts the certificate strictly', () => {
    writeFileSync(join(root, 'certificate.pem'), certificatePart());
    const file = join(root, 'certificate.pem');
    const at = ['-attime', String(now.getTime() / 1000 + 60)];
    execFileSync('openssl', ['verify', '-x509_strict', ...at, '-CAfile', file, file]);
    const text = execFileSync('openssl', ['x509', '-in', file, '-noout', '-text'], { encoding: 'utf8' });
    expect(text).toMatch(/Key Usage: critical\s+Digital Signature, Non Repudiation\n/);
    expect(text).toMatch(/Basic Constraints: critical\s+CA:FALSE\n/);
    expect(text).toContain('Subject Key Identifier');
    expect(text).toContain('Authority Key Identifier');
  });
});

describe('opening a key file', () => {
  it('gives a signer whose signatures its certificate verifies', async () => {
    const signer = await openKeyFile(made);
    const signature = await signer.sign(Buffer.from('paper'));
    const { publicKey } = new X509Certificate(signer.certificates[0]);
    expect(verify('sha256', Buffer.from('paper'), publicKey, signature)).toBe(true);
    expect(verify('sha256', Buffer.from('Paper'), publicKey, signature)).toBe(false);
  });

  it('names the key by its public part', async () => {
    const spki = new X509Certificate((await openKeyFile(made)).certificates[0]).publicKey;
    const digest = createHash('sha256')
      .update(spki.export({ type: 'spki', format: 'der' }))
      .digest('hex');
    expect((await openKeyFile(made)).keyId).toBe(digest);
  });

  it('refuses what is missing, readable by others or not of its kind, and says how to mend it', async () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' });
    const sec1 = generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).privateKey.export({
      type: 'sec1',
      format: 'pem',
    });
    const wrong: [string, string][] = [
      [join(root, 'nowhere'), 'cannot read'],
      [folderWith(keyPart()), 'there is no "BEGIN CERTIFICATE"'],
      [folderWith(certificatePart()), 'exactly one "BEGIN PRIVATE KEY"'],
      [folderWith(keyPart() + pem), 'exactly one "BEGIN PRIVATE KEY"'],
      [folderWith(sec1 + certificatePart()), 'exactly one "BEGIN PRIVATE KEY"'],
      [folderWith(rsa + certificatePart()), 'P-256'],
      [folderWith(pem.replace(/\n(.{8})/, '\nAAAAAAAA')), 'the private key cannot be parsed'],
      [folderWith(keyPart() + certificatePart().replace(/\n(.{8})/, '\nAAAAAAAA')), 'a certificate cannot be parsed'],
    ];
    if (process.platform !== 'win32') wrong.push([folderWith(pem, 0o640), 'chmod 600']);
    for (const [folder, says] of wrong) {
      const problem = await openKeyFile(folder).catch((error: unknown) => error);
      expect(problem).toBeInstanceOf(SigningKeyProblem);
      expect(problem).toMatchObject({ place: join(folder, keyFileName), en: expect.stringContaining(says) });
      expect((problem as SigningKeyProblem).ja).toMatch(/\p{Script=Hiragana}/u);
    }
  });

  it('refuses a certificate of another key, and one that does not follow from the next', async () => {
    await makeKeyFile(join(root, 'other'), name, now);
    const theirs = readFileSync(join(root, 'other', keyFileName), 'utf8').slice(keyPart().length);
    await expect(openKeyFile(folderWith(keyPart() + theirs))).rejects.toThrow('does not belong to this key');
    await expect(openKeyFile(folderWith(pem + theirs))).rejects.toThrow('do not follow each other');
  });

  it.skipIf(noOpenssl)('takes a certificate from an authority, with its issuer behind it', async () => {
    const run = (...args: string[]) => execFileSync('openssl', args, { cwd: root, stdio: 'pipe' });
    const p256 = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
    run('req', '-x509', ...p256, '-keyout', 'ca.key', '-out', 'ca.pem', '-subj', '/CN=Authority');
    run('req', ...p256, '-keyout', 'leaf.key', '-out', 'leaf.csr', '-subj', '/CN=The Minato Chamber');
    run('x509', '-req', '-in', 'leaf.csr', '-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-out', 'leaf.pem');
    const read = (file: string) => readFileSync(join(root, file), 'utf8');
    const signer = await openKeyFile(folderWith(read('leaf.key') + read('leaf.pem') + read('ca.pem')));
    expect(signer.certificates.map((der) => new X509Certificate(der).subject)).toEqual([
      'CN=The Minato Chamber',
      'CN=Authority',
    ]);
  });
});
