// How many checks by QR address the server answers in a second, beside the bare HTTP library with one select.
import { median } from '../measure.ts';
import { figure, type Table } from '../table.ts';
import { openBenchWorld } from '../world/bench-world.ts';
import { type Made, markIssued, paidCertificates } from '../world/certificates.ts';
import { startChild } from './child-server.ts';
import { type Load, loadWith } from './load.ts';

export type ChecksOptions = { certificates: number; connections: number; seconds: number; rounds: number };
export const checksOptions: ChecksOptions = { certificates: 3000, connections: 20, seconds: 6, rounds: 3 };

export async function benchChecks(options: ChecksOptions = checksOptions): Promise<Table[]> {
  const world = await openBenchWorld('http://localhost:8080');
  const undo = [world.close];
  try {
    const made = await paidCertificates(world, options.certificates);
    await markIssued(world, made);
    const bare = await startChild('serve-bare', world.place);
    undo.push(bare.stop);
    const ours = await startChild('serve-house', world.place);
    undo.push(ours.stop);
    return [tableOf(await compare({ bare: bare.url, ours: ours.url }, made, options), options)];
  } finally {
    for (const step of undo.reverse()) await step();
  }
}

type Sides<T> = Record<'bare' | 'ours', T>;

/** Each of the two in every round, after one that is not counted. */
async function compare(urls: Sides<string>, made: readonly Made[], options: ChecksOptions): Promise<Sides<Load>> {
  const taken: Sides<Load[]> = { bare: [], ours: [] };
  for (let round = -1; round < options.rounds; round++)
    for (const side of ['bare', 'ours'] as const) {
      const load = await loadWith(urls[side], made, options);
      if (round >= 0) taken[side].push(load);
    }
  const middle = (loads: readonly Load[]): Load => ({
    perSecond: median(loads.map((load) => load.perSecond)),
    p50: median(loads.map((load) => load.p50)),
    p99: median(loads.map((load) => load.p99)),
  });
  return { bare: middle(taken.bare), ours: middle(taken.ours) };
}

function tableOf({ bare, ours }: Sides<Load>, { certificates, connections, seconds, rounds }: ChecksOptions): Table {
  const row = (name: string, load: Load): string[] => [
    ...[name, figure(load.perSecond), figure(load.p50), figure(load.p99)],
    (load.perSecond / bare.perSecond).toFixed(2),
  ];
  return {
    title: 'Checks by QR address',
    columns: ['server', 'answers/s', 'p50 ms', 'p99 ms', 'share of bare'],
    rows: [row('hono and one select by primary key', bare), row('the reference site', ours)],
    notes: [
      `${certificates} certificates, ${connections} connections kept alive, median of ${rounds} rounds of ${seconds} s after one to warm up.`,
    ],
  };
}
