import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { openJournal } from './journal.ts';

const folder = mkdtempSync(join(tmpdir(), 'hakkyu-journal-'));
afterAll(() => rmSync(folder, { recursive: true }));

function read(file: string): unknown[] {
  const entries: unknown[] = [];
  openJournal(file, (entry) => entries.push(entry)).close();
  return entries;
}

test('hands back every entry in order, line breaks and Japanese included', () => {
  const file = join(folder, 'order.jsonl');
  const entries = [{ text: '発給\n申請' }, { text: '二' }, { text: '' }];
  const journal = openJournal(file, () => {});
  for (const entry of entries) journal.append(entry);
  journal.close();
  expect(read(file)).toEqual(entries);
});

test('cuts off a last line that was being written, and appends behind the whole ones', () => {
  const file = join(folder, 'torn.jsonl');
  writeFileSync(file, '{"n":1}\n{"n":2}\n{"n":');
  const journal = openJournal(file, () => {});
  journal.append({ n: 3 });
  journal.close();
  expect(read(file)).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
});

test('refuses a file that is damaged elsewhere, naming the line, and leaves it as it was', () => {
  const file = join(folder, 'damaged.jsonl');
  const damaged = '{"n":1}\n{"n":\n{"n":3}\n{"n":';
  writeFileSync(file, damaged);
  expect(() => read(file)).toThrow(`${file}:2`);
  expect(readFileSync(file, 'utf8')).toBe(damaged);
});

test('after kill -9 has every entry whose append had returned', async () => {
  const file = join(folder, 'killed.jsonl');
  const script = join(folder, 'writer.ts');
  const journalFile = fileURLToPath(new URL('./journal.ts', import.meta.url));
  writeFileSync(
    script,
    `import { openJournal } from ${JSON.stringify(journalFile)};
     const journal = openJournal(${JSON.stringify(file)}, () => {});
     for (let n = 0; ; n += 1) { journal.append({ n, filler: 'x'.repeat(5000) }); console.log(n); }`,
  );
  const writer = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  const exited = new Promise((resolve) => writer.once('close', resolve));
  writer.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString('utf8');
    if (output.includes('\n20\n')) writer.kill('SIGKILL');
  });
  await exited;

  const told = Math.max(...output.split('\n').slice(0, -1).map(Number));
  const kept = read(file) as { n: number }[];
  expect(told).toBeGreaterThanOrEqual(20);
  expect(kept.length).toBeGreaterThan(told);
  expect(kept.map((entry) => entry.n)).toEqual(kept.map((_, index) => index));
});
