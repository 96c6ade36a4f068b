import { type ChildProcess, spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

/** What one run may cost: from start to end, of the JavaScript heap, and of all that it writes. */
export type ProcessLimits = { milliseconds: number; heapMebibytes: number; outputBytes: number };

/** `written`: what came out at descriptor 3. `said`: its standard error, for the log. */
export type ProcessRun = {
  written: Buffer;
  said: string;
  end: 'exited' | 'out of memory' | 'out of time' | 'too much output';
};

const folder = fileURLToPath(new URL('./', import.meta.url));
const packageRoot = fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? '../../' : '../../../', import.meta.url));
// The real folder too: node_modules may be a link, and the permission is asked for where the file truly lies.
const modules = new Set([`${packageRoot}node_modules`, realpathSync(`${packageRoot}node_modules`)]);
const readable = [`${folder}*`, ...[...modules].map((each) => `${each}/*`), `${packageRoot}package.json`];

/**
 * Runs a program of this folder on a stranger's bytes. It may read its own code and the libraries and nothing else, write
 * nothing and start nothing (Node's permission model); it gets no environment, so no secrets, and a low priority, so that
 * it does not slow down whoever is being served. Rejects only when this machine cannot start a process.
 * @param childFile absolute path
 * @param input its standard input
 * @param argument its only argument
 */
export async function runReader(
  childFile: string,
  argument: string,
  input: Buffer,
  limits: ProcessLimits,
): Promise<ProcessRun> {
  const heap = `--max-old-space-size=${limits.heapMebibytes}`;
  const rights = ['--permission', '--allow-worker', ...readable.map((each) => `--allow-fs-read=${each}`)];
  const child = spawn(process.execPath, [heap, ...rights, childFile, argument], {
    env: {},
    stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
  });
  const closed = new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve([code, signal]));
  });
  let killed: ProcessRun['end'] | undefined;
  const kill = (why: ProcessRun['end']) => {
    killed ??= why;
    child.kill('SIGKILL');
  };
  const timer = setTimeout(kill, limits.milliseconds, 'out of time');
  const written = collect(child.stdio[3], limits.outputBytes, () => kill('too much output'));
  const said = collect(child.stderr, 100_000, () => kill('too much output'));
  child.stdin?.on('error', () => undefined); // it died before it read all: how it ended tells
  child.stdin?.end(input);
  lowerPriority(child);
  try {
    const [code, signal] = await closed;
    const aborted = signal !== null || code === 134;
    return {
      written: Buffer.concat(written),
      said: Buffer.concat(said).toString('utf8').slice(0, 2000),
      end: killed ?? (aborted ? 'out of memory' : 'exited'),
    };
  } finally {
    clearTimeout(timer);
  }
}

function collect(stream: unknown, maxBytes: number, tooMuch: () => void): Buffer[] {
  const chunks: Buffer[] = [];
  let length = 0;
  (stream as Readable).on('data', (chunk: Buffer) => {
    length += chunk.length;
    if (length > maxBytes) tooMuch();
    else chunks.push(chunk);
  });
  return chunks;
}

function lowerPriority({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It has ended already, or the system does not allow it: it runs as well without.
  }
}
