// 管理者IDの再発行 by a program, its letter, and the 貿易登録証 as it stands today.
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { sealedCurrentCertificate } from '../../certificates/registration-certificate.ts';
import { blankReissueLetterPdf, reissueLetterPdf } from '../../registrations/register/draw-reissue-letter.ts';
import { reissueAdministrator } from '../../registrations/register/reissue-administrator.ts';
import { attachment } from '../attachment.ts';
import { ctxOf, type Env, openCtxOf, type Req } from '../request.ts';
import { file, json, keylessRefusals, onceHeaders, refusals } from './answers.ts';
import { example } from './examples.ts';

const tags = ['Register'];
const as = 'certifier';
const ofFirm = z.object({ id: z.string().openapi({ description: 'The registration, as `searchRegister` names it.' }) });
const found = { id: { from: 'searchRegister', at: 'firms.0.registrationId' } } as const;
const day = z.string().max(10);

const CameBy = z.strictObject({
  how: z.enum(['counter', 'post']),
  day: day.openapi({ description: 'When it came, `YYYY-MM-DD` in Japan, today at the latest.' }),
});

const Reissue = z.strictObject({
  formerId: z
    .string()
    .max(20)
    .openapi({ description: 'The administrator ID that was seen. When it is another now: 409.' }),
  letter: CameBy.openapi({ description: '管理者ID再発行届, sealed by the firm.' }),
  certificate: CameBy.extend({
    issuedOn: day.openapi({ description: 'When the office issued it: 3 months at most before it came.' }),
  }).openapi({ description: '印鑑証明書; of a sole trader 印鑑登録証明書.' }),
  reason: z.string().max(2000),
  contact: z
    .strictObject({
      departmentJa: z.string().max(60).default(''),
      nameJa: z.string().max(60),
      nameEn: z.string().max(70),
      telephone: z.string().max(30),
      mail: z.string().max(254),
    })
    .openapi({ description: 'Who holds the new ID.' }),
});

const reissue = createRoute({
  ...{ method: 'post', path: '/desk/register/{id}/administrator', operationId: 'reissueAdministrator', tags },
  summary: 'A new administrator ID on sealed papers, for a firm that has lost password and mail address',
  description:
    'Ends the present administrator ID with its sessions and keys. Both mail addresses are told; the link to the first ' +
    'password goes to the new one, in a mail in which the ID does not stand.',
  ...example({
    ...{ order: 988, as, path: found, status: 409 },
    body: {
      json: {
        formerId: 'A9999',
        letter: { how: 'counter', day: '2026-01-05' },
        certificate: { how: 'counter', day: '2026-01-05', issuedOn: '2025-12-20' },
        reason: 'The contact has left and nobody reads the address any more',
        contact: {
          nameJa: '後任 花子',
          nameEn: 'Hanako Konin',
          telephone: '00-0000-0000',
          mail: 'konin@mihon.example',
        },
      },
    },
  }),
  request: {
    ...{ params: ofFirm, headers: onceHeaders },
    body: { required: true, content: { 'application/json': { schema: Reissue } } },
  },
  responses: {
    200: json('Issued', z.object({ loginId: z.string(), formerId: z.string() })),
    ...refusals(403, 404, 409, 422),
  },
});

const letter = createRoute({
  ...{ method: 'get', path: '/desk/register/{id}/reissue-letter.pdf', operationId: 'getReissueLetter', tags },
  summary: '管理者ID再発行届 with what the register knows of the firm',
  ...example({ order: 987.5, as, path: found, status: 200 }),
  request: { params: ofFirm },
  responses: { 200: file('To be sealed by the firm', 'application/pdf'), ...refusals(403, 404) },
});

const certificate = createRoute({
  ...{ method: 'get', path: '/desk/register/{id}/certificate.pdf', operationId: 'getCurrentCertificate', tags },
  summary: '貿易登録証 as the registration stands today',
  ...example({ order: 987.6, as, path: found, status: 200 }),
  request: { params: ofFirm },
  responses: { 200: file('For the counter’s printer', 'application/pdf'), ...refusals(403, 404) },
});

const blank = createRoute({
  ...{ method: 'get', path: '/registration/{chamber}/reissue-letter.pdf', operationId: 'getBlankReissueLetter', tags },
  security: [],
  summary: '管理者ID再発行届 to fill in by hand. Needs no key',
  ...example({ order: 987.7, path: { chamber: '9901' }, status: 200 }),
  request: { params: z.object({ chamber: z.string().openapi({ description: 'The chamber’s code.' }) }) },
  responses: { 200: file('To fill in and to be sealed', 'application/pdf'), ...keylessRefusals(404) },
});

const pdf = (c: Req, drawn: { bytes: Buffer; fileName: string }): Response =>
  attachment(c, { ...drawn, mediaType: 'application/pdf', extension: '.pdf' });

/** For who has no ID, so it belongs before the keys. */
export function addBlankLetterRoute(api: OpenAPIHono<Env>): void {
  api.openapi(blank, async (c) => pdf(c, await blankReissueLetterPdf(openCtxOf(c), c.req.valid('param').chamber)));
}

export function addReissueRoutes(api: OpenAPIHono<Env>): void {
  api.openapi(reissue, async (c) => {
    const input = { registrationId: c.req.valid('param').id, ...c.req.valid('json') };
    return c.json(await reissueAdministrator(ctxOf(c), input), 200);
  });
  api.openapi(letter, async (c) => pdf(c, await reissueLetterPdf(ctxOf(c), c.req.valid('param').id)));
  api.openapi(certificate, async (c) => pdf(c, await sealedCurrentCertificate(ctxOf(c), c.req.valid('param').id)));
}
