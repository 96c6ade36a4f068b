import { deflateRawSync } from 'node:zlib';
import { type CellObject, type WorkSheet, write } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { readTable, type TableResult } from './table-file.ts';
import { readXlsxFile } from './table-file-xlsx.ts';

const workbook = (sheets: Record<string, WorkSheet>, hidden: string[] = []): Uint8Array =>
  new Uint8Array(
    write(
      {
        SheetNames: Object.keys(sheets),
        Sheets: sheets,
        Workbook: { Sheets: Object.keys(sheets).map((name) => ({ name, Hidden: hidden.includes(name) ? 1 : 0 })) },
      },
      { type: 'buffer', bookType: 'xlsx', compression: true },
    ),
  );

const sheet = (cells: Record<string, CellObject>, ref: string): WorkSheet => ({ ...cells, '!ref': ref });
const read = (bytes: Uint8Array): Promise<TableResult> => readTable(bytes, 'goods.xlsx');

describe('XLSX', () => {
  test('cells as the person sees them', async () => {
    const cells: Record<string, CellObject> = {
      A1: { t: 's', v: 'HS' },
      A2: { t: 's', v: '0101.21' },
      B2: { t: 'n', v: 1200, z: '#,##0' },
      C2: { t: 'n', v: 4901234567894 },
      D2: { t: 'n', v: 45000, z: 'yyyy/m/d' },
      E2: { t: 'n', v: 0.1 + 0.2 },
      F2: { t: 'n', v: 3, f: '1+2' },
      G2: { t: 's', v: '3/4" BOLT\nM6' },
      A4: { t: 's', v: '髙﨑①㈱' },
    };
    expect(await read(workbook({ Goods: sheet(cells, 'A1:G4') }))).toEqual({
      ok: true,
      rows: [['HS'], ['0101.21', '1,200', '4901234567894', '2023/3/15', '0.3', '3', '3/4" BOLT\nM6'], [], ['髙﨑①㈱']],
      format: { kind: 'xlsx', sheet: 'Goods' },
    });
  });

  test('a table that does not begin in A1 keeps the row and column numbers of the sheet', async () => {
    const result = await read(workbook({ S: sheet({ C3: { t: 's', v: 'x' } }, 'C3:C3') }));
    expect(result).toMatchObject({ rows: [[], [], ['', '', 'x']] });
  });

  test('the first sheet that is not hidden', async () => {
    const book = workbook(
      { H: sheet({ A1: { t: 's', v: 'no' } }, 'A1'), S: sheet({ A1: { t: 's', v: 'yes' } }, 'A1') },
      ['H'],
    );
    expect(await read(book)).toMatchObject({ rows: [['yes']], format: { sheet: 'S' } });
  });

  test('errors and formulas without a result are named, all of them', async () => {
    const cells: Record<string, CellObject> = { A1: { t: 'e', v: 42, w: '#N/A' }, B2: { t: 'n', f: '1+1' } };
    expect(await read(workbook({ S: sheet(cells, 'A1:B2') }))).toMatchObject({
      ok: false,
      problems: [
        { code: 'cell-error', row: 1, column: 1 },
        { code: 'formula-without-value', row: 2, column: 2 },
      ],
    });
  });

  test('a value far below or far to the right is refused, not cut off', async () => {
    const deep = await read(workbook({ S: sheet({ A1: { t: 's', v: 'a' }, A9000: { t: 's', v: 'z' } }, 'A1:A9000') }));
    expect(deep).toMatchObject({ ok: false, problems: [{ code: 'too-many-rows' }] });
    const wide = await read(workbook({ S: sheet({ ZZ1: { t: 's', v: 'z' } }, 'ZZ1') }));
    expect(wide).toMatchObject({ ok: false, problems: [{ code: 'too-many-columns', row: 1 }] });
  });

  test('a broken archive is an answer', async () => {
    const whole = workbook({ S: sheet({ A1: { t: 's', v: 'a' } }, 'A1') });
    for (const bytes of [whole.subarray(0, 200), Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0, 0, 0, 0)]) {
      expect(await read(bytes)).toMatchObject({ ok: false, problems: [{ code: 'workbook-damaged' }] });
    }
  });

  test('a part that was altered is refused, not read as it came out', async () => {
    const whole = workbook({ S: sheet({ A1: { t: 's', v: 'a' } }, 'A1') });
    const directory = Buffer.from(whole).indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    whole[directory + 16] = (whole[directory + 16] ?? 0) ^ 1; // the checksum that the archive states
    expect(await read(whole)).toMatchObject({ ok: false, problems: [{ code: 'workbook-damaged' }] });
  });
});

/** An archive with one deflated entry that states any size it likes about itself. */
function archive(name: string, data: Uint8Array, statedSize: number): Uint8Array {
  const packed = deflateRawSync(data, { level: 9 });
  const local = Buffer.alloc(30 + name.length);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(statedSize, 22);
  local.writeUInt16LE(name.length, 26);
  local.write(name, 30, 'latin1');
  const central = Buffer.alloc(46 + name.length);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(statedSize, 24);
  central.writeUInt16LE(name.length, 28);
  central.write(name, 46, 'latin1');
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length + packed.length, 16);
  return new Uint8Array(Buffer.concat([local, packed, central, end]));
}

describe('zip bombs', () => {
  const zeros = new Uint8Array(100 * 1024 * 1024);
  test.each([
    ['that states its size', zeros.length],
    ['that lies about its size', 100],
  ])('an entry of 100 MB in 100 KB %s is refused', async (_name, stated) => {
    const bytes = archive('xl/workbook.xml', zeros, stated);
    expect(bytes.length).toBeLessThan(200_000);
    expect(await read(bytes)).toMatchObject({ ok: false, problems: [{ code: 'workbook-too-heavy' }] });
  });
});

describe('limits of the reader thread', () => {
  const job = { bytes: workbook({ S: sheet({ A1: { t: 's', v: 'a' } }, 'A1') }), maxRows: 10, maxColumns: 10 };
  test.each([
    ['time', { milliseconds: 1, heapMegabytes: 384 }],
    ['memory', { milliseconds: 10_000, heapMegabytes: 4 }],
  ])('%s: stopped, answered, and the next file is read as usual', async (_name, limits) => {
    expect(await readXlsxFile(job, limits)).toMatchObject({ ok: false, problem: { code: 'workbook-too-heavy' } });
    expect(await readXlsxFile(job)).toMatchObject({ ok: true, rows: [['a']] });
  });
  test('so many may wait, the next is asked to come again', async () => {
    const short = { milliseconds: 1, heapMegabytes: 384 };
    const answers = await Promise.all(Array.from({ length: 21 }, () => readXlsxFile(job, short)));
    const codes = answers.map((answer) => (answer.ok ? 'read' : answer.problem.code));
    expect(codes).toEqual([...Array.from({ length: 20 }, () => 'workbook-too-heavy'), 'busy']);
  });
});
