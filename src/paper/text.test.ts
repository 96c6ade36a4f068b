import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawnBy } from './faces.ts';
import { breakLines, glyphsMissing, naturalWidth, squaresForMissing, widthOf } from './text.ts';

const style = { size: 9, face: 'regular' } as const;
const printable = fc.string({
  unit: fc.constantFrom(...'aWi 0,.-/( )「」、。日本語髙﨑①㈱éñ°×µ', ' ', ' ', '\n'),
  maxLength: 120,
});

describe('breaking lines', () => {
  test('a wide piece of text breaks at spaces and keeps them at the line ends', () => {
    expect(breakLines('Hexagon socket head cap screw', 25, style)).toEqual(['Hexagon socket ', 'head cap screw']);
  });

  test('typed line feeds break, an empty line stays, an empty text is no line', () => {
    expect(breakLines('a\n\nb', 50, style)).toEqual(['a', '', 'b']);
    expect(breakLines('a\r\nb', 50, style)).toEqual(['a', 'b']);
    expect(breakLines('', 50, style)).toEqual([]);
  });

  test('a word is cut only where it alone is wider than the line', () => {
    const lines = breakLines('No. ABCDEFGHIJKLMNOPQRSTUVWXYZ', 20, style);
    expect(lines[0]).toBe('No. ');
    expect(lines.slice(1).join('')).toBe('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  });

  test('Japanese breaks between characters, but no line begins with a full stop or ends with an opening bracket', () => {
    const lines = breakLines('天地無用。取扱注意「大阪」行き', 16, style);
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(line).not.toMatch(/^[。」]|「$/);
  });

  test('no character is ever lost, and no line is wider than its box', () => {
    fc.assert(
      fc.property(printable, fc.integer({ min: 4, max: 90 }), (text, width) => {
        const lines = breakLines(text, width, style);
        expect(lines.join('')).toBe(text.replaceAll('\n', ''));
        for (const line of lines) expect(widthOf(line.trimEnd(), style)).toBeLessThanOrEqual(width);
      }),
      { numRuns: 300 },
    );
  });
});

describe('measuring', () => {
  test('an ideograph is one em: 9 pt are 3.175 mm', () => {
    expect(widthOf('日', style)).toBeCloseTo(3.175, 6);
    expect(widthOf('日本', { ...style, spacing: 1 })).toBeCloseTo(2 * 3.175 + 2, 6);
  });

  test('the natural width is that of the widest line as typed', () => {
    expect(naturalWidth('日\n日本\n', style)).toBeCloseTo(2 * 3.175, 6);
  });
});

describe('characters that cannot be drawn', () => {
  test('what certificates need is there: French, Spanish, signs, and the kanji that screen fonts lack', () => {
    expect(glyphsMissing('ÀÂÇÉÈÊËÎÏÔŒÙÛÜŸàâçéèêëîïôœùûüÿÑñÁÍÓÚáíóú¿¡ °×±µØ²³€ 髙﨑①㈱〜𠮷')).toEqual([]);
  });

  test('what needs shaping, joins or hides is refused, though the font may have a glyph', () => {
    expect(glyphsMissing('ab\u0301 \u200b\ufeff\u00ad ا ท \t')).toEqual([
      '\u0301',
      '\u200b',
      '\ufeff',
      '\u00ad',
      'ا',
      'ท',
      '\t',
    ]);
  });

  test('each missing character is named once; a line break is not a character', () => {
    expect(glyphsMissing('😀\r\n😀')).toEqual(['😀']);
  });

  test('what the regular face draws, the medium face draws too: totals and names are set in it', () => {
    const onlyRegular: number[] = [];
    for (let code = 0x20; code < 0x30000; code++) {
      if (drawnBy('regular', code) !== undefined && drawnBy('medium', code) === undefined) onlyRegular.push(code);
    }
    expect(onlyRegular).toEqual([]);
  });

  test('on a draft a square stands in the place of each, and can itself be drawn', () => {
    expect(squaresForMissing('a😀\nb\t')).toBe('a□\nb□');
    expect(glyphsMissing('□')).toEqual([]);
  });
});
