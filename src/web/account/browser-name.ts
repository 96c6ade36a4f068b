const browsers: [RegExp, string][] = [
  [/ Edg\//, 'Microsoft Edge'],
  [/ Firefox\//, 'Firefox'],
  [/ (Headless)?Chrom(e|ium)\//, 'Chrome'],
  [/ Safari\//, 'Safari'],
];
const systems: [RegExp, string][] = [
  [/Windows NT/, 'Windows'],
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** `Chrome, Windows`: enough for a person to tell two of his own browsers apart. undefined when it says neither. */
export function browserName(userAgent: string): string | undefined {
  const first = (table: [RegExp, string][]) => table.find(([pattern]) => pattern.test(userAgent))?.[1];
  const parts = [first(browsers), first(systems)].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(', ') : undefined;
}
