// How goods flow over sheets: counts of printed lines in, places out. Knows no text and no millimetre, so that its rules can
// be read, and are tested, as a table. A sheet's body is measured in half lines: items are set apart by half a line.
export const lineUnits = 2;
const gapUnits = 1;

/** Which sheet (from 0) and how many half lines below the top of its body. A printed line is never cut by a sheet's end. */
export type Place = { sheet: number; unit: number };

export type FlowItem = {
  /** Printed lines of the item itself (packages, description, quantity): at least one. */
  rows: number;
  /** Printed lines of its own marks; 0 where the marks above go on. */
  marks: number;
};

export type FlowInput = {
  /** Printed lines of the shipment's marks: they begin at the top of the first sheet. */
  shipmentMarks: number;
  items: readonly FlowItem[];
  /** Lines of the total, 0 for none. They stay together and end the goods. */
  totals: number;
  /** Half lines in the body of a sheet; of the first, where its body is another than the others'. */
  unitsPerSheet: number;
  unitsOnFirst?: number;
};

export type Flow = {
  shipmentMarks: Place[];
  items: { marks: Place[]; rows: Place[] }[];
  totals: Place[];
  sheets: number;
};

/** Longer items are split between two lines rather than leave a large hole at the foot of a sheet. */
const keptTogether = 8;

export function flowGoods(input: FlowInput): Flow {
  const { unitsPerSheet, unitsOnFirst = unitsPerSheet } = input;
  const unitsOf = (sheet: number): number => (sheet === 0 ? unitsOnFirst : unitsPerSheet);
  const topOf = (sheet: number): number => (sheet === 0 ? 0 : unitsOnFirst + (sheet - 1) * unitsPerSheet);
  const sheetOf = (unit: number): number =>
    unit < unitsOnFirst ? 0 : 1 + Math.floor((unit - unitsOnFirst) / unitsPerSheet);
  const within = (unit: number): number => unit - topOf(sheetOf(unit));

  /** A gap, but never at the top of a sheet. */
  const apart = (unit: number, units: number): number => (within(unit) === 0 ? unit : unit + units);

  /** The first place at or after `unit` where `lines` lines stand without a sheet's end between them. */
  const roomFor = (unit: number, lines: number): number =>
    within(unit) + lines * lineUnits <= unitsOf(sheetOf(unit)) ? unit : topOf(sheetOf(unit) + 1);

  function place(from: number, lines: number): { places: Place[]; end: number } {
    const places: Place[] = [];
    let unit = from;
    for (let i = 0; i < lines; i++) {
      unit = roomFor(unit, 1);
      places.push({ sheet: sheetOf(unit), unit: within(unit) });
      unit += lineUnits;
    }
    return { places, end: unit };
  }

  const gap = input.items.some((item) => item.rows > 1) ? gapUnits : 0;
  const shipment = place(0, input.shipmentMarks);
  let marksEnd = shipment.end;
  let rowsEnd = 0;
  const items = input.items.map((item) => {
    // Marks of its own begin below the marks before them, and the item begins with its marks.
    const earliest = item.marks > 0 ? Math.max(rowsEnd, marksEnd === 0 ? 0 : apart(marksEnd, gapUnits)) : rowsEnd;
    const start = roomFor(earliest, item.rows <= keptTogether ? item.rows : 1);
    const rows = place(start, item.rows);
    const marks = place(start, item.marks);
    if (item.marks > 0) marksEnd = marks.end;
    rowsEnd = apart(rows.end, gap);
    return { marks: marks.places, rows: rows.places };
  });

  const lastMark = Math.max(0, marksEnd - lineUnits);
  let totalsStart = roomFor(apart(rowsEnd, gapUnits), input.totals);
  // The total stands on the last sheet, also where marks run on alone.
  if (sheetOf(totalsStart) < sheetOf(lastMark)) totalsStart = roomFor(apart(marksEnd, gapUnits), input.totals);
  let totals = place(totalsStart, input.totals).places;
  const last = items.at(-1);
  if (last !== undefined && comesAlong(last, totals, unitsPerSheet)) {
    const rows = place(totalsStart, last.rows.length);
    last.rows = rows.places;
    totals = place(apart(apart(rows.end, gap), gapUnits), input.totals).places;
  }

  const all = [shipment.places, ...items.flatMap((item) => [item.marks, item.rows]), totals].flat();
  const lastSheet = all.reduce((most, { sheet }) => Math.max(most, sheet), 0);
  return { shipmentMarks: shipment.places, items, totals, sheets: lastSheet + 1 };
}

/**
 * A sheet with nothing but a total says nothing of what it totals, so the last item goes to it: where the total begins the
 * sheet after the item's, the item is not split, has no marks of its own, leaves another behind it, and both have room.
 */
function comesAlong(last: Flow['items'][number], totals: readonly Place[], unitsPerSheet: number): boolean {
  const [first, total] = [last.rows[0], totals[0]];
  if (first === undefined || total === undefined || total.unit !== 0 || first.unit === 0) return false;
  const isWhole = last.rows.length <= keptTogether && first.sheet === total.sheet - 1;
  const units = (last.rows.length + totals.length) * lineUnits + 2 * gapUnits;
  return isWhole && last.marks.length === 0 && last.rows.at(-1)?.sheet === first.sheet && units <= unitsPerSheet;
}
