// インボイスとの見比べ: what is typed beside the text of what is attached, for who applies and for who examines.
import type { Ctx } from '../accounts/context.ts';
import { inChamber, type Trx } from '../lib/db.ts';
import { compareInvoice, type InvoiceComparison } from './comparison/compare-invoice.ts';
import type { EvidenceKind } from './evidence-kinds.ts';
import { type Evidence, listEvidence, wordsOfEvidence } from './evidence-store.ts';
import { ownApplication } from './firm.ts';
import type { Content } from './forms/content.ts';
import { type ApplicationKind, formFor } from './forms/forms.ts';

/** What may say what the invoice does not: packing list, B/L. What the applicant himself explains proves nothing. */
const complements: ReadonlySet<EvidenceKind> = new Set(['other', 'export_proof', 'shipment_proof']);

/** @param evidence what of it counts: what is attached now, or what was when it was submitted */
export async function comparisonOf(
  trx: Trx,
  application: { chamberId: string; kind: ApplicationKind; content: Content },
  evidence: readonly Evidence[],
): Promise<InvoiceComparison> {
  const sought = formFor(application.kind).toCompare(application.content);
  if (sought.length === 0) return { state: 'nothing' };
  const telling = evidence.filter(({ kind }) => kind === 'invoice' || complements.has(kind));
  const ids = telling.map((one) => one.evidenceId);
  const words = await wordsOfEvidence(trx, application.chamberId, ids);
  return compareInvoice(
    sought,
    telling.map(({ evidenceId, kind, textCut }) => ({
      ...{ evidenceId, isInvoice: kind === 'invoice', textCut, pages: words.get(evidenceId) ?? [] },
    })),
  );
}

/** Of the actor's own application as it is saved. Refuses `not_found` for one that is not the actor's to read. */
export function compareApplication(ctx: Ctx, applicationId: string): Promise<InvoiceComparison> {
  const { chamberId } = ctx.actor;
  return inChamber(ctx.db, chamberId, async (trx) => {
    const application = await ownApplication(trx, ctx, 'application.read', applicationId, 'look');
    return comparisonOf(trx, application, await listEvidence(trx, chamberId, applicationId));
  });
}
