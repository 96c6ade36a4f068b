import type { Trx } from '../../lib/db.ts';
import { findSubmittedContent } from './procedure-queue-store.ts';
import { listProcedureRemarks, type ProcedureRemark } from './procedure-remarks-store.ts';
import { namesByNumber, placeByKey } from './remark-places.ts';

/**
 * What the chamber asked in a round. A remark from before places named rows by their keys is counted in the form that was
 * handed in then, so that it stays with its signatory.
 */
export async function remarksOfRound(
  trx: Trx,
  of: { chamberId: string; procedureId: string; round: number },
): Promise<ProcedureRemark[]> {
  const remarks = await listProcedureRemarks(trx, of);
  if (!remarks.some(({ place }) => namesByNumber(place))) return remarks;
  const content = await findSubmittedContent(trx, of);
  return content ? remarks.map((one) => ({ ...one, place: placeByKey(content, one.place) })) : remarks;
}
