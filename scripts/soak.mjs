// The soaks of test/soak at full count, and docs/soak.md with what came out.
//   npm run soak              all, in full
//   npm run soak -- 0.1       a tenth
//   npm run soak -- 1 42      from another seed
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [share = '1', seed = '20261123'] = process.argv.slice(2);
if (!(Number(share) > 0 && Number(share) <= 1) || !/^\d{1,9}$/.test(seed)) {
  console.error('npm run soak -- [share of the full count, up to 1] [seed, a whole number of up to nine digits]');
  process.exit(2);
}
const folder = join(root, '.test/soak');
rmSync(folder, { recursive: true, force: true });
const started = Date.now();
const { status } = spawnSync(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', 'test/soak'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, HAKKYU_SOAK: share, HAKKYU_SOAK_SEED: seed },
});
const minutes = (Date.now() - started) / 60_000;

const what = {
  papers:
    'Random records laid out, drawn, signed, read back by PDFium: characters lost or changed, without glyph, outside their box',
  'goods-files':
    'Random goods as TSV, CSV (UTF-8 with and without BOM, UTF-16 LE and BE, CP932) and XLSX, read again: cells changed',
  certify: 'Cases certified by four hands at once: certified twice, numbers with a gap',
  evidence: 'Hostile PDFs with random bytes changed, cut out, put in: not answered in time, or by a crash',
};
const results = readdirSync(folder)
  .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')))
  .sort((a, b) => Object.keys(what).indexOf(a.name) - Object.keys(what).indexOf(b.name));
const missing = Object.keys(what).filter((name) => !results.some((result) => result.name === name));
const faults = results.flatMap((result) => result.faults.map((fault) => `${result.name}: ${fault}`));

const row = ({ name, count, seconds, done, faults: wrong }) =>
  `| ${name} | ${what[name]} | ${count} | ${wrong.length} | ${seconds} | ${Object.entries(done)
    .map(([key, value]) => `${key} ${value.toLocaleString('en-US')}`)
    .join(', ')} |`;
const day = new Date(started + 9 * 3_600_000).toISOString().slice(0, 10);
const command = `npm run soak${share === '1' && seed === '20261123' ? '' : ` -- ${share}${seed === '20261123' ? '' : ` ${seed}`}`}`;
writeFileSync(
  join(root, 'docs/soak.md'),
  `# Soak

The tests of \`test/soak\` run at a hundredth of the full count in \`npm test\`, and in full by \`npm run soak\`, which writes this page.
A seed makes the same cases again (papers, goods files and evidence exactly; at certifying the machine decides who is first).

\`${command}\` on ${day} (JST), ${availableParallelism()} cores, Node ${process.versions.node}, seed ${seed}: ${
    status === 0 ? 'no fault' : `${faults.length} faults, exit ${status}`
  }, ${minutes.toFixed(1)} minutes${Number(share) < 1 ? `. **${share} of the full count**` : ''}.

| soak | what is done, and what is a fault | count | faults | seconds | done |
|---|---|---:|---:|---:|---|
${results.map(row).join('\n')}
${missing.length > 0 ? `\nNot finished: ${missing.join(', ')}.\n` : ''}${
  faults.length > 0
    ? `\n## Faults\n\n${faults
        .slice(0, 50)
        .map((fault) => `- ${fault}`)
        .join('\n')}\n`
    : ''
}`,
);
console.log(`docs/soak.md: ${faults.length} faults, ${minutes.toFixed(1)} minutes`);
process.exitCode = status !== 0 || missing.length > 0 || faults.length > 0 ? 1 : 0;
