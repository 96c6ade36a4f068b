// What must be kept so that only this installation can read it, and what must be recognised without being kept.
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

export type Vault = {
  /** Encrypts (AES-256-GCM). `of` names what it belongs to: under another name it does not open. */
  seal(plain: Uint8Array, of: string): Buffer;
  /** Throws when it was changed, or sealed for something else. */
  open(sealed: Uint8Array, of: string): Buffer;
  /** A fingerprint that nobody can compute without the key: for codes that are too short to be hashed alone. */
  mac(text: string, of: string): Buffer;
};

const ivLength = 12;
const tagLength = 16;

/** @param key 32 random bytes, the installation's own */
export function vaultOf(key: Uint8Array): Vault {
  if (key.length !== 32) throw new Error('the installation key must have 32 bytes');
  // A key for each use, so that nothing learned of one helps with the other.
  const derived = (use: string): Buffer => Buffer.from(hkdfSync('sha256', key, '', `hakkyu ${use}`, 32));
  const sealKey = derived('seal');
  const macKey = derived('mac');
  return {
    seal(plain, of) {
      const iv = randomBytes(ivLength);
      const cipher = createCipheriv('aes-256-gcm', sealKey, iv);
      cipher.setAAD(Buffer.from(of));
      const body = Buffer.concat([cipher.update(plain), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]);
    },
    open(sealed, of) {
      const bytes = Buffer.from(sealed);
      const decipher = createDecipheriv('aes-256-gcm', sealKey, bytes.subarray(0, ivLength));
      decipher.setAAD(Buffer.from(of));
      decipher.setAuthTag(bytes.subarray(ivLength, ivLength + tagLength));
      return Buffer.concat([decipher.update(bytes.subarray(ivLength + tagLength)), decipher.final()]);
    },
    mac: (text, of) => createHmac('sha256', macKey).update(`${of}\0${text}`).digest(),
  };
}
