// 印刷: an issued certificate is fetched by its own firm, within the print window, as often as it likes; each time is written
// down. It needs no registration that is still valid: what was certified stays the firm's (Osaka CCI).
import { z } from 'zod';
import { byOf, type Ctx } from '../accounts/context.ts';
import { requireProvenByFactor } from '../accounts/proof.ts';
import { may, requireAct } from '../accounts/rights.ts';
import { deskRow } from '../applications/desk.ts';
import { casesFor, ownRow } from '../applications/firm.ts';
import { appendEvent, listEvents } from '../audit/events.ts';
import { getSettings } from '../chambers/settings-store.ts';
import { dayInJapan } from '../lib/clock.ts';
import { dayText } from '../lib/day-text.ts';
import { inChamber, type Trx } from '../lib/db.ts';
import { wordsProblem } from '../lib/plain-words.ts';
import { type FieldProblem, Refusal } from '../lib/refusal.ts';
import { findSettledCharge } from '../payments/own-payments-store.ts';
import { mailReopened } from './mail-reopened.ts';
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
import { endProblem, furthestEnd, isPrintWindowOpen, nearestEnd, offeredEnd } from './print-window.ts';

export const printablePageSize = 50;
const downloadsShown = 100;

/** The signatory's certificates that may be printed today. @param page from 1; `printablePageSize` a page */
export function listPrintable(ctx: Ctx, page: number): Promise<{ rows: PrintableRow[]; total: number }> {
  const { chamberId } = ctx.actor;
  return inChamber(ctx.db, chamberId, async (trx) => {
    const cases = await casesFor(trx, ctx.actor, 'paper.print', ctx.now);
    return listPrintableRows(trx, { cases, day: dayInJapan(ctx.now) }, { page, size: printablePageSize });
  });
}

export type PrintView = {
  print: PrintCase;
  receiptNumber: string | null;
  isOpen: boolean;
  /** The newest of them, and how many there were. */
  downloads: { rows: Download[]; total: number };
  /** The last time that the chamber set the window anew; undefined when it never did. */
  reopened: Reopening | undefined;
  /** Something was paid, so that there is a ご利用明細. */
  hasStatement: boolean;
};

/** `printUntil`: the last day that was set then, YYYY-MM-DD in Japan. */
export type Reopening = { at: Date; note: string; printUntil: string };

/** Refuses `not_found` for another signatory's, and before it was certified. */
export function readPrint(ctx: Ctx, applicationId: string): Promise<PrintView> {
  return inChamber(ctx.db, ctx.actor.chamberId, async (trx) => {
    const { chamberId, receiptNumber, status } = await ownRow(trx, ctx, 'paper.print', applicationId, 'look');
    const paid = await findSettledCharge(trx, { chamberId, subject: { kind: 'application', id: applicationId } });
    const print = await getPrintCase(trx, { chamberId, applicationId }, 'look');
    return {
      ...{ print, receiptNumber },
      isOpen: print.status === 'issued' && isPrintWindowOpen(print.printUntil, dayInJapan(ctx.now)),
      downloads: await listDownloads(trx, print, downloadsShown),
      reopened: await lastReopening(trx, { chamberId, applicationId }),
      hasStatement: paid !== undefined && status !== 'refunded',
    };
  });
}

async function lastReopening(
  trx: Trx,
  of: { chamberId: string; applicationId: string },
): Promise<Reopening | undefined> {
  const events = await listEvents(trx, {
    chamberId: of.chamberId,
    ...{ subject: 'application', subjectId: of.applicationId },
  });
  const event = events.findLast((one) => one.action === 'reopen_printing');
  return event && { at: event.at, ...ReopeningDetail.parse(event.detail) };
}
const ReopeningDetail = z.object({ note: z.string(), printUntil: z.iso.date() });

export type DeskPrintView = Pick<PrintView, 'print' | 'isOpen' | 'downloads'> & {
  /** The reader may set the window anew. */
  mayReopen: boolean;
  /** What a new last day may be, and the one that is offered; days YYYY-MM-DD in Japan. */
  offered: string;
  nearest: string;
  furthest: string;
};

/** The same as the chamber's staff see it. Refuses `not_allowed` for firms, `not_found` before it was certified, `conflict` before issue. */
export function readDeskPrint(ctx: Ctx, applicationId: string): Promise<DeskPrintView> {
  return inChamber(ctx.db, ctx.actor.chamberId, async (trx) => {
    const { chamberId } = await deskRow(trx, ctx.actor, applicationId, 'look');
    const print = await getPrintCase(trx, { chamberId, applicationId }, 'look');
    const { printUntil } = print;
    if (printUntil === null) throw new Refusal('conflict');
    const today = dayInJapan(ctx.now);
    const { printWindowDays: windowDays } = await getSettings(trx, chamberId);
    return {
      print,
      isOpen: print.status === 'issued' && isPrintWindowOpen(printUntil, today),
      downloads: await listDownloads(trx, print, downloadsShown),
      mayReopen: print.status === 'issued' && may(ctx.actor, 'desk.certify'),
      offered: offeredEnd({ printUntil, today, windowDays }),
      nearest: nearestEnd({ printUntil, today }),
      furthest: furthestEnd(today),
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
    const { chamberId } = await ownRow(trx, ctx, 'paper.print', applicationId, 'look');
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
      `印刷期間は${dayText.ja(print.printUntil ?? '')}の24:00(日本時間)に終わりました。印刷が必要なときは、商工会議所にご連絡ください。期間を改めて設けられる場合があります。`,
      `The print window ended on ${dayText.en(print.printUntil ?? '')} at 24:00 in Japan. Please ask the chamber, which may open it again.`,
    );
}

/**
 * 印刷期間を改めて設ける: by staff who certify, with a reason that the firm reads; the firm is mailed.
 * @param input.until the new last day; without it as long from today as after the issue
 * @param input.seenUntil the present last day as the actor has it in front of him: when it is another now, `conflict`
 * @returns the last day, YYYY-MM-DD in Japan. Where nobody asked for a day and it is open as long already, nothing is written.
 * Refuses `invalid` at `until` and `note` (the window never becomes shorter), `conflict` unless it is issued.
 */
export async function reopenPrinting(
  ctx: Ctx,
  input: { applicationId: string; note: string; until?: string; seenUntil?: string },
): Promise<{ printUntil: string }> {
  requireAct(ctx.actor, 'desk.certify');
  requireProvenByFactor(ctx);
  return inChamber(ctx.db, ctx.actor.chamberId, async (trx) => {
    const application = await deskRow(trx, ctx.actor, input.applicationId, 'lock');
    const { chamberId, applicationId } = application;
    const print = await getPrintCase(trx, { chamberId, applicationId }, 'lock');
    const before = print.printUntil;
    if (print.status !== 'issued' || before === null) throw new Refusal('conflict');
    if (input.seenUntil !== undefined && input.seenUntil !== before) throw new Refusal('conflict');
    const today = dayInJapan(ctx.now);
    const { printWindowDays: windowDays } = await getSettings(trx, chamberId);
    const printUntil = input.until ?? offeredEnd({ printUntil: before, today, windowDays });
    const note = input.note.trim();
    const end = input.until === undefined ? undefined : endProblem(input.until, { printUntil: before, today });
    const fields = [end, noteProblem(note)].filter((one) => one !== undefined);
    if (fields.length > 0) throw new Refusal('invalid', { fields });
    if (printUntil === before) return { printUntil };
    await updatePrintUntil(trx, { ...print, printUntil });
    // In the application's history, which its firm and the desk read.
    await appendEvent(trx, {
      ...{ chamberId, at: ctx.now, by: byOf(ctx.actor), subject: 'application', subjectId: applicationId },
      ...{ action: 'reopen_printing', detail: { note, before, printUntil } },
    });
    await mailReopened(trx, ctx, application, { number: print.number, printUntil });
    return { printUntil };
  });
}

function noteProblem(note: string): FieldProblem | undefined {
  if (note === '') return { field: 'note', ja: '理由を入れてください。', en: 'Please give the reason.' };
  return wordsProblem('note', note);
}

const refused = (field: string, ja: string, en: string): Refusal =>
  new Refusal('invalid', { fields: [{ field, ja, en }] });
