// Writes src/lib/tables.ts (the types of all tables) from a freshly migrated, throw-away database.
// Run after each new migration: node scripts/build.mjs && node scripts/make-tables.mjs
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freshDatabase } from '../dist/test/cluster.js';
import { writeSchema, writeTables } from '../dist/test/written-schema.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = mkdtempSync(join(tmpdir(), 'hakkyu-tables-'));
const database = await freshDatabase(folder);
try {
  await writeTables(database.owner, join(root, 'src/lib/tables.ts'));
  await writeSchema(database.owner, join(root, 'db/schema.sql'));
} finally {
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}
