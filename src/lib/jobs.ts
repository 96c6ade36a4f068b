// Work that is done later, by pg-boss: a row in the same transaction that causes it, so that neither is there alone.
import { sql } from 'kysely';
import { fromKysely, type Job, PgBoss } from 'pg-boss';
import { type DbAddress, openDb, type Trx } from './db.ts';

const schema = 'pgboss';

export type JobQueue<Jobs extends Record<string, object>> = {
  /** Adds a job inside the caller's transaction: a rollback takes it along. */
  add<Name extends keyof Jobs & string>(trx: Trx, name: Name, data: Jobs[Name], options?: JobOptions): Promise<void>;
};
/** once: of jobs with the same name and key one is added within 50 seconds, for sweeps that come round each minute. */
export type JobOptions = { startAfter?: Date; once?: string };

export type JobRunner<Jobs extends Record<string, object>> = JobQueue<Jobs> & {
  /**
   * Takes jobs of one name from now on. A job whose work throws is tried again, then kept as failed.
   * @param lanes how many are done at a time; one when left out
   */
  work<Name extends keyof Jobs & string>(
    name: Name,
    work: (data: Jobs[Name]) => Promise<void>,
    lanes?: number,
  ): Promise<void>;
  /** Does what is waiting now, in this call; for tests and for the command line. Returns how many. */
  drain<Name extends keyof Jobs & string>(name: Name, work: (data: Jobs[Name]) => Promise<void>): Promise<number>;
  /** Adds a job at each time of the cron line, in Japan's time. */
  schedule<Name extends keyof Jobs & string>(name: Name, cron: string, data: Jobs[Name]): Promise<void>;
  close(): Promise<void>;
};

/**
 * As the owner: makes or upgrades pg-boss's tables, its queues, and what the server may do with them. A job whose worker
 * died is taken again after two minutes: longer than any job takes, and before anybody has to ask what became of it.
 */
export async function installJobs(owner: DbAddress, queues: readonly string[]): Promise<void> {
  const boss = new PgBoss({ ...owner, schema, supervise: false, schedule: false, max: 1 });
  boss.on('error', () => undefined); // start and createQueue throw by themselves
  await boss.start();
  for (const name of queues)
    await boss.createQueue(name, { retryLimit: 8, retryDelay: 5, retryBackoff: true, expireInSeconds: 120 });
  await boss.stop({ graceful: false });
  const db = openDb(owner, { max: 1, onError: () => undefined });
  try {
    await sql
      .raw(
        `grant usage on schema ${schema} to hakkyu_app;
         grant select, insert, update, delete on all tables in schema ${schema} to hakkyu_app;
         grant execute on all functions in schema ${schema} to hakkyu_app;
         grant usage, select on all sequences in schema ${schema} to hakkyu_app;`,
      )
      .execute(db.kysely);
  } finally {
    await db.close();
  }
}

/** @param options.onError a job or a background task of the queue failed; both are tried again by themselves */
export async function openJobs<Jobs extends Record<string, object>>(
  app: DbAddress,
  options: { onError: (error: Error) => void; pollSeconds: number; background: boolean },
): Promise<JobRunner<Jobs>> {
  const { background } = options;
  const boss = new PgBoss({
    ...app,
    ...{ schema, migrate: false, createSchema: false, supervise: background, schedule: background, max: 4 },
  });
  boss.on('error', options.onError);
  await boss.start();
  /** pg-boss keeps the reason of a failed job in its table alone: say it where people look, and let it be tried again. */
  const told = async (name: string, work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (cause) {
      options.onError(new Error(`the job ${name} failed; it is tried again`, { cause }));
      throw cause;
    }
  };
  return {
    async add(trx, name, data, { startAfter, once } = {}) {
      await boss.send(name, data, {
        db: fromKysely(trx),
        ...(startAfter ? { startAfter } : {}),
        ...(once ? { singletonKey: once, singletonSeconds: 50 } : {}),
      });
    },
    async work(name, work, lanes = 1) {
      for (let lane = 0; lane < lanes; lane++) {
        let worker: string | undefined;
        worker = await boss.work<Jobs[typeof name]>(
          name,
          { pollingIntervalSeconds: options.pollSeconds },
          async (jobs) => {
            try {
              for (const job of jobs) await told(name, () => work(job.data));
            } finally {
              // Where one was there may be more: look at once. The poll is for a queue that was found empty.
              if (worker) boss.notifyWorker(worker);
            }
          },
        );
      }
    },
    async drain(name, work) {
      let done = 0;
      for (;;) {
        const jobs: Job<Jobs[typeof name]>[] = await boss.fetch(name, { batchSize: 50 });
        if (jobs.length === 0) return done;
        for (const job of jobs) {
          await work(job.data);
          await boss.complete(name, job.id);
          done++;
        }
      }
    },
    async schedule(name, cron, data) {
      await boss.schedule(name, cron, data, { tz: 'Asia/Tokyo' });
    },
    close: () => boss.stop({ graceful: true, timeout: 20_000 }),
  };
}
