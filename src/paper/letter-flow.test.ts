// How a letter runs over its pages.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Flowing, flow, type Part, paragraph } from './letter-flow.ts';
import { shapesOf } from './page.ts';

const room = { top: 20, nextTop: 10, bottom: 100 };

/** Each row is drawn as one text that says its block, its number and its top. */
function block(name: string, rows: readonly number[], more: Partial<Flowing> = {}): Flowing {
  const draw = (from: number, to: number, top: number): Part[] => {
    let y = top + (more.head ?? 0);
    return rows.slice(from, to).map((height, i) => {
      const text = `${name}${from + i}@${y}`;
      y += height;
      return { role: 'P', inside: [{ kind: 'text', x: 0, y, text, size: 9, face: 'regular', ink: '#000000' }] };
    });
  };
  return { gap: 5, rows, draw, ...more };
}
const said = (blocks: readonly Flowing[]): string[] =>
  flow(blocks, room).map((parts) =>
    shapesOf(parts)
      .map((shape) => (shape.kind === 'text' ? shape.text : ''))
      .join(' '),
  );

describe('flow', () => {
  test('blocks stand under each other with their gaps, the first at the top', () => {
    expect(said([block('a', [10, 10]), block('b', [10])])).toEqual(['a0@20 a1@30 b0@45']);
  });

  test('a row that does not fit begins the next page, without a gap, below the head of its block', () => {
    expect(said([block('a', [62]), block('b', [10, 10], { head: 4 })])).toEqual(['a0@20', 'b0@14 b1@24']);
    expect(said([block('a', [50]), block('b', [10, 10, 10], { head: 4 })])).toEqual(['a0@20 b0@79 b1@89', 'b2@14']);
  });

  test('a row that just fits stays', () => {
    expect(said([block('a', [80])])).toEqual(['a0@20']);
  });

  test('what keeps its next goes over with it', () => {
    const heading = block('h', [6], { keepsNext: true });
    expect(said([block('a', [60]), heading, block('b', [6])])).toEqual(['a0@20', 'h0@10 b0@21']);
    expect(said([block('a', [60]), heading])).toEqual(['a0@20 h0@85']);
  });

  test('a block that is to stay together goes over whole, with its heading; one taller than a page is split', () => {
    const together = block('b', [20, 20], { together: true });
    const heading = block('h', [6], { keepsNext: true });
    expect(said([block('a', [40]), heading, together])).toEqual(['a0@20', 'h0@10 b0@21 b1@41']);
    expect(said([block('b', [50, 50], { together: true })])).toEqual(['b0@20', 'b1@10']);
  });

  test('a block is pushed down to where it wants to begin, but not over the foot, nor on later pages', () => {
    expect(said([block('a', [10]), block('b', [10], { notAbove: 70 })])).toEqual(['a0@20 b0@70']);
    expect(said([block('a', [10]), block('b', [40], { notAbove: 70 })])).toEqual(['a0@20 b0@60']);
    expect(said([block('a', [75]), block('b', [10], { notAbove: 70 })])).toEqual(['a0@20', 'b0@10']);
  });

  test('nothing is one empty page', () => {
    expect(flow([], room)).toEqual([[]]);
  });

  test('every row is drawn once, in order, inside the page', () => {
    const blocks = fc.array(
      fc.record({
        ...{ rows: fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 12 }), gap: fc.integer({ min: 0, max: 20 }) },
        ...{ head: fc.integer({ min: 0, max: 10 }), keepsNext: fc.boolean(), together: fc.boolean() },
        notAbove: fc.integer({ min: 0, max: 120 }),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(blocks, (some) => {
        const pages = said(some.map(({ rows, ...more }, i) => block(`${i}.`, rows, more)));
        const drawn = pages.flatMap((page) => page.split(' ').filter(Boolean));
        const rows = some.flatMap(({ rows: heights }, i) =>
          heights.map((height, n) => ({ name: `${i}.${n}`, height })),
        );
        expect(drawn.map((one) => one.split('@')[0])).toEqual(rows.map(({ name }) => name));
        for (const [i, one] of drawn.entries())
          expect(Number(one.split('@')[1]) + (rows[i]?.height ?? 0)).toBeLessThanOrEqual(room.bottom);
      }),
    );
  });
});

test('a paragraph split over two pages has its label on the first line only', () => {
  const style = { size: 10, face: 'regular' } as const;
  const long = paragraph({ text: 'あ'.repeat(1200), style }, { gap: 0, indent: 10, label: '1.' });
  const pages = flow([long], room).map((parts) =>
    shapesOf(parts).map((shape) => (shape.kind === 'text' ? shape.text : '')),
  );
  expect(pages.length).toBeGreaterThan(1);
  expect(pages.flat().filter((text) => text === '1.')).toHaveLength(1);
  expect(pages[0]?.[0]).toBe('1.');
  expect(pages.flat().join('').replace('1.', '')).toBe('あ'.repeat(1200));
});
