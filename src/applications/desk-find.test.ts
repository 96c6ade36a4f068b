import { expect, test } from 'vitest';
import { readReceiptNumber } from './desk-find.ts';

test.each(['R2026-000123', 'r2026-000123', '2026000123', ' Ｒ２０２６－０００１２３ ', 'R2026 000123'])(
  '%s is receipt number R2026-000123',
  (typed) => expect(readReceiptNumber(typed)).toBe('R2026-000123'),
);

test.each(['', '123', 'R2026-00012', 'X2026-000123', 'R1926-000123', '9901-2026-000123-K'])(
  '%s is no receipt number',
  (typed) => expect(readReceiptNumber(typed)).toBeUndefined(),
);
