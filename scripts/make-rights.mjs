// Writes docs/rights.md from the table of rights and the table of routes. Run: npm run rights
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rightsDoc } from '../test/rights/rights-doc.ts';
import { routeTable } from '../test/rights/route-table.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
writeFileSync(join(root, 'docs/rights.md'), rightsDoc(routeTable));
