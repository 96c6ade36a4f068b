// What the tests of the chamber's screens begin with: three people signed in, and cases at the desk.
import type { Ctx } from '../src/accounts/context.ts';
import { approveApplication } from '../src/applications/examine.ts';
import { readDeskCase } from '../src/applications/read-desk.ts';
import { submitApplication } from '../src/applications/submit.ts';
import { contextOf, readyApplication } from './deeds.ts';
import { startWorld, type Visitor, type World } from './world.ts';

export type Somebody = 'user' | 'examiner' | 'certifier';
export type Submitted = { applicationId: string; round: number; receiptNumber: string };

export type DeskWorld = {
  world: World;
  firm: Ctx;
  examiner: Ctx;
  certifier: Ctx;
  /** Signed in, without script. */
  by(as: Somebody): Visitor;
  page(as: Somebody, path: string): Promise<string>;
  submitted(): Promise<Submitted>;
  /** Examined, by the examiner unless told. */
  approved(ctx?: Ctx): Promise<Submitted>;
  /** The one signatory of the demo firm. */
  signer(applicationId: string): Promise<string>;
  statusOf(applicationId: string): Promise<string>;
};

/** The address of a case: `desk(id, '/claim')`. */
export const desk = (id: string, rest = ''): string => `/desk/applications/${id}${rest}`;

export async function startDeskWorld(): Promise<DeskWorld> {
  const world = await startWorld();
  const firm = await contextOf(world, 'user');
  const examiner = await contextOf(world, 'examiner');
  const certifier = await contextOf(world, 'certifier');
  const visitors = { user: world.visitor(), examiner: world.visitor(), certifier: world.visitor() };
  for (const as of ['user', 'examiner', 'certifier'] as const) await visitors[as].signIn(world.account(as));
  const signer = async (id: string) => (await readDeskCase(examiner, id)).signatories[0]?.signatoryId ?? '';
  const submitted = async (): Promise<Submitted> => {
    const applicationId = await readyApplication(firm);
    return { applicationId, ...(await submitApplication({ ...firm, now: world.now() }, { applicationId })) };
  };
  return {
    ...{ world, firm, examiner, certifier, submitted, signer },
    by: (as) => visitors[as],
    page: async (as, path) => (await visitors[as].get(path)).text(),
    statusOf: async (id) => (await readDeskCase(examiner, id)).application.status,
    async approved(ctx = examiner) {
      const one = await submitted();
      await approveApplication(ctx, { ...one, invoiceSignedBy: await signer(one.applicationId) });
      return one;
    },
  };
}
