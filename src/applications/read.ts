// What a firm looks at: its list, one application, its history.
import type { Ctx } from '../accounts/context.ts';
import { type People, peopleBehind } from '../accounts/people.ts';
import { may } from '../accounts/rights.ts';
import { type Event, listEvents } from '../audit/events.ts';
import { inChamber } from '../lib/db.ts';
import { Refusal } from '../lib/refusal.ts';
import { allowedActs } from './allowed-acts.ts';
import type { Application, ApplicationRow } from './application.ts';
import { type Evidence, listEvidence } from './evidence-store.ts';
import { type CaseAct, casesFor, type Firm, ownApplication, ownRow } from './firm.ts';
import type { Content } from './forms/content.ts';
import { type ApplicationKind, type ContentOf, isOfKind } from './forms/forms.ts';
import type { ApplicationStatus } from './lifecycle.ts';
import { listMakers, listMakersOf, listSignatoryNames, type Maker, type SignatoryName } from './makers-store.ts';
import { listRemarks, type Remark } from './remarks-store.ts';
import { countCases, countPrepared, type FirmFilter, listCases, type Page } from './store.ts';

export type FirmView<C extends Content = Content> = {
  application: Application<C> & Firm;
  evidence: Evidence[];
  /** What the examiner asked to mend in the last round. */
  remarks: Remark[];
  /** The ID under which it is made. */
  madeBy: Maker;
  /** What the reader may do with it by the table of rights; its status may stand against it still. */
  allowed: ReadonlySet<CaseAct>;
};

/** Refuses `not_found` for one that is not the actor's to read. */
export function readApplication(ctx: Ctx, applicationId: string): Promise<FirmView> {
  const { chamberId } = ctx.actor;
  return inChamber(ctx.db, chamberId, async (trx) => {
    const application = await ownApplication(trx, ctx, 'application.read', applicationId, 'look');
    const evidence = await listEvidence(trx, chamberId, applicationId);
    const remarks = await listRemarks(trx, { chamberId, applicationId, round: application.round });
    const madeBy = found(await listMakers(trx, chamberId, [application.accountId]), application.accountId);
    return { application, evidence, remarks, madeBy, allowed: await allowedActs(trx, ctx, application) };
  });
}

/** For what knows certain kinds only: refuses `not_found` for another. */
export async function readOfKind<K extends ApplicationKind>(
  ctx: Ctx,
  kinds: readonly K[],
  applicationId: string,
): Promise<FirmView<ContentOf<K>>> {
  const { application, ...rest } = await readApplication(ctx, applicationId);
  if (!isOfKind(application, kinds)) throw new Refusal('not_found');
  return { application, ...rest };
}

/** For a page that only writes: refuses `not_allowed` where the reader may look and no more. */
export async function readToWrite(ctx: Ctx, applicationId: string): Promise<FirmView> {
  return requireWriter(await readApplication(ctx, applicationId));
}

/** Both of these. */
export async function readToWriteOfKind<K extends ApplicationKind>(
  ctx: Ctx,
  kinds: readonly K[],
  applicationId: string,
): Promise<FirmView<ContentOf<K>>> {
  return requireWriter(await readOfKind(ctx, kinds, applicationId));
}

function requireWriter<View extends FirmView>(view: View): View {
  if (!view.allowed.has('application.write')) throw new Refusal('not_allowed');
  return view;
}

export function readHistory(ctx: Ctx, applicationId: string): Promise<Event[]> {
  const { chamberId } = ctx.actor;
  return inChamber(ctx.db, chamberId, async (trx) => {
    await ownApplication(trx, ctx, 'application.read', applicationId, 'look');
    return listEvents(trx, { chamberId, subject: 'application', subjectId: applicationId });
  });
}

/** Who did its steps, by the id that each event names: of an ID, or of a bearer key. The system is not among them. */
export function listDoers(ctx: Ctx, applicationId: string): Promise<People> {
  const { chamberId } = ctx.actor;
  return inChamber(ctx.db, chamberId, async (trx) => {
    await ownRow(trx, ctx, 'application.read', applicationId, 'look');
    const events = await listEvents(trx, { chamberId, subject: 'application', subjectId: applicationId });
    return peopleBehind(trx, chamberId, events);
  });
}

/** What a list shows of one application. */
export type ListedApplication = ApplicationRow & { madeBy: Maker; signatory: SignatoryName };

const found = <T>(names: ReadonlyMap<string, T>, id: string): T => {
  const name = names.get(id);
  if (name === undefined) throw new Error(`nobody has the id ${id}`); // a foreign key holds it
  return name;
};

/** Those with which the actor may do this. @param page from 1; 50 a page */
export function listApplications(
  ctx: Ctx,
  filter: FirmFilter,
  page: number,
  act: CaseAct = 'application.read',
): Promise<Page<ListedApplication>> {
  const { chamberId } = ctx.actor;
  return inChamber(ctx.db, chamberId, async (trx) => {
    const cases = await casesFor(trx, ctx.actor, act, ctx.now);
    const { rows, total } = await listCases(trx, cases, filter, { page, size: listPageSize });
    const makers = await listMakers(
      trx,
      chamberId,
      rows.map((row) => row.accountId),
    );
    const signatories = await listSignatoryNames(
      trx,
      chamberId,
      rows.map((row) => row.signatoryId),
    );
    const named = rows.map((row) => ({
      ...row,
      madeBy: found(makers, row.accountId),
      signatory: found(signatories, row.signatoryId),
    }));
    return { rows: named, total };
  });
}
export const listPageSize = 50;

export function countApplications(ctx: Ctx): Promise<Map<ApplicationStatus, number>> {
  const { chamberId } = ctx.actor;
  return inChamber(ctx.db, chamberId, async (trx) => {
    return countCases(trx, await casesFor(trx, ctx.actor, 'application.read', ctx.now));
  });
}

/** Of whom a list can be: the signatories whose cases the actor reads, and the IDs under which those were made. */
export type Whom = {
  signatories: SignatoryName[];
  /** Undefined: more than a list to choose from should hold. */
  makers: Maker[] | undefined;
};
const makersAtMost = 100;

export function listWhom(ctx: Ctx): Promise<Whom> {
  const { chamberId } = ctx.actor;
  return inChamber(ctx.db, chamberId, async (trx) => {
    const cases = await casesFor(trx, ctx.actor, 'application.read', ctx.now);
    const signatoryIds = 'signatoryIds' in cases ? cases.signatoryIds : [];
    const makers = await listMakersOf(trx, cases, makersAtMost);
    return {
      signatories: [...(await listSignatoryNames(trx, chamberId, signatoryIds)).values()],
      makers: makers.length > makersAtMost ? undefined : makers,
    };
  });
}

/** How many wait for the actor's release; 0 for an ID that releases nothing. */
export function countToRelease(ctx: Ctx): Promise<number> {
  if (!may(ctx.actor, 'application.release')) return Promise.resolve(0);
  return inChamber(ctx.db, ctx.actor.chamberId, async (trx) => {
    return countPrepared(trx, await casesFor(trx, ctx.actor, 'application.release', ctx.now));
  });
}
