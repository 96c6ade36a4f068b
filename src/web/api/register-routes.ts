// 登録台帳 by a program: the register of firms, and the register on paper taken in from a file.
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { Refusal } from '../../lib/refusal.ts';
import { firmKinds, memberClasses } from '../../registrations/content.ts';
import { importPaperRegister } from '../../registrations/register/import-paper-register.ts';
import {
  getRegisteredSignature,
  historyPageSize,
  readRegisterEntry,
  registerPageSize,
  searchRegister,
} from '../../registrations/register/read-register.ts';
import { standings } from '../../registrations/registration.ts';
import { ctxOf, type Env } from '../request.ts';
import { file, given, json, onceHeaders, pageNumberOf, refusals } from './answers.ts';
import { example } from './examples.ts';
import { firmShown, RegisterFirm, RegisterRow, registerRowShown } from './registration-desk-schemas.ts';
import { FilePart, formBody, uploadOf } from './uploads.ts';

const tags = ['Register'];
const as = 'certifier';
const ofFirm = z.object({ id: z.string().openapi({ description: 'The registration, as `searchRegister` names it.' }) });

const search = createRoute({
  ...{ method: 'get', path: '/desk/register', operationId: 'searchRegister', tags },
  summary: 'Registered firms in the order of their numbers',
  ...example({ order: 984, as, query: { words: 'mihon' }, status: 200 }),
  request: {
    query: z.object({
      words: z.string().max(100).optional().openapi({
        description: 'In the name, or how the number begins, or the whole corporate number.',
      }),
      kind: z.enum(firmKinds).optional(),
      memberClass: z.enum(memberClasses).optional(),
      standing: z.enum(standings).optional(),
      page: pageNumberOf(registerPageSize),
    }),
  },
  responses: {
    200: json('`total` counts all that match', z.object({ firms: z.array(RegisterRow), total: z.int() })),
    ...refusals(403, 422),
  },
});

const read = createRoute({
  ...{ method: 'get', path: '/desk/register/{id}', operationId: 'getRegisteredFirm', tags },
  summary: 'Everything that stands of one firm',
  ...example({ order: 985, as, path: { id: { from: 'searchRegister', at: 'firms.0.registrationId' } }, status: 200 }),
  request: { params: ofFirm, query: z.object({ page: pageNumberOf(historyPageSize) }) },
  responses: { 200: json('As it stands today; `page` of its history', RegisterFirm), ...refusals(403, 404, 422) },
});

const signature = createRoute({
  ...{
    method: 'get',
    path: '/desk/register/{id}/signatures/{signatoryId}',
    operationId: 'getRegisteredSignature',
    tags,
  },
  summary: 'The registered signature of a signatory',
  ...example({
    ...{ order: 986, as, status: 200 },
    path: {
      id: { from: 'searchRegister', at: 'firms.0.registrationId' },
      signatoryId: { from: 'getRegisteredFirm', at: 'signatories.0.signatoryId' },
    },
  }),
  request: { params: ofFirm.extend({ signatoryId: z.string() }) },
  responses: { 200: file('As it prints', 'image/png'), ...refusals(403, 404) },
});

const csv = ['登録番号,会社名,英文社名,法人番号,有効期間開始日,有効期間終了日,署名者氏名,署名者役職'];
const exampleRow = '900001,見本紙業(デモ),MIHON PAPER (DEMO),,2026-04-01,2028-03-31,Kami Mihon,Manager';

const importPaper = createRoute({
  ...{ method: 'post', path: '/desk/register/import', operationId: 'importPaperRegister', tags },
  summary: 'Take in the register on paper (TSV, CSV, Excel): all of it, or nothing',
  description: `The first row has the headings ${csv[0]}; each further row a signatory. \`invalid\`: \`fields\` name row and column.`,
  ...example({
    ...{ order: 987, as, status: 200 },
    body: {
      multipart: {
        file: {
          ...{ name: 'register.csv', type: 'text/csv' },
          base64: Buffer.from(`${[...csv, exampleRow].join('\n')}\n`).toString('base64'),
        },
      },
    },
  }),
  request: { headers: onceHeaders, body: formBody(z.object({ file: FilePart })) },
  responses: {
    200: json('How many firms were read and written', z.object({ read: z.int(), written: z.int() })),
    ...refusals(403, 413, 422),
  },
});

const shownProblems = 500;

export function addRegisterRoutes(api: OpenAPIHono<Env>): void {
  api.openapi(search, async (c) => {
    const { page, ...filter } = c.req.valid('query');
    const { rows, total } = await searchRegister(ctxOf(c), given(filter), page);
    return c.json({ firms: rows.map((row) => registerRowShown(row, row.standing)), total }, 200);
  });
  api.openapi(importPaper, async (c) => {
    const found = await importPaperRegister(ctxOf(c), await uploadOf(c.req.valid('form').file));
    if (found.ok) return c.json({ read: found.read, written: found.written }, 200);
    const fields = found.problems.slice(0, shownProblems).map(({ row, column, ja, en }) => {
      return { field: [row, column].filter(Boolean).join(' '), ja, en };
    });
    throw new Refusal('invalid', { fields });
  });
  api.openapi(signature, async (c) => {
    const { id: registrationId, signatoryId } = c.req.valid('param');
    const bytes = await getRegisteredSignature(ctxOf(c), { registrationId, signatoryId });
    return c.body(new Uint8Array(bytes), 200, { 'content-type': 'image/png', 'x-content-type-options': 'nosniff' });
  });
  api.openapi(read, async (c) => {
    const { page } = c.req.valid('query');
    return c.json(firmShown(await readRegisterEntry(ctxOf(c), c.req.valid('param').id, page)), 200);
  });
}
