import type { Server } from 'node:http';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';

export type Listening = { port: number; url: string; close(): Promise<void> };
type Fetch = (request: Request, bindings: HttpBindings) => Response | Promise<Response>;

/**
 * Serves `fetch` at `http://localhost:<port>`: on 127.0.0.1 and, where the machine has it, on ::1, because browsers
 * try either for `localhost`. Port 0 takes a free one. Rejects when the port is taken.
 */
export async function listenLocally(fetch: Fetch, port: number): Promise<Listening> {
  for (let attempt = 1; ; attempt += 1) {
    const first = await listen(fetch, '127.0.0.1', port);
    const taken = portOf(first);
    try {
      const servers = [first, ...(await listenOnIpv6(fetch, taken))];
      return { port: taken, url: `http://localhost:${taken}`, close: () => closeAll(servers) };
    } catch (error) {
      await closeAll([first]);
      // A free port of IPv4 may be taken in IPv6: take another.
      if (port !== 0 || codeOf(error) !== 'EADDRINUSE' || attempt === 10) throw error;
    }
  }
}

async function listenOnIpv6(fetch: Fetch, port: number): Promise<Server[]> {
  try {
    return [await listen(fetch, '::1', port)];
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT') return [];
    throw error;
  }
}

function listen(fetch: Fetch, host: string, port: number): Promise<Server> {
  // The overload without https or http2 options makes a plain one.
  const server = createAdaptorServer({
    fetch: (request, bindings) => fetch(request, bindings as HttpBindings),
  }) as Server;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve(server);
    });
  });
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a listening server has a port');
  return address.port;
}

async function closeAll(servers: readonly Server[]): Promise<void> {
  await Promise.all(
    servers.map((server) => {
      const closed = new Promise<void>((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
      });
      server.closeAllConnections();
      return closed;
    }),
  );
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
