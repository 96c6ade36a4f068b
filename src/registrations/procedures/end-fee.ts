import type { Trx } from '../../lib/db.ts';
import type { Procedure } from './procedure.ts';

/**
 * What becomes of the fee of a procedure that ends without being accepted, in the transaction that ends it: what is owed is
 * owed no more, what was paid is to be given back. The room of payments knows how. It gets the procedure as it was before.
 */
export type EndFee = (trx: Trx, procedure: Procedure) => Promise<void>;

/** Where there is none. Throws an Error where there is: it would be forgotten. */
export const noFee: EndFee = async (_, { procedureId, feeYen }) => {
  if ((feeYen ?? 0) > 0) throw new Error(`procedure ${procedureId} has a fee: end it by the deeds of payments`);
};
