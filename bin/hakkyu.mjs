#!/usr/bin/env node
// `npx hakkyu <command>` in the checkout: compiles when a source is newer than the last build, then hands over.
// `start` belongs to demo/ (it brings the demo world); every other command is src/cli.ts.
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
if (Number(process.versions.node.split('.')[0]) < 24) {
  console.error(`hakkyu needs Node 24, this is ${process.versions.node}. Run \`npm ci\` first, then \`npx hakkyu\`.`);
  process.exit(1);
}
execFileSync(process.execPath, [join(root, 'scripts', 'build.mjs')], { stdio: 'inherit' });
process.setSourceMapsEnabled(true);
const entry = process.argv[2] === 'start' ? 'demo/start.js' : 'src/cli.js';
if (process.argv[2] === 'start') process.argv.splice(2, 1);
await import(pathToFileURL(join(root, 'dist', entry)).href);
