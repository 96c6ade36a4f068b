import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { vaultOf } from './vault.ts';

const vault = vaultOf(randomBytes(32));

describe('the vault', () => {
  test('opens what it sealed, for the same thing only', () => {
    const sealed = vault.seal(Buffer.from('7K3M'), 'code 1');
    expect(vault.open(sealed, 'code 1').toString()).toBe('7K3M');
    expect(() => vault.open(sealed, 'code 2')).toThrow();
    expect(() => vaultOf(randomBytes(32)).open(sealed, 'code 1')).toThrow();
  });

  test('notices every changed byte', () => {
    const sealed = vault.seal(Buffer.from('7K3M'), 'c');
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => vault.open(changed, 'c')).toThrow();
    }
  });

  test('seals the same text to other bytes each time, and fingerprints it to the same', () => {
    expect(vault.seal(Buffer.from('x'), 'c')).not.toEqual(vault.seal(Buffer.from('x'), 'c'));
    expect(vault.mac('x', 'c')).toEqual(vault.mac('x', 'c'));
    expect(vault.mac('x', 'c')).not.toEqual(vault.mac('x', 'd'));
  });

  test('takes no short key', () => {
    expect(() => vaultOf(randomBytes(16))).toThrow('32 bytes');
  });
});
