import { isIPv6 } from 'node:net';

/**
 * Who is counted as one: an IPv4 address; of IPv6 the first 64 bits, since that is what one household or office is given
 * and within it an address costs nothing (RFC 6177). What is no address counts as it stands.
 */
export function addressBlock(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [plain = ''] = address.split('%');
  if (!isIPv6(plain)) return address.slice(0, 64);
  const [head = '', tail] = plain.split('::');
  const before = head === '' ? [] : head.split(':');
  const behind = tail === undefined || tail === '' ? [] : tail.split(':');
  // `::` stands for as many zeros as are missing of the eight groups; an IPv4 at the end takes two.
  const groups = (part: readonly string[]): number => part.length + (part.at(-1)?.includes('.') ? 1 : 0);
  const zeros = tail === undefined ? 0 : 8 - groups(before) - groups(behind);
  const all = [...before, ...Array.from({ length: zeros }, () => '0'), ...behind];
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
