// `npm run bench`, or one part of it: `npm run bench -- checks`.
import { cpus } from 'node:os';
import { benchChecks } from './checks/checks.ts';
import { benchDrawing } from './drawing/drawing.ts';
import { benchIssuing } from './issuing/issuing.ts';
import { printed, type Table } from './table.ts';

const parts: Record<string, () => Promise<Table[]>> = {
  drawing: () => benchDrawing(),
  checks: () => benchChecks(),
  issuing: () => benchIssuing(),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(`"${unknown[0]}" is no bench. There are: ${Object.keys(parts).join(', ')}.`);
  process.exitCode = 2;
} else {
  console.log(`Node ${process.versions.node}, ${cpus().length} cores, ${process.platform} ${process.arch}\n`);
  for (const [name, bench] of Object.entries(parts)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    for (const table of await bench()) console.log(printed(table));
  }
}
