import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'zod';
import type { BenchPlace } from '../world/bench-world.ts';

export type ChildServer = { url: string; stop(): Promise<void> };

const Told = z.object({ port: z.number() });

/** Starts one of the server files beside this one in a process of its own. Throws when it ends before it listens. */
export async function startChild(file: 'serve-house' | 'serve-bare', place: BenchPlace): Promise<ChildServer> {
  const child = fork(join(import.meta.dirname, `${file}.js`), [JSON.stringify(place)], {
    execArgv: ['--enable-source-maps'],
  });
  const ended = once(child, 'exit');
  const [told] = await Promise.race([once(child, 'message'), ended]);
  const { port } = Told.parse(told);
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
