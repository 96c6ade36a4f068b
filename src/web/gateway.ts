// What the card company and the payer coming back from it reach without a session: both are hints that it is time to ask.
import { Hono } from 'hono';
import { Refusal } from '../lib/refusal.ts';
import { procedureOfPayment } from '../payments/place-of-payment.ts';
import { receiveNotice, reconcilePayment } from '../payments/reconcile.ts';
import { paths } from './paths.ts';
import { type Env, openCtxOf } from './request.ts';

export const gatewayRoutes = new Hono<Env>();

/** The signature is over the body as it came, so it is read as text and parsed by whoever has checked it. */
gatewayRoutes.post(paths.gatewayNotice, async (c) => {
  try {
    await receiveNotice(openCtxOf(c), await c.req.text(), c.req.header('stripe-signature'));
  } catch (error) {
    if (error instanceof Refusal && error.code === 'invalid') return c.text('the signature does not hold', 400);
    throw error;
  }
  return c.body(null, 200);
});

/**
 * The payer is back. Whether he has paid the card company is asked, not the address; when it does not answer, the page that
 * he is led to says so, and nothing is lost. That page asks who he is: this one may be reached without the session's cookie.
 */
gatewayRoutes.get(paths.paymentReturn(':id'), async (c) => {
  const id = c.req.param('id');
  try {
    await reconcilePayment(openCtxOf(c), id);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'unavailable') throw error;
    c.var.deps.log.error('the card company did not answer a payer who came back', error, { payment: id });
  }
  const paidOrNot = c.req.query('cancelled') === undefined ? '?returned' : '';
  const procedureId = await procedureOfPayment(openCtxOf(c), id);
  const page = procedureId === null ? paths.payment(id) : paths.form(procedureId);
  return c.redirect(`${page}${paidOrNot}`, 303);
});
