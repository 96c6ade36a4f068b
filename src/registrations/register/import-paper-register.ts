import type { Ctx } from '../../accounts/context.ts';
import { byOf } from '../../accounts/context.ts';
import { requireProven } from '../../accounts/proof.ts';
import { requireAct } from '../../accounts/rights.ts';
import { appendEvent } from '../../audit/events.ts';
import { inChamber } from '../../lib/db.ts';
import { newId } from '../../lib/ids.ts';
import { readTable } from '../../lib/table-file.ts';
import { columnLetters } from '../../lib/table-problem.ts';
import { type RegisterProblem, registerFromTable } from './paper-register-file.ts';
import { putPaperRegistrations } from './paper-register-store.ts';

const atOnce = 500;

/**
 * The chamber takes its register from before in (TSV, CSV or Excel): new numbers are added, known ones renewed, those that
 * were switched already stay. All of it, or nothing and every problem by row and column.
 */
export async function importPaperRegister(
  ctx: Ctx,
  file: { bytes: Buffer; fileName: string },
): Promise<{ ok: true; read: number; written: number } | { ok: false; problems: RegisterProblem[] }> {
  const { actor, now } = ctx;
  requireAct(actor, 'desk.register');
  requireProven(ctx);
  const table = await readTable(file.bytes, file.fileName);
  if (!table.ok)
    return {
      ok: false,
      problems: table.problems.map(({ row, column, ja, en }) => ({
        ...{ row: row ?? 0, column: column === undefined ? '' : columnLetters(column), ja, en },
      })),
    };
  const register = registerFromTable(table.rows);
  if (!register.ok) return register;
  const entries = register.entries.map((entry) => ({ ...entry, paperRegistrationId: newId(now) }));
  const written = await inChamber(ctx.db, actor.chamberId, async (trx) => {
    let sum = 0;
    for (let from = 0; from < entries.length; from += atOnce)
      sum += await putPaperRegistrations(trx, actor.chamberId, entries.slice(from, from + atOnce), now);
    await appendEvent(trx, {
      ...{ chamberId: actor.chamberId, at: now, by: byOf(actor), subject: 'account', subjectId: actor.accountId },
      ...{ action: 'import_paper_register', detail: { read: entries.length, written: sum } },
    });
    return sum;
  });
  return { ok: true, read: entries.length, written };
}
