// Takes a job, calls one deed.
import { sweepSessions } from './accounts/sessions.ts';
import { type Jobs, jobNames } from './audit/jobs.ts';
import type { Clock } from './lib/clock.ts';
import type { Db } from './lib/db.ts';
import type { JobRunner } from './lib/jobs.ts';
import type { Mailer } from './outside/mailer.ts';

export type WorkerDeps = { db: Db; clock: Clock; mailer: Mailer };

type Work = { [Name in keyof Jobs]: (data: Jobs[Name]) => Promise<void> };

/** Which deed does which job: a name without a deed does not compile. */
export function workOf({ db, clock, mailer }: WorkerDeps): Work {
  return {
    'send-mail': (mail) => mailer.send(mail),
    'sweep-sessions': async () => void (await sweepSessions(db, clock())),
  };
}

/** Works from now on, and adds what comes round by the clock (cron, Japan's time). */
export async function startWorker(runner: JobRunner<Jobs>, deps: WorkerDeps): Promise<void> {
  const work = workOf(deps);
  const take = <Name extends keyof Jobs>(name: Name): Promise<void> => runner.work(name, work[name]);
  for (const name of jobNames) await take(name);
  await runner.schedule('sweep-sessions', '10 3 * * *', {});
}
