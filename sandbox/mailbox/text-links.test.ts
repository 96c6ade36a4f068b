import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textPieces } from './text-links.ts';

test.each([
  ['no address', []],
  ['http://a.example/x', ['http://a.example/x']],
  ['（https://a.example/認証）', ['https://a.example/']],
  ['(https://a.example/b).', ['https://a.example/b']],
  ['HTTPS://A.EXAMPLE/R/ABC', ['HTTPS://A.EXAMPLE/R/ABC']],
  ['javascript://x ftp://a data:text/html,x', []],
  ['http:// https://', []],
])('%s links %o', (text, links) => {
  expect(textPieces(text).flatMap((piece) => piece.href ?? [])).toEqual(links);
});

test('the pieces put together are the text', () => {
  const part = fc.oneof(fc.string(), fc.constantFrom('https://a.example/b?c=d', 'http://', ' ', '\n', '.', ')'));
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const text = parts.join('');
      expect(
        textPieces(text)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
