// Takes a job, calls one deed.

import type { OpenCtx } from './accounts/context.ts';
import { answerForgotten } from './accounts/forgotten-password.ts';
import { sweepIdempotentAnswers } from './accounts/idempotent-answers.ts';
import { sweepLinks } from './accounts/one-time-links.ts';
import { openMail } from './accounts/sealed-mail.ts';
import { sweepSessions } from './accounts/sessions.ts';
import { type Jobs, jobNames } from './audit/jobs.ts';
import { holdStuck } from './certificates/held.ts';
import { issueCertificate } from './certificates/issue.ts';
import { sweepFiles } from './chambers/sweep-files.ts';
import type { Clock } from './lib/clock.ts';
import type { JobRunner } from './lib/jobs.ts';
import type { Mailer } from './outside/mailer.ts';
import { reconcilePayment, sweepPayments } from './payments/reconcile.ts';
import { sweepForms } from './registrations/procedures/sweep-forms.ts';
import { ageRegistrations } from './registrations/registration-life.ts';
import { tellSanction } from './registrations/sanctions/tell-sanction.ts';
import { endLapsedSubIds } from './registrations/sub-ids/end-sub-id.ts';

export type WorkerDeps = Omit<OpenCtx, 'now'> & { clock: Clock; mailer: Mailer };

type Work = { [Name in keyof Jobs]: (data: Jobs[Name]) => Promise<void> };

/** Which deed does which job: a name without a deed does not compile. */
export function workOf({ clock, mailer, ...house }: WorkerDeps): Work {
  const ctx = (): OpenCtx => ({ ...house, now: clock() });
  return {
    'age-registrations': async () => void (await ageRegistrations(ctx())),
    'answer-forgotten': (of) => answerForgotten(ctx(), of),
    'end-lapsed-sub-ids': async () => void (await endLapsedSubIds(ctx())),
    'hold-stuck': async () => void (await holdStuck(ctx())),
    'issue-certificate': (of) => issueCertificate(ctx(), of),
    'reconcile-payment': async ({ paymentId }) => void (await reconcilePayment(ctx(), paymentId)),
    'send-mail': (mail) => mailer.send(mail),
    'send-sealed-mail': (mail) => mailer.send(openMail(house.outside.vault, mail)),
    'sweep-idempotent-answers': async () => void (await sweepIdempotentAnswers(house.db, clock())),
    'sweep-payments': () => sweepPayments(ctx()),
    'tell-sanction': async (of) => void (await tellSanction(ctx(), of)),
    'sweep-sessions': async () => {
      await sweepSessions(house.db, clock());
      await sweepLinks(house.db, clock());
      await sweepForms(ctx());
      await sweepFiles(ctx());
    },
  };
}

/**
 * How many of one name at a time, where it is not one. Making papers waits for the disk and the database half of its time
 * (docs/performance.md); sending a mail waits for another machine nearly all of it.
 */
const lanes: Partial<Record<keyof Jobs, number>> = { 'issue-certificate': 3, 'send-mail': 4, 'send-sealed-mail': 4 };

/** Works from now on, and adds what comes round by the clock (cron, Japan's time). */
export async function startWorker(runner: JobRunner<Jobs>, deps: WorkerDeps): Promise<void> {
  const work = workOf(deps);
  const take = <Name extends keyof Jobs>(name: Name): Promise<void> => runner.work(name, work[name], lanes[name]);
  for (const name of jobNames) await take(name);
  await runner.schedule('hold-stuck', '* * * * *', {});
  await runner.schedule('sweep-payments', '* * * * *', {});
  await runner.schedule('end-lapsed-sub-ids', '5 0 * * *', {});
  await runner.schedule('age-registrations', '30 6 * * *', {});
  await runner.schedule('sweep-sessions', '10 3 * * *', {});
  await runner.schedule('sweep-idempotent-answers', '20 3 * * *', {});
}
