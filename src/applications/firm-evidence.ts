// What a firm sees of what it attached: only to its own signatory's applications.
import type { Ctx } from '../accounts/context.ts';
import { inChamber, type Trx } from '../lib/db.ts';
import type { Signatory } from '../registrations/registration.ts';
import { listSignatories } from '../registrations/store.ts';
import type { Application } from './application.ts';
import { getEvidenceFile, getEvidencePicture } from './evidence.ts';
import { type Evidence, type EvidenceSize, listEvidence, sizesOfEvidence } from './evidence-store.ts';
import { factsFor } from './facts.ts';
import { type Firm, ownApplication, ownRow } from './firm.ts';
import { formFor } from './forms/forms.ts';
import type { NeededEvidence } from './forms/needed.ts';

export type FirmEvidence = {
  application: Application & Firm;
  /** With the file's bytes, and the pixels of each page's picture in order. */
  evidence: (Evidence & EvidenceSize)[];
  /** What must be attached as the application stands now. */
  needed: NeededEvidence[];
  /** All signatories of the firm: an invoice may bear another's signature than the applicant's (Tokyo CCI guide, box 9). */
  signatories: Signatory[];
};

/** Refuses `not_found` for another signatory's application. */
export function readFirmEvidence(ctx: Ctx, applicationId: string): Promise<FirmEvidence> {
  const { chamberId } = ctx.actor;
  return inChamber(ctx.db, chamberId, async (trx) => {
    const application = await ownApplication(trx, ctx, 'application.read', applicationId, 'look');
    const attached = await listEvidence(trx, chamberId, applicationId);
    const sizes = await sizesOfEvidence(trx, chamberId, applicationId);
    const none: EvidenceSize = { bytes: 0, pictures: [] };
    return {
      application,
      evidence: attached.map((one) => ({ ...one, ...(sizes.get(one.evidenceId) ?? none) })),
      needed: await neededNow(trx, application, ctx.now),
      signatories: await listSignatories(trx, chamberId, application.registrationId),
    };
  });
}

/** What the form of its kind says must be attached to an application as it stands at a moment. */
export async function neededNow(
  trx: Trx,
  application: Pick<Application, 'chamberId' | 'applicationId' | 'kind' | 'content'> & Pick<Firm, 'registration'>,
  now: Date,
): Promise<NeededEvidence[]> {
  const facts = await factsFor(trx, application, application.registration, now);
  return formFor(application.kind).evidence(application.content, facts);
}

type Of = { applicationId: string; evidenceId: string };

/** The PDF itself, for saving. Refuses `not_found` for another signatory's, and for one that was never attached to it. */
export async function getFirmEvidenceFile(ctx: Ctx, of: Of): Promise<{ evidence: Evidence; bytes: Buffer }> {
  return getEvidenceFile(ctx, { ...of, chamberId: await ownChamber(ctx, of) });
}

/** The picture of one page (PNG), numbered from 1. Refuses `not_found` as above. */
export async function getFirmEvidencePicture(ctx: Ctx, of: Of & { page: number }): Promise<Buffer> {
  return getEvidencePicture(ctx, { ...of, chamberId: await ownChamber(ctx, of) });
}

/** The chamber of an application that is the actor's own. */
function ownChamber(ctx: Ctx, of: Of): Promise<string> {
  return inChamber(ctx.db, ctx.actor.chamberId, async (trx) => {
    const { chamberId } = await ownRow(trx, ctx, 'application.read', of.applicationId, 'look');
    return chamberId;
  });
}
