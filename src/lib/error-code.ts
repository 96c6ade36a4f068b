/** Whether it is the error that Node names so: `ENOENT`, `EADDRINUSE`. */
export function isErrorCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
