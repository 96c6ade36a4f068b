// qpdf, as an independent reader: does the file hang together, and which objects are in it. Runs everywhere (WebAssembly).
import { createRequire } from 'node:module';
import createQpdf from '@neslinesli93/qpdf-wasm';

/** As qpdf's JSON (version 2) writes them: names begin with `/`, texts with `u:`, bytes with `b:`, `12 0 R` refers. */
export type PdfValue = string | number | boolean | null | PdfValue[] | PdfDict;
export type PdfDict = { [key: string]: PdfValue };
type PdfObject = { value?: PdfValue; stream?: { dict: PdfDict; data: string } };

type Qpdf = {
  FS: { writeFile(path: string, bytes: Uint8Array): void; readFile(path: string): Uint8Array };
  callMain(args: string[]): number;
};

const wasm = createRequire(import.meta.url).resolve('@neslinesli93/qpdf-wasm/dist/qpdf.wasm');

async function run(pdf: Uint8Array, args: readonly string[]): Promise<{ exit: number; FS: Qpdf['FS'] }> {
  const qpdf = (await createQpdf({ locateFile: () => wasm })) as unknown as Qpdf;
  qpdf.FS.writeFile('/in.pdf', pdf);
  return { exit: qpdf.callMain([...args, '/in.pdf', '/out']), FS: qpdf.FS };
}

/** True when qpdf reads every object and every stream of the file without an error or a warning. */
export const isSound = async (pdf: Uint8Array): Promise<boolean> =>
  // Written anew as JSON with every stream unpacked: what `--check` does, and silent.
  (await run(pdf, ['--json-output', '--json-stream-data=inline', '--decode-level=all'])).exit === 0;

export type PdfObjects = {
  trailer: PdfDict;
  /** What a reference refers to; anything else is itself. Of a stream the dictionary. */
  get(value: PdfValue | undefined): PdfValue | undefined;
  /** The dictionary of that name in another; empty when there is none. */
  dict(of: PdfDict, name: string): PdfDict;
  list(of: PdfDict, name: string): PdfValue[];
  /** The unpacked bytes of the stream that is referred to; empty when it is none. */
  bytes(reference: PdfValue | undefined): Buffer;
  /** Every dictionary of the file, however deep it stands, streams' own included. */
  all(): PdfDict[];
};

/** Throws when qpdf cannot read the file. */
export async function readObjects(pdf: Uint8Array): Promise<PdfObjects> {
  const { exit, FS } = await run(pdf, ['--json-output', '--json-stream-data=inline', '--decode-level=generalized']);
  if (exit !== 0) throw new Error(`qpdf ended with ${exit}`);
  const { qpdf } = JSON.parse(Buffer.from(FS.readFile('/out')).toString('utf8')) as {
    qpdf: [object, Record<string, PdfObject>];
  };
  const objects = qpdf[1];
  const get = (value: PdfValue | undefined): PdfValue | undefined => {
    if (typeof value !== 'string' || !/^\d+ \d+ R$/.test(value)) return value;
    const found = objects[`obj:${value}`];
    return found?.stream?.dict ?? found?.value;
  };
  return {
    trailer: dictOf(objects['trailer']?.value),
    get,
    dict: (of, name) => dictOf(get(of[name])),
    list: (of, name) => {
      const found = get(of[name]);
      return Array.isArray(found) ? found : [];
    },
    bytes: (reference) => Buffer.from(objects[`obj:${String(reference)}`]?.stream?.data ?? '', 'base64'),
    all: () => Object.values(objects).flatMap(({ value, stream }) => within(stream?.dict ?? value)),
  };
}

export const dictOf = (value: PdfValue | undefined): PdfDict =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};

function within(value: PdfValue | undefined): PdfDict[] {
  if (Array.isArray(value)) return value.flatMap(within);
  if (typeof value !== 'object' || value === null) return [];
  return [value, ...Object.values(value).flatMap(within)];
}
