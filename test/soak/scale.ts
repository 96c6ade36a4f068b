// The soaks: the same code at a hundredth in `npm test`, in full by `npm run soak`, always from a seed that is said.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.ts';

/** What was done, and what was wrong with it: one sentence a fault, with what is needed to see it again. */
export type SoakResult = { done: Record<string, number>; faults: string[] };
export type Soak = (count: number, seed: number) => Promise<SoakResult>;

/** 1 is the full count. */
const share = Number(process.env['HAKKYU_SOAK'] ?? 0.01);
const seed = Number(process.env['HAKKYU_SOAK_SEED'] ?? 20_261_123);
/** Long enough for the full count on two cores. */
export const soakTimeout = share > 0.01 ? 20 * 60_000 : 120_000;

/** Runs a share of the full count; `npm run soak` finds the result in .test/soak. */
export async function soaked(name: string, fullCount: number, soak: Soak): Promise<SoakResult> {
  const count = Math.max(1, Math.round(fullCount * share));
  const started = performance.now();
  const result = await soak(count, seed);
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  const folder = join(root, '.test/soak');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.json`), JSON.stringify({ name, count, seed, seconds, ...result }));
  process.stdout.write(`soak ${name}: ${count} from seed ${seed}, ${result.faults.length} faults, ${seconds} s\n`);
  return result;
}
