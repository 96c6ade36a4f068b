// The load: autocannon, in the bench's own process, so that it shares the machine but not the server's thread.
import autocannon from 'autocannon';
import type { Made } from '../world/certificates.ts';

/** Answers a second, and milliseconds within which half and 99 of 100 answers came. */
export type Load = { perSecond: number; p50: number; p99: number };

/**
 * Asks for certificate after certificate over connections that stay open, each request from an address of its own. Throws
 * when one answer is not that of its certificate.
 */
export async function loadWith(
  url: string,
  made: readonly Made[],
  { connections, seconds }: { connections: number; seconds: number },
): Promise<Load> {
  const wrong: string[] = [];
  const requests = made.map(({ token, number }, index) => ({
    path: `/r/${token}`,
    headers: { 'x-forwarded-for': addressNumber(index) },
    onResponse(status: number, body: string) {
      if (status !== 200 || !body.includes(number)) wrong.push(`${number}: ${status}`);
    },
  }));
  let begun = 0;
  const result = await autocannon({
    ...{ url, connections, duration: seconds },
    // Every connection begins elsewhere in the list, so that no certificate is asked for by all at once.
    setupClient(client) {
      const at = Math.floor((begun++ * requests.length) / connections);
      client.setRequests([...requests.slice(at), ...requests.slice(0, at)]);
    },
  });
  const { errors, timeouts, latency } = result;
  if (wrong.length > 0 || errors > 0 || timeouts > 0)
    throw new Error(`${wrong.length} wrong answers, ${errors} errors, ${timeouts} timeouts; first ${wrong[0]}`);
  return { perSecond: result['2xx'] / result.duration, p50: latency.p50, p99: latency.p99 };
}

/** Addresses of 10.0.0.0/8. */
const addressNumber = (index: number): string => `10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`;
