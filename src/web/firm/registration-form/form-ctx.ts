// Who comes to a form: somebody who holds its link, or whoever is signed in (the deeds ask for the administrator ID).
import { getChamber } from '../../../chambers/store.ts';
import { inInstallation } from '../../../lib/db.ts';
import { Refusal } from '../../../lib/refusal.ts';
import type { FormCtx } from '../../../registrations/procedures/applicant.ts';
import { findApplicant } from '../../../registrations/procedures/procedure-links.ts';
import { formCookie } from '../../cookies.ts';
import { openCtxOf, type Req } from '../../request.ts';

/** Refuses `not_signed_in` when nobody comes, `not_found` for another form than the one that this browser has open. */
export async function formCtxOf(c: Req): Promise<FormCtx & { procedureId: string }> {
  const open = openCtxOf(c);
  const procedureId = c.req.param('id') ?? '';
  const cookie = formCookie(c);
  const held = cookie === undefined ? undefined : await findApplicant(open, cookie);
  if (held && held.procedureId === procedureId) {
    // Whose page it is, said at its top: nobody's session says it.
    if (!c.var.actor) c.set('chamber', await inInstallation(open.db, (trx) => getChamber(trx, held.chamberId)));
    return { ...open, procedureId, applicant: { kind: 'link', ...held } };
  }
  const { actor } = c.var;
  if (actor) return { ...open, procedureId, applicant: { kind: 'administrator', actor } };
  if (held) throw new Refusal('not_found');
  throw new Refusal('not_signed_in');
}
