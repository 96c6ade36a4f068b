// How much one form may upload, in its whole life: what is replaced or taken back counts, too, else it fills the disk.
import type { Trx } from '../../lib/db.ts';
import { type FieldProblem, Refusal } from '../../lib/refusal.ts';
import type { RegistrationContent } from '../content.ts';
import type { Procedure } from './procedure.ts';
import { addUpload, getUploaded, type Uploaded } from './procedures-store.ts';

const megabyte = 1_000_000;

/** 100 uploads and 200 MB; more where there are many signatories, each of whom has a sheet to scan. */
export const uploadRoom = ({ signatories }: Pick<RegistrationContent, 'signatories'>): Uploaded => ({
  uploads: 100 + 3 * signatories.length,
  bytes: (200 + 5 * signatories.length) * megabyte,
});

/**
 * Counts one upload of so many bytes as they were sent. Ask it under lock, in the transaction that names the files. Refuses
 * `invalid` at `field` when the form has no room left.
 */
export async function takeUploadRoom(
  trx: Trx,
  procedure: Pick<Procedure, 'chamberId' | 'procedureId' | 'content'>,
  upload: { field: string; bytes: number },
): Promise<void> {
  const room = uploadRoom(procedure.content);
  const taken = await addUpload(trx, procedure, upload.bytes);
  if (taken.uploads > room.uploads || taken.bytes > room.bytes) throw fullAt(upload.field, room);
}

/** The same question before a file is read, which takes long. */
export async function requireUploadRoom(
  trx: Trx,
  procedure: Pick<Procedure, 'chamberId' | 'procedureId' | 'content'>,
  upload: { field: string; bytes: number },
): Promise<void> {
  const room = uploadRoom(procedure.content);
  const taken = await getUploaded(trx, procedure);
  if (taken.uploads >= room.uploads || taken.bytes + upload.bytes > room.bytes) throw fullAt(upload.field, room);
}

function fullAt(field: string, room: Uploaded): Refusal {
  const megabytes = room.bytes / megabyte;
  const full: FieldProblem = {
    field,
    ja: `この手続きでアップロードできるのは、差し替えたものも含めて${room.uploads}件・合計${megabytes}MBまでです。残りの書類は、窓口か郵送で商工会議所にお出しください。`,
    en: `This procedure takes up to ${room.uploads} uploads and ${megabytes} MB in all, replaced ones included. Please bring or post the rest to the chamber.`,
  };
  return new Refusal('invalid', { fields: [full] });
}
