import { printedDate } from '../applications/forms/printed-date.ts';
import type { Shown } from '../applications/forms/shown.ts';
import { type CertificateRecord, formOfRecord } from '../certificates/record.ts';

/** What stands on the paper of a record, with what every certificate has. */
export type PublicView = Shown & {
  /** As printed on the paper. */
  number: string;
  date: string;
  chamber: { nameEn: string; nameJa: string; cityEn: string };
};

export function publicView(record: CertificateRecord): PublicView {
  const { nameEn, nameJa, cityEn } = record.chamber;
  return {
    ...formOfRecord(record).shown(record.content, record),
    ...{ number: record.number, date: printedDate(record.date), chamber: { nameEn, nameJa, cityEn } },
  };
}
