import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evenLines, linesOf, oneLine, pictureIn, runCentred, runEnding, shrunk } from './letter.ts';
import { widthOf } from './text.ts';

const style = { size: 10, face: 'regular' } as const;

describe('lines of a paragraph', () => {
  test('do not end with a runt where the lines above can give up some of theirs', () => {
    const width = widthOf('あ'.repeat(40), style);
    const text = 'あ'.repeat(42);
    expect(linesOf(text, width, style).map((line) => line.length)).toEqual([40, 2]);
    const [first = '', last = '', ...more] = evenLines(text, width, style);
    expect(more).toEqual([]);
    expect(last.length).toBeGreaterThanOrEqual(5);
    expect(first.length).toBeGreaterThan(34);
  });

  test('are as many, no wider, and the same text', () => {
    const typed = fc.string({ unit: fc.constantFrom('国', '、', 'W', ' ', '(', '\n', 'ー'), maxLength: 200 });
    fc.assert(
      fc.property(typed, fc.integer({ min: 20, max: 170 }), (text, width) => {
        const even = evenLines(text, width, style);
        expect(even).toHaveLength(linesOf(text, width, style).length);
        expect(even.join('').replace(/[\s]/g, '')).toBe(text.replace(/\s/g, ''));
        for (const line of even) expect(widthOf(line, style)).toBeLessThanOrEqual(width);
      }),
    );
  });
});

test('a long name is set in the largest size that keeps to its lines, or in the smallest', () => {
  const width = widthOf('国'.repeat(20), style);
  const sizes = [8, 5];
  expect(shrunk('国'.repeat(40), width, style, { sizes }).style.size).toBe(10);
  expect(shrunk('国'.repeat(41), width, style, { sizes }).style.size).toBe(8);
  expect(shrunk('国'.repeat(51), width, style, { sizes }).style.size).toBe(5);
  expect(shrunk('国'.repeat(500), width, style, { sizes }).style.size).toBe(5);
});

test('a field is one line: breaks and tabs are spaces, spaces stay as typed', () => {
  expect(oneLine(' A\r\nB\tC  D ')).toBe('A B C  D');
});

test('a run ends or has its middle where it is told to, also with a character that no font draws', () => {
  const ending = runEnding('国😀', 100, 10, style);
  expect(ending.x + widthOf(ending.text, style)).toBeCloseTo(100);
  const spaced = { ...style, spacing: 3 };
  const centred = runCentred('国国', 100, 10, spaced);
  // The space after the last character is not seen.
  expect(centred.x + (widthOf('国国', spaced) - 3) / 2).toBeCloseTo(100);
});

test('what is no PNG is not placed', () => {
  expect(() => pictureIn(Buffer.from('GIF89a'), 'x', { x: 0, y: 0, width: 1, height: 1 })).toThrow('PNG');
});
