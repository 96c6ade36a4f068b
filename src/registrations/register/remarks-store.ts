import type { Trx } from '../../lib/db.ts';
import { Refusal } from '../../lib/refusal.ts';
import type { RegistrationContent } from '../content.ts';

/** 備考 of a registration: what staff should have before them at each case of the firm. */
export type RegistrationRemarks = {
  /** 地区外: its office lies outside the chamber's district. */
  outOfDistrict: boolean;
  /** 古物商許可証の番号; empty: none. */
  usedGoodsLicence: string;
  /** What staff tell each other; the firm never sees it. */
  staffNote: string;
};

/** Refuses `not_found`. */
export async function getRemarks(trx: Trx, chamberId: string, registrationId: string): Promise<RegistrationRemarks> {
  const row = await trx
    .selectFrom('registration')
    .select(['out_of_district', 'used_goods_licence', 'staff_note'])
    .where('chamber_id', '=', chamberId)
    .where('registration_id', '=', registrationId)
    .executeTakeFirst();
  if (!row) throw new Refusal('not_found');
  return {
    ...{ outOfDistrict: row.out_of_district, usedGoodsLicence: row.used_goods_licence, staffNote: row.staff_note },
  };
}

export async function updateRemarks(
  trx: Trx,
  of: { chamberId: string; registrationId: string },
  to: RegistrationRemarks,
): Promise<void> {
  await trx
    .updateTable('registration')
    .set({
      ...{ out_of_district: to.outOfDistrict, used_goods_licence: to.usedGoodsLicence, staff_note: to.staffNote },
    })
    .where('chamber_id', '=', of.chamberId)
    .where('registration_id', '=', of.registrationId)
    .execute();
}

type Told = Pick<RegistrationContent, 'outOfDistrict' | 'usedGoods' | 'antiqueLicence'>;

/**
 * The remarks after a form was accepted: what the form says anew is taken over; what it says as the one before did stays as
 * staff have written it since. `before` null: there was none.
 */
export function remarksAfter(remarks: RegistrationRemarks, before: Told | null, form: Told): RegistrationRemarks {
  const licenceIn = ({ usedGoods, antiqueLicence }: Told): string => (usedGoods ? antiqueLicence.trim() : '');
  const moved = before === null || before.outOfDistrict !== form.outOfDistrict;
  const licensed = before === null || licenceIn(before) !== licenceIn(form);
  return {
    outOfDistrict: moved ? form.outOfDistrict : remarks.outOfDistrict,
    usedGoodsLicence: licensed ? licenceIn(form) : remarks.usedGoodsLicence,
    staffNote: remarks.staffNote,
  };
}
