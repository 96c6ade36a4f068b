// `npm test`: types, lint, unit and database tests, browser journeys; then one closing line with the sum.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from './runners/chromium.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const sum = { passed: 0, failed: 0, skipped: 0 };
rmSync(join(root, '.test'), { recursive: true, force: true });

/** Runs one tool. `counts`: the file in which its reporter says how many; without it the tool itself is one test. */
function run(what, file, args, counts, env = {}) {
  console.log(`\n=== ${what}`);
  const started = Date.now();
  const { status, signal } = spawnSync(process.execPath, [file, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  const ok = status === 0;
  const path = counts && join(root, '.test', counts);
  const found =
    path && existsSync(path)
      ? JSON.parse(readFileSync(path, 'utf8'))
      : { passed: ok && !counts ? 1 : 0, failed: 0, skipped: 0 };
  // A tool that ends badly without naming a failed test is a failure of its own; so is one that counted nothing.
  if ((!ok && found.failed === 0) || (counts && found.passed + found.failed === 0)) found.failed++;
  for (const key of Object.keys(sum)) sum[key] += found[key];
  console.log(
    `--- ${what}: ${ok ? 'ok' : `failed (${signal ?? status})`}, ${Math.round((Date.now() - started) / 100) / 10} s`,
  );
  return ok;
}

const built = run('types and build', join(root, 'scripts/build.mjs'), ['--clean']);
run('types of the islands', join(modules, 'typescript/bin/tsc'), ['-p', join(root, 'src/web/islands')]);
run('lint', join(modules, '@biomejs/biome/bin/biome'), ['check', '--error-on-warnings', '.']);
run('unit and database tests', join(modules, 'vitest/vitest.mjs'), ['run'], 'vitest.json');
if (built) {
  try {
    const browser = await findChromium(root);
    console.log(`\nThe journeys use ${browser}`);
    run('browser journeys', join(modules, '@playwright/test/cli.js'), ['test'], 'playwright.json', {
      HAKKYU_CHROMIUM: browser,
    });
  } catch (error) {
    console.error(error.message);
    sum.failed++;
  }
}

if (sum.skipped > 0) console.log(`\n${sum.skipped} skipped; each says above why`);
console.log(`\n${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0;
