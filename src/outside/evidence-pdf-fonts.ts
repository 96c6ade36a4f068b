/**
 * Japanese programs write PDFs that only name their font (MS-Mincho, HeiseiMin-W3 …) and rely on the reader's machine to
 * have it. PDFium then looks into /usr/share/fonts of its own, empty, little file system and would leave such text out,
 * silently. Its build gives no way to put a file there, so this stands between the library and its file system: what it
 * looks for in that folder is found in /tmp, where the one font lies.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PDFiumLibrary } from '@hyzyla/pdfium';

const lookedIn = '/usr/share/fonts';
const standIn = '/tmp';
const fontName = 'japanese.ttf';

type System = (...values: number[]) => number;
type Imports = Record<string, Record<string, System>>;
type Instance = { exports: { memory: { buffer: ArrayBuffer }; malloc(bytes: number): number; free(at: number): void } };
type Wasm = { instantiate(code: Buffer, imports: Imports): Promise<{ instance: Instance; module: unknown }> };

/** PDFium with a Japanese font at hand (Noto Sans JP, all of it, since any character may be wanted). */
export async function loadPdfium(): Promise<PDFiumLibrary> {
  const resolve = createRequire(import.meta.url).resolve;
  const code = readFileSync(resolve('@hyzyla/pdfium/pdfium.wasm'));
  const font = readFileSync(resolve('@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf'));
  const { instantiate } = (globalThis as unknown as { WebAssembly: Wasm }).WebAssembly;
  let placeFont = (): void => undefined;
  const instantiateWasm = (imports: Imports, done: (instance: Instance, module: unknown) => void) => {
    const system = imports['env'] ?? {};
    const wasi = imports['wasi_snapshot_preview1'] ?? {};
    let loaded: Instance | undefined;
    const memory = () => Buffer.from(loaded?.exports.memory.buffer ?? new ArrayBuffer(0));
    const plain = { ...system };
    for (const [call, pathAt] of [
      ['__syscall_openat', 1],
      ['__syscall_stat64', 0],
      ['__syscall_newfstatat', 1],
    ] as const) {
      system[call] = (...values) => withPathMoved(memory(), values[pathAt] ?? 0, () => plain[call]?.(...values) ?? -1);
    }
    void instantiate(code, imports).then(({ instance, module }) => {
      loaded = instance;
      placeFont = () => writeFile(instance, plain, wasi, font);
      done(instance, module);
    });
    return {};
  };
  const library = await PDFiumLibrary.init({ instantiateWasm } as unknown as Parameters<typeof PDFiumLibrary.init>[0]);
  placeFont();
  return library;
}

/** Writes the other, shorter path over the one in memory while the call lasts. */
function withPathMoved(memory: Buffer, at: number, call: () => number): number {
  const path = memory.toString('latin1', at, memory.indexOf(0, at));
  if (path !== lookedIn && !path.startsWith(`${lookedIn}/`)) return call();
  memory.write(`${path.replace(lookedIn, standIn)}\0`, at, 'latin1');
  try {
    return call();
  } finally {
    memory.write(path, at, 'latin1');
  }
}

/** By the very calls that the library itself would make: open (create, write only), write, close. */
function writeFile(
  { exports }: Instance,
  system: Record<string, System>,
  wasi: Record<string, System>,
  file: Buffer,
): void {
  const at = exports.malloc(file.length + 64);
  const memory = Buffer.from(exports.memory.buffer);
  const [path, list, content] = [at, at + 32, at + 64];
  memory.write(`${standIn}/${fontName}\0`, path, 'latin1');
  memory.writeUInt32LE(0o666, list); // the mode, as the call's variable argument
  const descriptor = system['__syscall_openat']?.(-100, path, 0o101, list) ?? -1;
  memory.set(file, content);
  memory.writeUInt32LE(content, list);
  memory.writeUInt32LE(file.length, list + 4);
  const failed = wasi['fd_write']?.(descriptor, list, 1, list + 8) ?? -1;
  const written = memory.readUInt32LE(list + 8);
  wasi['fd_close']?.(descriptor);
  exports.free(at);
  if (descriptor < 0 || failed !== 0 || written !== file.length)
    throw new Error('cannot give PDFium its Japanese font');
}
