// How many paid applications become papers in a second: the real worker in a server of its own, ORIGINAL and COPY drawn,
// read back, signed, kept on disk; the card company left out.
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { inChamber } from '../../src/lib/db.ts';
import { startChild } from '../checks/child-server.ts';
import { figure, type Table } from '../table.ts';
import { type BenchWorld, openBenchWorld } from '../world/bench-world.ts';
import { type Made, paidCertificates } from '../world/certificates.ts';

export type IssuingOptions = { applications: number; warmUp: number };
export const issuingOptions: IssuingOptions = { applications: 300, warmUp: 30 };

const chamberId = '9901';

export async function benchIssuing({ applications, warmUp }: IssuingOptions = issuingOptions): Promise<Table[]> {
  const world = await openBenchWorld('http://localhost:8080');
  const undo = [world.close];
  try {
    const made = await paidCertificates(world, warmUp + applications);
    const server = await startChild('serve-house', world.place);
    undo.push(server.stop);
    await secondsToIssue(world, made.slice(0, warmUp));
    const seconds = await secondsToIssue(world, made.slice(warmUp));
    return [tableOf(applications, seconds)];
  } finally {
    for (const step of undo.reverse()) await step();
  }
}

/** From the moment at which the payments are settled until the last certificate is issued. */
async function secondsToIssue({ house }: BenchWorld, made: readonly Made[]): Promise<number> {
  await inChamber(house.db, chamberId, async (trx) => {
    for (const { applicationId } of made) await house.jobs.add(trx, 'issue-certificate', { chamberId, applicationId });
  });
  const started = performance.now();
  const patience = 60_000 + made.length * 1000;
  const ids = made.map((one) => one.applicationId);
  for (let issued = 0; issued < made.length; ) {
    if (performance.now() - started > patience) throw new Error(`${issued} of ${made.length} were issued in time`);
    await sleep(100);
    issued = await issuedOf(house.db, ids);
  }
  return (performance.now() - started) / 1000;
}

/** Those whose two papers are there. Throws when one was held: then something was wrong with it. */
async function issuedOf(db: BenchWorld['house']['db'], ids: readonly string[]): Promise<number> {
  const { rows } = await inChamber(db, chamberId, (trx) =>
    sql<{ issued: number; held: number; papers: number }>`
      select count(*) filter (where status = 'issued')::int as issued, count(*) filter (where status = 'held')::int as held,
        coalesce(sum((select count(*) from paper join certificate using (chamber_id, certificate_id)
          where certificate.application_id = application.application_id and file_sha256 is not null))
          filter (where status = 'issued'), 0)::int as papers
      from application where application_id = any(${ids}::uuid[])`.execute(trx),
  );
  const [count] = rows;
  if (!count || count.held > 0 || count.papers !== 2 * count.issued)
    throw new Error(`issuing went wrong: ${JSON.stringify(count)}`);
  return count.issued;
}

function tableOf(applications: number, seconds: number): Table {
  return {
    title: 'Paid to issued',
    columns: ['work', 'applications', 'seconds', 'issued/s'],
    rows: [['one sheet, two papers each', String(applications), figure(seconds), figure(applications / seconds)]],
    notes: ['One server process, fsync on, the queue filled at once, after a few to warm up.'],
  };
}
