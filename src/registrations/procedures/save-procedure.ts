// What is typed into the form of a procedure is kept as typed; the rules speak, they do not stand in the way.
import { inChamber, type Trx } from '../../lib/db.ts';
import { Refusal } from '../../lib/refusal.ts';
import { unstorableTexts } from '../../lib/storable-text.ts';
import { RegistrationContent } from '../content.ts';
import { chamberOf, type FormCtx, ownProcedure, requireOpenToApplicant } from './applicant.ts';
import type { Procedure } from './procedure.ts';
import { updateProcedureContent } from './procedures-store.ts';

export type SavedForm = { version: number; savedAt: Date; content: RegistrationContent };

/**
 * A change of the form by a pure function. `version`: the one that the caller has seen; without it, it is saved over
 * whatever is there. Refuses `conflict` when it was changed since, or the chamber has it; `invalid` for what cannot be
 * stored, each with its place.
 */
export function changeForm(
  ctx: FormCtx,
  input: { procedureId: string; version?: number },
  by: (content: RegistrationContent) => RegistrationContent,
): Promise<SavedForm> {
  return inChamber(ctx.db, chamberOf(ctx), async (trx) => {
    const procedure = await ownProcedure(trx, ctx, input.procedureId, 'lock');
    requireOpenToApplicant(procedure);
    if (input.version !== undefined && input.version !== procedure.version) throw new Refusal('conflict');
    return writeForm(trx, ctx.now, procedure, by(procedure.content));
  });
}

/** Writes a form that was read under lock in the same transaction. Refuses as `changeForm`. */
export async function writeForm(
  trx: Trx,
  now: Date,
  procedure: Pick<Procedure, 'chamberId' | 'procedureId' | 'version'>,
  content: RegistrationContent,
): Promise<SavedForm> {
  const read = RegistrationContent.safeParse(content);
  const unstorable = unstorableTexts(content);
  const fields = [
    ...(read.success ? [] : read.error.issues).map((issue) => ({
      field: issue.path.join('.'),
      ja: 'この欄に入れられる長さ・数を超えています。減らしてください。',
      en: 'This is longer, or more, than fits here. Please shorten it.',
    })),
    ...unstorable.map(({ path, sign }) => ({
      field: path,
      ja: `保存できない文字(${sign})が含まれています。その文字を削除してください。`,
      en: `This holds a character that cannot be stored (${sign}). Delete it.`,
    })),
  ];
  if (!read.success || fields.length > 0) throw new Refusal('invalid', { fields });
  await updateProcedureContent(trx, { ...procedure, at: now }, read.data);
  return { version: procedure.version + 1, savedAt: now, content: read.data };
}
