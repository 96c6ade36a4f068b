// リファレンスシステム by a program: whether a paper is real. Nobody's key is asked, and nothing is changed; the token comes
// in the body, since addresses are written down on the way.
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { Db } from '../../lib/db.ts';
import { Refusal } from '../../lib/refusal.ts';
import { checkLimits } from '../../verification/check-limits.ts';
import { type CheckCtx, checkByNumber, checkByToken } from '../../verification/find-certificate.ts';
import { addressOf, type Env, openCtxOf } from '../request.ts';
import { json, keylessRefusals, problem, readsOnly } from './answers.ts';
import { readableQuestion } from './body.ts';
import { example } from './examples.ts';
import { askedIn, CheckedCertificate, CheckRequest, checkedShown } from './reference-schema.ts';

const demo = (at: string) => ({ demo: `certificate.${at}` });
const typed = { certificateNumber: demo('number'), accessCode: demo('accessCode'), certificateDate: demo('date') };

const check = createRoute({
  ...{ method: 'post', path: '/check', operationId: 'checkCertificate', tags: ['Reference'], security: [] },
  ...readsOnly,
  summary: 'Whether a certificate is genuine, and what it certifies: for whoever holds the paper',
  description:
    'Needs no key. Send what the QR code says, or the three values at the foot of the paper. The limits are those of the ' +
    'page: wrong typed values are counted for the certificate and for the address they come from, and are then refused ' +
    'for a while (`too_many`) although one may be right; what the QR code says is not refused by them.',
  ...example(
    { order: 695, body: { json: { token: demo('qr') } }, status: 200 },
    { name: 'checkTyped', order: 696, body: { json: typed }, status: 200 },
    {
      ...{ name: 'checkUnknown', order: 697, status: 404 },
      body: { json: { token: 'THERE1IS2NO3SUCH4TOKEN5567' } },
    },
  ),
  middleware: readableQuestion,
  request: { body: { required: true, content: { 'application/json': { schema: CheckRequest } } } },
  responses: {
    200: json('It was issued; `status` says whether it is still valid', CheckedCertificate),
    ...keylessRefusals(404, 413, 422, 429),
    404: problem(
      'Not issued with these values (`not_found`): one and the same answer for a wrong number, code, date or token, and for ' +
        'a certificate that is not paid',
    ),
  },
});

const notFound = new Refusal('not_found', {
  fields: [
    {
      field: '',
      ja: 'この内容で発給された証明書はありません。送った値を証明書と見比べてください。',
      en: 'No certificate has been issued with these details. Compare what you sent with the paper.',
    },
  ],
});

/** To be added before whatever asks for a key. */
export function addReferenceRoutes(api: OpenAPIHono<Env>, db: Db): void {
  const limits = checkLimits(db);
  api.openapi(check, async (c) => {
    const ctx: CheckCtx = { ...openCtxOf(c), limits };
    const asked = { ...askedIn(c.req.valid('json'), c.var.deps.base), address: addressOf(c) };
    const found = await ('token' in asked ? checkByToken(ctx, asked) : checkByNumber(ctx, asked));
    if (!found) throw notFound;
    return c.json(checkedShown(found, c.var.now), 200);
  });
}
