import { basename, dirname, join } from 'node:path';

const above = dirname(import.meta.dirname);

/** The checkout: the benches run from dist/bench, their test from bench. */
export const root = basename(above) === 'dist' ? join(above, '..') : above;
