// Readers that some machines have (poppler's tools, zbar): a second and a third opinion on a paper. Where one is not there,
// `undefined` says so, and the caller prints what was left out.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Tool = 'pdftotext' | 'pdfinfo' | 'pdffonts' | 'pdfsig' | 'zbarimg';

/** What the tool prints of the file, or undefined when it is not on this machine. Throws when it fails. */
function ask(tool: Tool, bytes: Uint8Array, args: (file: string) => string[]): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'hakkyu-read-'));
  try {
    const file = join(folder, 'paper');
    writeFileSync(file, bytes);
    const { status, stdout, stderr, error } = spawnSync(tool, args(file), {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      timeout: 120_000,
    });
    if ((error as { code?: string } | undefined)?.code === 'ENOENT') return undefined;
    if (status !== 0) throw new Error(`${tool} ended with ${status}: ${error?.message ?? stderr.slice(0, 500)}`);
    return stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The text in reading order. */
export const popplerText = (pdf: Uint8Array): string | undefined => ask('pdftotext', pdf, (file) => [file, '-']);

export type PopplerFacts = { pages: number; tagged: boolean; encrypted: boolean; javaScript: boolean; tags: string[] };

export function popplerFacts(pdf: Uint8Array): PopplerFacts | undefined {
  const said = ask('pdfinfo', pdf, (file) => [file]);
  const tree = ask('pdfinfo', pdf, (file) => ['-struct', file]);
  if (said === undefined || tree === undefined) return undefined;
  const field = (name: string): string => new RegExp(`^${name}:\\s*(.*)$`, 'm').exec(said)?.[1] ?? '';
  const tags = [...tree.matchAll(/^\s*([A-Z][A-Za-z0-9]*)/gm)].map(([, tag = '']) => tag);
  return {
    pages: Number(field('Pages')),
    tagged: field('Tagged') === 'yes',
    encrypted: field('Encrypted') !== 'no',
    javaScript: field('JavaScript') !== 'no',
    tags,
  };
}

export type PopplerFont = { name: string; type: string; embedded: boolean; subset: boolean; toUnicode: boolean };

export function popplerFonts(pdf: Uint8Array): PopplerFont[] | undefined {
  const row = /^(\S+)\s+(.+?)\s{2,}\S+\s+(yes|no)\s+(yes|no)\s+(yes|no)\s/;
  return ask('pdffonts', pdf, (file) => [file])
    ?.split('\n')
    .flatMap((line) => {
      const [, name, type, embedded, subset, toUnicode] = row.exec(line) ?? [];
      if (name === undefined || type === undefined) return [];
      return [{ name, type, embedded: embedded === 'yes', subset: subset === 'yes', toUnicode: toUnicode === 'yes' }];
    });
}

/** Whether the signature holds, and over how much of the file; whose it is needs the chamber's certificate. */
export function popplerSignature(pdf: Uint8Array): { valid: boolean; wholeFile: boolean; count: number } | undefined {
  const said = ask('pdfsig', pdf, (file) => ['-nocert', file]);
  if (said === undefined) return undefined;
  return {
    valid: /Signature Validation: Signature is Valid\./.test(said),
    wholeFile: /Total document signed/.test(said),
    count: said.match(/^Signature #\d+:/gm)?.length ?? 0,
  };
}

/** What the QR codes of a picture (PNG) say. */
export function zbarCodes(png: Uint8Array): string[] | undefined {
  const said = ask('zbarimg', png, (file) => ['--quiet', '--raw', '-Sdisable', '-Sqrcode.enable', file]);
  return said?.split('\n').filter((line) => line !== '');
}
