// 登録料: to the card company and back, and the statement. Whoever holds the form's link pays, or the administrator ID.
import { Hono } from 'hono';
import { Refusal } from '../../../lib/refusal.ts';
import { cancelFeePayment, payRegistrationFee } from '../../../payments/pay-registration-fee.ts';
import { registrationStatement } from '../../../payments/registration-statement.ts';
import { attachment } from '../../attachment.ts';
import { errorStatus } from '../../errors.tsx';
import { paths } from '../../paths.ts';
import type { Env, Req } from '../../request.ts';
import { formCtxOf } from './form-ctx.ts';
import { formState } from './state.tsx';

export const feeScreens = new Hono<Env>();

feeScreens.post(paths.payFormFee(':id'), async (c) => {
  const ctx = await formCtxOf(c);
  return orState(c, async () => {
    const { url } = await payRegistrationFee(ctx, { procedureId: ctx.procedureId, locale: c.var.lang });
    return url;
  });
});

feeScreens.post(paths.cancelFormFee(':id'), async (c) => {
  const ctx = await formCtxOf(c);
  return orState(c, async () => {
    await cancelFeePayment(ctx, ctx.procedureId);
    return paths.form(ctx.procedureId);
  });
});

feeScreens.get(paths.formStatement(':id'), async (c) => {
  const ctx = await formCtxOf(c);
  const drawn = await registrationStatement(ctx, ctx.procedureId);
  return attachment(c, { ...drawn, mediaType: 'application/pdf', extension: '.pdf' });
});

/** On to where the deed says; or the state as it is now, when it refuses. */
async function orState(c: Req, deed: () => Promise<string>): Promise<Response> {
  try {
    return c.redirect(await deed(), 303);
  } catch (error) {
    if (!(error instanceof Refusal) || (error.code !== 'conflict' && error.code !== 'unavailable')) throw error;
    return c.html(await formState(c, { returned: false, refused: error.code }), errorStatus[error.code]);
  }
}
