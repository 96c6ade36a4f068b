// The registrar's deeds, each by a form of the procedure's page. Whatever was typed comes back when the deed says no.
import { Hono } from 'hono';
import { Refusal } from '../../../lib/refusal.ts';
import {
  claimProcedure,
  examineProcedure,
  readDeskProcedure,
  sendBackProcedure,
} from '../../../registrations/procedures/procedure-desk.ts';
import { tickProcedurePaper, untickProcedurePaper } from '../../../registrations/procedures/procedure-desk-papers.ts';
import { errorStatus } from '../../errors.tsx';
import { paths } from '../../paths.ts';
import { ctxOf, type Env, type Req } from '../../request.ts';
import { procedurePage } from './procedure.tsx';
import { nothingTyped, type ProcedureTyped, procedureTypedIn } from './procedure-typed.ts';

export const procedureDeedScreens = new Hono<Env>();

/** Back to the procedure's page; it again, with what was typed, when the deed refuses `invalid` or `conflict`. */
export async function orProcedure(
  c: Req,
  id: string,
  typed: ProcedureTyped,
  deed: () => Promise<unknown>,
  then: string = paths.deskProcedure(id),
): Promise<Response> {
  try {
    await deed();
    return c.redirect(then, 303);
  } catch (error) {
    if (!(error instanceof Refusal) || (error.code !== 'invalid' && error.code !== 'conflict')) throw error;
    return c.html(await procedurePage(c, id, { typed, refused: error }), errorStatus[error.code]);
  }
}

procedureDeedScreens.post(paths.claimProcedure(':id'), async (c) => {
  const id = c.req.param('id');
  const { from } = await c.req.parseBody();
  return orProcedure(c, id, nothingTyped, async () => {
    // It is taken over only from the colleague whose name stood on the button.
    const { procedure } = await readDeskProcedure(ctxOf(c), id);
    const takeOver = typeof from === 'string' && from !== '' && procedure.claimedBy === from;
    await claimProcedure(ctxOf(c), { procedureId: id, takeOver });
  });
});

procedureDeedScreens.post(paths.examineProcedure(':id'), async (c) => {
  const id = c.req.param('id');
  const typed = await procedureTypedIn(c);
  return orProcedure(c, id, typed, () => examineProcedure(ctxOf(c), { procedureId: id, round: typed.round }));
});

procedureDeedScreens.post(paths.returnProcedure(':id'), async (c) => {
  const id = c.req.param('id');
  const typed = await procedureTypedIn(c);
  const remarks = [...typed.remarks].map(([place, words]) => ({ place, words }));
  return orProcedure(c, id, typed, () => sendBackProcedure(ctxOf(c), { procedureId: id, round: typed.round, remarks }));
});

procedureDeedScreens.post(paths.tickPaper(':id'), async (c) => {
  const id = c.req.param('id');
  const typed = await procedureTypedIn(c);
  const { kind, signatoryKey, how, day } = typed.brought;
  const paper = {
    ...{ procedureId: id, kind, day, how: how === 'post' ? ('post' as const) : ('counter' as const) },
    ...(signatoryKey === '' ? {} : { signatoryKey }),
  };
  return orProcedure(c, id, typed, () => tickProcedurePaper(ctxOf(c), paper));
});

procedureDeedScreens.post(paths.tickUpload(':id', ':paper'), (c) => {
  const { id, paper: paperId } = c.req.param();
  return orProcedure(c, id, nothingTyped, () => tickProcedurePaper(ctxOf(c), { procedureId: id, paperId }));
});

procedureDeedScreens.post(paths.untickPaper(':id', ':paper'), (c) => {
  const { id, paper: paperId } = c.req.param();
  return orProcedure(c, id, nothingTyped, () => untickProcedurePaper(ctxOf(c), { procedureId: id, paperId }));
});
