// The house rules of CONTRIBUTING.md that a machine can check.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from './root.ts';

/** Ground first. A file imports its own room and rooms below. */
const floors = [
  ...['lib', 'outside', 'audit', 'transparency', 'paper', 'chambers', 'accounts', 'registrations', 'applications'],
  ...['payments', 'certificates', 'verification', 'web'],
];
/** Above all rooms. */
const top = ['own-server.ts', 'worker.ts', 'main.ts', 'cli.ts'];

type Source = { path: string; text: string; lines: number; imports: { from: string; typeOnly: boolean }[] };

function sourcesBelow(folder: string): Source[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx|mjs|css)$/.test(name))
    .map((name) => {
      const path = join(folder, name);
      const text = readFileSync(join(root, path), 'utf8');
      return { path, text, lines: text.split('\n').length - 1, imports: importsOf(path, text) };
    });
}

function importsOf(path: string, text: string): Source['imports'] {
  const found = text.matchAll(
    /^(?:import|export)\s+(type\s)?[^'";]*?from\s+'([^']+)'|^import\s+'([^']+)'|import\('([^']+)'\)/gm,
  );
  return [...found].map((match) => {
    const name = match[2] ?? match[3] ?? match[4] ?? '';
    const from = name.startsWith('.') ? relative(root, join(root, dirname(path), name)) : name;
    return { from, typeOnly: match[1] !== undefined };
  });
}

const isTest = (source: Source): boolean => /\.test\.tsx?$/.test(source.path);
const src = sourcesBelow('src').filter((source) => !source.path.endsWith('.css'));
const code = src.filter((source) => !isTest(source));
const everything = ['src', 'demo', 'sandbox', 'test', 'bench', 'scripts', 'public', 'bin']
  .filter((folder) => existsSync(join(root, folder)))
  .flatMap(sourcesBelow);
/** Files that a tool has written. */
const generated = new Set(['src/lib/tables.ts', 'public/fonts.css']);
const roomOf = (path: string): string => path.split('/')[1] ?? '';

test('what a compiler has written does not lie beside its source, where it would be read in its place', () => {
  const written = ['src', 'demo', 'sandbox', 'test', 'bench'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.js(\.map)?$/.test(name))
      .map((name) => join(folder, name)),
  );
  expect(written).toEqual([]);
});

describe('floors', () => {
  test('every folder of src is a known room', () => {
    const rooms = new Set(
      code.filter((source) => source.path.split('/').length > 2).map((source) => roomOf(source.path)),
    );
    expect([...rooms].filter((room) => !floors.includes(room))).toEqual([]);
  });

  test('imports run down only', () => {
    const wrong = code.flatMap((source) =>
      source.imports
        .filter((one) => one.from.startsWith('src/'))
        .filter((one) => floorOf(one.from) > floorOf(source.path))
        .map((one) => `${source.path} -> ${one.from}`),
    );
    expect(wrong).toEqual([]);
  });

  test('nothing in src knows the demo, the sandbox, the tests or the bench', () => {
    const wrong = code.flatMap((source) =>
      source.imports
        .filter((one) => /^(demo|sandbox|test|bench|\.\.)/.test(one.from))
        .map((one) => `${source.path} -> ${one.from}`),
    );
    expect(wrong).toEqual([]);
  });

  test('no import cycles', () => {
    expect(cycles(code)).toEqual([]);
  });
});

function floorOf(path: string): number {
  const room = roomOf(path);
  if (top.includes(room)) return floors.length + top.indexOf(room) / 10;
  if (room === 'config.ts') return -1;
  return floors.indexOf(room);
}

/** Files that import each other in a loop at run time. */
function cycles(sources: readonly Source[]): string[] {
  const next = new Map(
    sources.map((source) => [source.path, source.imports.filter((one) => !one.typeOnly).map((one) => one.from)]),
  );
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, trail: string[]): void => {
    if (trail.includes(path)) return void found.push([...trail.slice(trail.indexOf(path)), path].join(' -> '));
    if (done.has(path)) return;
    for (const to of next.get(path) ?? []) visit(to, [...trail, path]);
    done.add(path);
  };
  for (const path of next.keys()) visit(path, []);
  return found;
}

describe('rooms', () => {
  const usedOutside = (pattern: RegExp, allowed: (path: string) => boolean): string[] =>
    code.filter((source) => !allowed(source.path) && pattern.test(source.text)).map((source) => source.path);

  test('only config.ts reads the environment', () => {
    expect(usedOutside(/process\.env/, (path) => path === 'src/config.ts' || path === 'src/cli.ts')).toEqual([]);
    expect(
      code.find((source) => source.path === 'src/cli.ts')?.text.match(/process\.env\b(?!, root|\['LANG'\])/g),
    ).toBeNull();
  });

  test('only web/ imports the HTTP library', () => {
    const wrong = code.filter(
      (source) =>
        !source.path.startsWith('src/web/') &&
        source.path !== 'src/main.ts' &&
        source.imports.some((one) => /^(hono|@hono)/.test(one.from)),
    );
    expect(wrong.map((source) => source.path)).toEqual([]);
  });

  test('only stores, audit and lib/db hold SQL', () => {
    const sql = /\b(?:insertInto|selectFrom|updateTable|deleteFrom)\(|\bsql(?:<[^`]*>)?`/;
    const holds = (path: string): boolean =>
      /(^|\/|-)store\.ts$/.test(path) || /^src\/(audit\/|lib\/(db|jobs)|outside\/own-)/.test(path);
    expect(usedOutside(sql, holds)).toEqual([]);
  });

  test('only audit/advance writes a status', () => {
    // idempotent_answer.status is that of an HTTP answer, not of a thing.
    const allowed = ['src/audit/advance.ts', 'src/accounts/idempotent-answers-store.ts'];
    expect(usedOutside(/set\(\{[^}]*\bstatus\b/s, (path) => allowed.includes(path))).toEqual([]);
    expect(usedOutside(/update[^;`]*set status/is, (path) => path === 'src/audit/advance.ts')).toEqual([]);
  });

  test('only top files and outside/ read the clock; everybody else is told the time', () => {
    const clocks = /new Date\(\)|Date\.now\(\)|Temporal\.Now/;
    expect(
      usedOutside(clocks, (path) => [...top, 'outside'].includes(roomOf(path)) || path.startsWith('src/web/islands/')),
    ).toEqual([]);
  });
});

describe('files', () => {
  test('none is over 400 lines', () => {
    const long = everything.filter((source) => source.lines > 400 && !generated.has(source.path));
    expect(long.map((source) => `${source.path}: ${source.lines}`)).toEqual([]);
  });

  test('no barrels, no junk drawers', () => {
    const wrong = everything.filter((source) =>
      /(^|\/)(index|utils?|helpers?|common|misc|types|constants)\.(ts|tsx|mjs)$/.test(source.path),
    );
    expect(wrong.map((source) => source.path)).toEqual([]);
    const folders = everything.filter((source) => /\/(utils?|helpers?|common)\//.test(source.path));
    expect(folders.map((source) => source.path)).toEqual([]);
  });

  test('no test is skipped or left alone', () => {
    const tests = everything.filter(
      (source) => /\.(test|spec)\.tsx?$/.test(source.path) && !source.path.includes('architecture'),
    );
    expect(
      tests
        .filter((source) => /\b(test|it|describe)\.(only|todo|fails)\b/.test(source.text))
        .map((source) => source.path),
    ).toEqual([]);
  });
});
