// 印刷: an issued certificate is fetched by its own firm, within the print window, as often as it likes; each time is written
// down. It needs no registration that is still valid: what was certified stays the firm's (Osaka CCI).
import { byOf, type Ctx, requireRight } from '../accounts/context.ts';
import { deskRow } from '../applications/desk.ts';
import { firmOf, ownRow } from '../applications/firm.ts';
import { appendEvent } from '../audit/events.ts';
import { getSettings } from '../chambers/settings-store.ts';
import { addDays, dayInJapan } from '../lib/clock.ts';
import { inChamber, type Trx } from '../lib/db.ts';
import { Refusal } from '../lib/refusal.ts';
import { findSettledCharge } from '../payments/own-payments-store.ts';
import { findPaper, type Version } from './papers-store.ts';
import {
  type Download,
  getPrintCase,
  insertDownload,
  listDownloads,
  listPrintableRows,
  type PrintableRow,
  type PrintCase,
  updatePrintUntil,
} from './print-store.ts';

export const printablePageSize = 50;
const downloadsShown = 100;

/** May be printed on that day, YYYY-MM-DD in Japan: until 24:00 of its last day (Osaka CCI: 14 days after issue). */
export const isPrintWindowOpen = (printUntil: string | null, today: string): boolean =>
  printUntil !== null && today <= printUntil;

/** The signatory's certificates that may be printed today. @param page from 1; `printablePageSize` a page */
export function listPrintable(ctx: Ctx, page: number): Promise<{ rows: PrintableRow[]; total: number }> {
  const { chamberId } = ctx.actor;
  return inChamber(ctx.db, chamberId, async (trx) => {
    const { signatory } = await firmOf(trx, ctx.actor);
    const of = { chamberId, signatoryId: signatory.signatoryId, day: dayInJapan(ctx.now) };
    return listPrintableRows(trx, of, { page, size: printablePageSize });
  });
}

export type PrintView = {
  print: PrintCase;
  receiptNumber: string | null;
  isOpen: boolean;
  /** The newest of them, and how many there were. */
  downloads: { rows: Download[]; total: number };
  /** Something was paid, so that there is a ご利用明細. */
  hasStatement: boolean;
};

/** Refuses `not_found` for another signatory's, and before it was certified. */
export function readPrint(ctx: Ctx, applicationId: string): Promise<PrintView> {
  return inChamber(ctx.db, ctx.actor.chamberId, async (trx) => {
    const { chamberId, receiptNumber, status } = await ownRow(trx, ctx.actor, applicationId, 'look');
    const paid = await findSettledCharge(trx, { chamberId, applicationId });
    const print = await getPrintCase(trx, { chamberId, applicationId }, 'look');
    return {
      ...{ print, receiptNumber },
      isOpen: print.status === 'issued' && isPrintWindowOpen(print.printUntil, dayInJapan(ctx.now)),
      downloads: await listDownloads(trx, print, downloadsShown),
      hasStatement: paid !== undefined && status !== 'refunded',
    };
  });
}

/**
 * The paper's bytes, always the same ones, and the name under which it is saved. Refuses `not_found` for another
 * signatory's, `conflict` before it is issued, `invalid` (with the reason) when it is revoked or the window is over.
 */
export async function downloadPaper(
  ctx: Ctx,
  input: { applicationId: string; version: Version },
): Promise<{ bytes: Buffer; fileName: string }> {
  const { applicationId, version } = input;
  return inChamber(ctx.db, ctx.actor.chamberId, async (trx) => {
    const { chamberId } = await ownRow(trx, ctx.actor, applicationId, 'look');
    const print = await getPrintCase(trx, { chamberId, applicationId }, 'look');
    requirePrintable(print, dayInJapan(ctx.now));
    const paper = await findPaper(trx, print, version);
    if (!paper?.fileSha256) throw new Error(`${print.number} is issued and has no ${version}`);
    await recordDownload(trx, ctx, print, version);
    // Read before the transaction ends: what could not be given out was not fetched.
    return { bytes: await ctx.outside.files.get(paper.fileSha256), fileName: `${print.number}-${version}.pdf` };
  });
}

/** In the caller's transaction: the row that the firm sees, and the event. */
export async function recordDownload(trx: Trx, ctx: Ctx, print: PrintCase, what: Download['what']): Promise<void> {
  const { chamberId, certificateId } = print;
  const { accountId } = ctx.actor;
  await insertDownload(trx, { chamberId, certificateId, what, accountId, at: ctx.now });
  await appendEvent(trx, {
    ...{ chamberId, at: ctx.now, by: byOf(ctx.actor), subject: 'certificate', subjectId: certificateId },
    ...{ action: 'download', detail: { what } },
  });
}

const dayText = (day: string | null): string => {
  const [year, month, date] = (day ?? '').split('-').map(Number);
  return `${year}年${month}月${date}日`;
};

function requirePrintable(print: PrintCase, today: string): void {
  if (print.status === null) throw new Refusal('conflict');
  if (print.status !== 'issued')
    throw refused(
      '',
      'この証明は取り消されているため、印刷できません。商工会議所にお問い合わせください。',
      'This certificate has been revoked and can no longer be printed. Please ask the chamber.',
    );
  if (!isPrintWindowOpen(print.printUntil, today))
    throw refused(
      '',
      `印刷期間は${dayText(print.printUntil)}の24:00(日本時間)に終わりました。印刷が必要なときは、商工会議所にご連絡ください。期間を改めて設けられる場合があります。`,
      `The print window ended on ${print.printUntil} at 24:00 in Japan. Please ask the chamber, which may open it again.`,
    );
}

const maxNote = 2000;

/**
 * 印刷期間の再設定: by staff who certify, with a reason; returns the new last day (YYYY-MM-DD in Japan), counted from today
 * as after the issue. Never makes a window shorter. Refuses `invalid` without a reason, `conflict` unless it is issued.
 */
export async function reopenPrinting(
  ctx: Ctx,
  input: { applicationId: string; note: string },
): Promise<{ printUntil: string }> {
  requireRight(ctx.actor, 'certify');
  const note = input.note.trim();
  if (note === '') throw refused('note', '理由を入れてください。', 'Please give the reason.');
  if (note.length > maxNote)
    throw refused(
      'note',
      `理由は${maxNote}字以内で入れてください。`,
      `Give the reason in ${maxNote} characters at most.`,
    );
  return inChamber(ctx.db, ctx.actor.chamberId, async (trx) => {
    const { chamberId, applicationId } = await deskRow(trx, ctx.actor, input.applicationId, 'lock');
    const print = await getPrintCase(trx, { chamberId, applicationId }, 'lock');
    if (print.status !== 'issued' || print.printUntil === null) throw new Refusal('conflict');
    const { printWindowDays } = await getSettings(trx, chamberId);
    const fresh = addDays(dayInJapan(ctx.now), printWindowDays);
    const printUntil = fresh > print.printUntil ? fresh : print.printUntil;
    await updatePrintUntil(trx, { ...print, printUntil });
    await appendEvent(trx, {
      ...{ chamberId, at: ctx.now, by: byOf(ctx.actor), subject: 'certificate', subjectId: print.certificateId },
      ...{ action: 'reopen_printing', detail: { note, before: print.printUntil, printUntil } },
    });
    return { printUntil };
  });
}

const refused = (field: string, ja: string, en: string): Refusal =>
  new Refusal('invalid', { fields: [{ field, ja, en }] });
