import setup from './vitest-setup.ts';

/** The same throw-away PostgreSQL; the function that it returns stops it after the last journey. */
export default setup;
