// The browser of the journeys: an installed Chrome or Chromium, else the one that came with `npm ci`.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

const installed = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const libraries = ['libnss3', 'libnspr4', 'libexpat1'];

export const arguments_ = [
  ...['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync', '--disable-quic', '--font-render-hinting=none'],
];

/** The path of a browser that starts. Throws with what to install. */
export async function findChromium(root) {
  for (const name of installed) {
    const found = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim();
    if (found) return found;
  }
  const own = await unpackOwn(root);
  if (starts(own)) return own;
  installLibraries();
  if (starts(own)) return own;
  throw new Error(`The browser ${own} does not start. Install Chromium, or its libraries: ${libraries.join(' ')}.`);
}

async function unpackOwn(root) {
  // It unpacks to TMPDIR and takes whatever lies there; a folder of this version alone keeps out what others left.
  const folder = join(root, 'node_modules', '.cache', 'chromium-153.0.0');
  mkdirSync(folder, { recursive: true });
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    return await chromium.executablePath();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

function starts(path) {
  return existsSync(path) && spawnSync(path, ['--version', '--no-sandbox'], { timeout: 20_000 }).status === 0;
}

function installLibraries() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  console.log(`Installing what the browser needs: ${libraries.join(' ')}`);
  try {
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...libraries], { stdio: 'inherit' });
  } catch (error) {
    console.log(`apt-get did not succeed: ${error.message}`); // the caller says what to install by hand
  }
}
