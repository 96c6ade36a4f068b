// One throw-away PostgreSQL for the whole run. Where it is, the test files learn from the environment they inherit.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clusterVariable, freshDatabase } from '../cluster.ts';

export default async function setup(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'hakkyu-test-'));
  const { host, port, stop } = await freshDatabase(folder);
  process.env[clusterVariable] = JSON.stringify({ host, port });
  return async () => {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
