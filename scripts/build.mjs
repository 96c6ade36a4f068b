// Compiles the server (tsc: the type check is the build) and bundles the islands for the browser (esbuild).
// `--clean` starts from an empty dist/, as tsc never deletes the output of a source that is gone.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
if (Number(process.versions.node.split('.')[0]) < 24) {
  console.error(
    `This needs Node 24, brought by \`npm ci\`; this is Node ${process.versions.node}. Run \`npm ci\` (with its scripts) and use \`npm start\`.`,
  );
  process.exit(1);
}
if (process.argv.includes('--clean')) rmSync(join(root, 'dist'), { recursive: true, force: true });

const tsc = spawnSync(process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', root], {
  stdio: 'inherit',
});
if (tsc.status !== 0) process.exit(tsc.status ?? 1);

const islands = join(root, 'src', 'web', 'islands');
mkdirSync(join(root, 'dist', 'islands'), { recursive: true });
const entries = readdirSync(islands).filter((name) => name.endsWith('.ts'));
if (entries.length > 0)
  await build({
    entryPoints: entries.map((name) => join(islands, name)),
    outdir: join(root, 'dist', 'islands'),
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    sourcemap: true,
    logLevel: 'error',
  });
