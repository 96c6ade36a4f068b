import type { Trx } from '../../lib/db.ts';
import { formDifferences } from './form-differences.ts';
import type { Procedure } from './procedure.ts';
import { registeredContent } from './procedure-papers.ts';

/** Whether a form changes, against what is registered, who signs for the firm, or the contact who holds its administrator ID. */
export async function changesWhoActs(trx: Trx, procedure: Procedure): Promise<boolean> {
  const registered = await registeredContent(trx, procedure);
  // Registered before there were forms: whatever the form says of them is new.
  if (registered === undefined) return true;
  const { fields, signatories } = formDifferences(registered, procedure.content);
  return signatories.length > 0 || fields.some(({ path }) => path.startsWith('contact.'));
}
