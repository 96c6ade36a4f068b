import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRecoveryCode, recoveryCodeLength, recoveryCodeOf } from './recovery-code.ts';

const bytes = fc.uint8Array({ minLength: recoveryCodeLength, maxLength: recoveryCodeLength });

test('has eighty random bits and is read back as it is written, however it is typed', () => {
  expect(recoveryCodeLength * 5).toBeGreaterThanOrEqual(80);
  fc.assert(
    fc.property(bytes, (random) => {
      const code = recoveryCodeOf(random);
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
      for (const typed of [code, code.toLowerCase(), code.replaceAll('-', ''), ` ${code.replaceAll('-', ' ')} `])
        expect(readRecoveryCode(typed)).toBe(code);
    }),
  );
});

test.each(['', '1234', '123456', '7K3M-9TD0-X2PA-V4E', '7K3M-9TD0-X2PA-V4EH0', 'UUUU-9TD0-X2PA-V4EH'])(
  '%s is none',
  (typed) => {
    expect(readRecoveryCode(typed)).toBeUndefined();
  },
);

test('another number of bytes is a mistake of ours', () => {
  expect(() => recoveryCodeOf(new Uint8Array(15))).toThrow(RangeError);
});
