// 登録料 at the desk, each deed by a form of the procedure's page.
import { Hono } from 'hono';
import { memberClasses } from '../../../chambers/fees.ts';
import { type FieldProblem, Refusal } from '../../../lib/refusal.ts';
import { noteFeeReturned, receiveFeeAtCounter, tellRegistrationFee } from '../../../payments/registration-fee-desk.ts';
import { paths } from '../../paths.ts';
import { ctxOf, type Env, formOf } from '../../request.ts';
import { orProcedure } from './procedure-deeds.tsx';
import { nothingTyped } from './procedure-typed.ts';

export const feeDeedScreens = new Hono<Env>();

procedureFee('tellFee', async (ctx, id, form) => {
  const memberClass = memberClasses.find((one) => one === form['memberClass']);
  if (!memberClass) throw new Refusal('invalid', { fields: [noClass] });
  const feeSeenYen = wholeYen(form[`fee.${memberClass}`]);
  await tellRegistrationFee(ctx, {
    ...{ procedureId: id, round: roundIn(form), memberClass },
    ...(feeSeenYen === undefined ? {} : { feeSeenYen }),
  });
});

procedureFee('receiveFee', (ctx, id, form) =>
  // A sum that is none fits no fee.
  receiveFeeAtCounter(ctx, { procedureId: id, round: roundIn(form), feeSeenYen: wholeYen(form['feeSeenYen']) ?? -1 }),
);

procedureFee('returnFee', (ctx, id) => noteFeeReturned(ctx, { procedureId: id }));

type Form = Readonly<Record<string, string>>;

function procedureFee(
  path: 'tellFee' | 'receiveFee' | 'returnFee',
  deed: (ctx: ReturnType<typeof ctxOf>, id: string, form: Form) => Promise<void>,
): void {
  feeDeedScreens.post(paths[path](':id'), async (c) => {
    const id = c.req.param('id') ?? '';
    const form = await formOf(c);
    const typed = { ...nothingTyped, round: roundIn(form) };
    return orProcedure(c, id, typed, () => deed(ctxOf(c), id, form));
  });
}

const roundIn = (form: Form): number => (/^\d{1,6}$/.test(form['round'] ?? '') ? Number(form['round']) : 0);

export const wholeYen = (typed: string | undefined): number | undefined =>
  /^\d{1,9}$/.test(typed ?? '') ? Number(typed) : undefined;

export const noClass: FieldProblem = {
  field: 'memberClass',
  ja: '会員・非会員を選んでください。',
  en: 'Choose member or non-member.',
};
