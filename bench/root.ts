import { join } from 'node:path';

/** The checkout: the benches run from dist/bench. */
export const root = join(import.meta.dirname, '..', '..');
