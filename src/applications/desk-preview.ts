// The sheets as the chamber examines them: drawn from what was submitted, not from what the firm may be typing since.
import type { Ctx } from '../accounts/context.ts';
import { getSettings } from '../chambers/settings-store.ts';
import { getChamber } from '../chambers/store.ts';
import { inChamber } from '../lib/db.ts';
import { Refusal } from '../lib/refusal.ts';
import type { PageModel } from '../paper/page.ts';
import { deskRow } from './desk.ts';
import { formFor } from './forms/forms.ts';
import { findSubmission } from './submissions-store.ts';

/**
 * One sheet of the newest submission as a specimen, and how many there are. `sheet` counts from 1. Refuses `not_allowed`
 * for firms, `not_found` for what was never submitted and for a sheet that there is not.
 */
export async function deskSheet(
  ctx: Ctx,
  of: { applicationId: string; sheet: number },
): Promise<{ page: PageModel; sheets: number }> {
  const { chamberId } = ctx.actor;
  const { kind, submission, chamber, settings } = await inChamber(ctx.db, chamberId, async (trx) => {
    const row = await deskRow(trx, ctx.actor, of.applicationId, 'look');
    return {
      kind: row.kind,
      submission: await findSubmission(trx, row),
      chamber: await getChamber(trx, chamberId),
      settings: await getSettings(trx, chamberId),
    };
  });
  if (!submission) throw new Refusal('not_found');
  const { nameEn, titleEn } = submission.signatory;
  const signatory = { name: nameEn, title: titleEn };
  const form = formFor(kind);
  const imprint = { kind: 'specimen', wording: form.wordingOf(settings), chamber, signatory } as const;
  const drawn = form.sheet(submission.content, imprint, of.sheet);
  if (!Number.isSafeInteger(of.sheet) || of.sheet < 1 || of.sheet > drawn.sheets) throw new Refusal('not_found');
  return drawn;
}
