// Whether the firm that asks for a registration is under a sanction (処分), of whichever chamber: the desk sees it from the start.
import type { Trx } from '../../lib/db.ts';
import { type FieldProblem, Refusal } from '../../lib/refusal.ts';
import { listInForce, type SanctionView } from '../sanctions/sanctions-store.ts';
import { plainDigits } from './content-rules.ts';
import type { Procedure } from './procedure.ts';

/**
 * By the corporate number as the form says it, and by the registration that it renews or changes. A firm without a number that
 * registers anew is asked about once it is accepted (../sanctions/answer-match). `today`: YYYY-MM-DD in Japan.
 */
export function sanctionsOfProcedure(
  trx: Trx,
  { chamberId, registrationId, content }: Procedure,
  today: string,
): Promise<SanctionView[]> {
  const digits = content.legalForm === 'corporation' ? plainDigits(content.corporateNumber) : '';
  const registration = registrationId === null ? {} : { registration: { chamberId, registrationId } };
  return listInForce(trx, { corporateNumber: digits === '' ? null : digits, ...registration }, today);
}

/** 登録抹消: refuses `invalid`. A suspended firm may register; it stays suspended. */
export async function requireNotStruckOff(trx: Trx, procedure: Procedure, today: string): Promise<void> {
  const found = (await sanctionsOfProcedure(trx, procedure, today)).find(({ kind }) => kind === 'struck_off');
  if (found) throw new Refusal('invalid', { fields: [struckOff(found)] });
}

const struckOff = ({ chamber }: SanctionView): FieldProblem => ({
  field: 'corporateNumber',
  ja: `この会社は登録抹消の処分(${chamber.nameJa})を受けているため、受理できません。却下するか、${chamber.nameJa}(${chamber.telephone})にお問い合わせください。`,
  en: `This firm is struck off by ${chamber.nameEn}, so it cannot be accepted. Reject it, or ask ${chamber.nameEn} (${chamber.telephone}).`,
});
