import { createHash, randomBytes } from 'node:crypto';

/** A new UUIDv7: rows made later sort later, so that indexes grow at their end. */
export function newId(at: Date): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(at.getTime(), 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What stands in an address may be anything; only this goes to the database as an id. */
export function isId(text: string): boolean {
  return uuid.test(text);
}

/** A secret that nobody guesses: 256 bits, as 43 characters that need no escaping anywhere. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a secret of 128 bits or more: enough to recognise it, useless to whoever reads the table. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
