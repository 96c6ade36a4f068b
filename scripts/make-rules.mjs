// Writes docs/rules.md from the rules of all kinds and their examples. Run: npm run rules
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rulesDoc } from '../test/rules/rules-doc.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
writeFileSync(join(root, 'docs/rules.md'), rulesDoc());
