import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Flow, type FlowInput, flowGoods, lineUnits, type Place } from './goods-flow.ts';

const item = (rows: number, marks = 0) => ({ rows, marks });
const flow = (input: Partial<FlowInput>): Flow =>
  flowGoods({ shipmentMarks: 0, items: [], totals: 0, unitsPerSheet: 20, ...input });

/** `0:2` = first sheet, two half lines down. */
const said = (places: readonly Place[]): string => places.map(({ sheet, unit }) => `${sheet}:${unit}`).join(' ');
const rowsOf = (result: Flow): string[] => result.items.map(({ rows }) => said(rows));
const marksOf = (result: Flow): string[] => result.items.map(({ marks }) => said(marks));

describe('goods flow over sheets of ten lines', () => {
  test('nothing declared is one empty sheet', () => {
    expect(flow({}).sheets).toBe(1);
  });

  test('items of one line stand close, longer ones are set apart by half a line', () => {
    expect(rowsOf(flow({ items: [item(1), item(1), item(1)] }))).toEqual(['0:0', '0:2', '0:4']);
    expect(rowsOf(flow({ items: [item(1), item(2), item(1)] }))).toEqual(['0:0', '0:3 0:5', '0:8']);
  });

  test('an item that does not fit moves to the next sheet whole', () => {
    const result = flow({ items: [item(8), item(3)] });
    expect(rowsOf(result)[1]).toBe('1:0 1:2 1:4');
    expect(result.sheets).toBe(2);
  });

  test('a very long item is split between two lines, never within one', () => {
    const result = flow({ items: [item(3), item(9)] });
    expect(rowsOf(result)[1]).toBe('0:7 0:9 0:11 0:13 0:15 0:17 1:0 1:2 1:4');
  });

  test("the shipment's marks begin at the top, beside the items", () => {
    const result = flow({ shipmentMarks: 3, items: [item(1), item(1)] });
    expect(said(result.shipmentMarks)).toBe('0:0 0:2 0:4');
    expect(rowsOf(result)).toEqual(['0:0', '0:2']);
  });

  test('marks longer than their line run on beside the lines without marks of their own', () => {
    const result = flow({ items: [item(1, 4), item(1), item(1)] });
    expect(marksOf(result)[0]).toBe('0:0 0:2 0:4 0:6');
    expect(rowsOf(result)).toEqual(['0:0', '0:2', '0:4']);
  });

  test('the next line with marks of its own starts below them, half a line apart', () => {
    const result = flow({ items: [item(1, 4), item(1, 1), item(1)] });
    expect(marksOf(result)[1]).toBe('0:9');
    expect(rowsOf(result)).toEqual(['0:0', '0:9', '0:11']);
  });

  test("also below the shipment's marks", () => {
    expect(rowsOf(flow({ shipmentMarks: 2, items: [item(1, 1)] }))).toEqual(['0:5']);
  });

  test('marks run on across sheets, and the sheets are counted', () => {
    const result = flow({ shipmentMarks: 12, items: [item(1)] });
    expect(said(result.shipmentMarks.slice(9))).toBe('0:18 1:0 1:2');
    expect(result.sheets).toBe(2);
  });

  test('an item that moves takes its marks along', () => {
    const result = flow({ items: [item(8), item(3, 1)] });
    expect(marksOf(result)[1]).toBe('1:0');
  });

  test('the total follows half a line below the last item', () => {
    expect(said(flow({ items: [item(1), item(1)], totals: 2 }).totals)).toBe('0:5 0:7');
  });

  test('the total stays together', () => {
    expect(said(flow({ items: [item(8)], totals: 3 }).totals)).toBe('1:0 1:2 1:4');
  });

  test('the total does not stand alone on the last sheet: the item before it comes along', () => {
    const whole = flow({ items: [item(3), item(2)], totals: 1 });
    expect([rowsOf(whole)[1], said(whole.totals)]).toEqual(['0:7 0:9', '0:13']);
    const along = flow({ items: [item(5), item(3)], totals: 2 });
    expect([...rowsOf(along), said(along.totals)]).toEqual(['0:0 0:2 0:4 0:6 0:8', '1:0 1:2 1:4', '1:8 1:10']);
    const marked = flow({ items: [item(5), item(3, 1)], totals: 2 });
    expect([rowsOf(marked)[1], said(marked.totals)]).toEqual(['0:11 0:13 0:15', '1:0 1:2']);
  });

  test('the first sheet may hold less than the others', () => {
    const result = flow({ items: [item(3), item(5), item(5)], unitsOnFirst: 8 });
    expect(rowsOf(result)).toEqual(['0:0 0:2 0:4', '1:0 1:2 1:4 1:6 1:8', '2:0 2:2 2:4 2:6 2:8']);
  });

  test('the total stands on the last sheet, also where marks run on alone', () => {
    const result = flow({ shipmentMarks: 12, items: [item(1)], totals: 1 });
    expect(said(result.totals)).toBe('1:5');
    expect(result.sheets).toBe(2);
  });
});

describe('whatever the goods', () => {
  const input = fc.record({
    shipmentMarks: fc.nat(30),
    items: fc.array(fc.record({ rows: fc.integer({ min: 1, max: 14 }), marks: fc.nat(14) }), { maxLength: 40 }),
    totals: fc.nat(6),
    unitsPerSheet: fc.integer({ min: 12, max: 60 }),
    unitsOnFirst: fc.integer({ min: 12, max: 60 }),
  });

  test('every line has one place, in order, inside its sheet, and none stand on each other', () => {
    fc.assert(
      fc.property(input, (given) => {
        const result = flowGoods(given);
        const rows = [...result.items.flatMap((each) => each.rows), ...result.totals];
        const marks = [...result.shipmentMarks, ...result.items.flatMap((each) => each.marks)];
        expect(rows).toHaveLength(given.items.reduce((sum, each) => sum + each.rows, given.totals));
        expect(marks).toHaveLength(given.items.reduce((sum, each) => sum + each.marks, given.shipmentMarks));
        for (const column of [rows, marks]) expectInOrder(column, given);
        const last = Math.max(0, ...[...rows, ...marks].map(({ sheet }) => sheet));
        expect(result.sheets).toBe(last + 1);
        if (given.totals > 0) expect(result.totals.at(-1)?.sheet).toBe(last);
      }),
      { numRuns: 300 },
    );
  });

  test('an item begins where its marks begin', () => {
    fc.assert(
      fc.property(input, (given) => {
        for (const { rows, marks } of flowGoods(given).items) if (marks.length > 0) expect(marks[0]).toEqual(rows[0]);
      }),
      { numRuns: 100 },
    );
  });
});

function expectInOrder(
  places: readonly Place[],
  { unitsPerSheet, unitsOnFirst }: { unitsPerSheet: number; unitsOnFirst: number },
): void {
  let last = { sheet: 0, end: 0 };
  for (const { sheet, unit } of places) {
    expect(sheet).toBeGreaterThanOrEqual(last.sheet);
    if (sheet === last.sheet) expect(unit).toBeGreaterThanOrEqual(last.end);
    expect(unit + lineUnits).toBeLessThanOrEqual(sheet === 0 ? unitsOnFirst : unitsPerSheet);
    last = { sheet, end: unit + lineUnits };
  }
}
