// 発給申請 by a program: begin, find, read, type. Each route calls the deed that its page calls.

import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { normaliseLoginId } from '../../accounts/account.ts';
import { applicationKinds, originKinds } from '../../applications/forms/forms.ts';
import { compareApplication } from '../../applications/invoice-comparison.ts';
import { listApplications, readApplication, readHistory } from '../../applications/read.ts';
import { saveBoxes } from '../../applications/save.ts';
import { startApplication } from '../../applications/start.ts';
import { checkApplication } from '../../applications/submit.ts';
import { ctxOf, type Env } from '../request.ts';
import {
  etagHeader,
  given,
  json,
  ofApplication,
  onceHeaders,
  pageNumber,
  refusals,
  versionedHeaders,
} from './answers.ts';
import {
  Application,
  applicationShown,
  Finding,
  FirmRow,
  findingShown,
  firmRowShown,
  headShown,
  Saved,
  Started,
  savedShown,
  statusesOf,
  statusFilter,
} from './application-schemas.ts';
import { comparisonShown, InvoiceComparison } from './comparison-schema.ts';
import { exampleBoxes } from './example-content.ts';
import { example } from './examples.ts';
import { Event, firmHistory } from './history-schema.ts';
import { Boxes } from './origin-schema.ts';
import { etagOf, ifMatchOf } from './preconditions.ts';

export const started = { from: 'startApplication', at: 'applicationId' };
/** Begun by the demo's sub ID. */
export const bySub = { from: 'startBySub', at: 'applicationId' };
export const copied = { from: 'startCopy', at: 'applicationId' };
/** The one that the demo world holds issued. */
export const issued = { from: 'listIssued', at: 'applications.0.applicationId' };
const tags = ['Applications'];

const Start = z.strictObject({
  kind: z.enum(applicationKinds),
  oath: z
    .boolean()
    .openapi({ description: 'The oath (誓約事項) was read and is agreed to by whoever this ID belongs to.' }),
  copyOf: z.string().optional().openapi({
    description: 'An earlier application of the same signatory, whose content is taken over but for invoice and dates.',
  }),
});

const start = createRoute({
  ...{ method: 'post', path: '/applications', operationId: 'startApplication', tags, summary: 'Begin a draft' },
  ...example(
    { order: 100, as: 'user', body: { json: { kind: 'origin', oath: true } }, status: 201 },
    {
      ...{ name: 'startCopy', order: 800, as: 'user', status: 201 },
      body: { json: { kind: 'origin', oath: true, copyOf: started } },
    },
    { name: 'startBySub', order: 870, as: 'sub', body: { json: { kind: 'origin', oath: true } }, status: 201 },
    { name: 'startOther', order: 850, as: 'user', body: { json: { kind: 'origin', oath: true } }, status: 201 },
  ),
  request: { headers: onceHeaders, body: { required: true, content: { 'application/json': { schema: Start } } } },
  responses: {
    201: {
      ...json('Begun: box 1 and the place of box 9 are filled in from the registration', Started),
      headers: { ...etagHeader, Location: { schema: { type: 'string' }, description: 'Its address in this API.' } },
    },
    ...refusals(403, 404, 422),
  },
});

const list = createRoute({
  ...{ method: 'get', path: '/applications', operationId: 'listApplications', tags },
  summary: 'The applications that this ID may see, last changed first',
  ...example(
    { order: 110, as: 'user', query: { status: 'draft', page: '1' }, status: 200 },
    { name: 'listIssued', order: 115, as: 'user', query: { status: 'issued' }, status: 200 },
  ),
  request: {
    query: z.object({
      status: statusFilter,
      words: z
        .string()
        .max(100)
        .optional()
        .openapi({ description: 'In the consignee, an invoice number, the receipt number.' }),
      signatoryId: z.uuid().optional().openapi({ description: 'Under whose name.' }),
      id: z
        .string()
        .max(20)
        .optional()
        .openapi({ description: 'The ID under which it is made, as typed at sign-in: `U0001-01`.' }),
      page: pageNumber,
    }),
  },
  responses: {
    200: json(
      '50 a page; `total` counts all that match',
      z.object({ applications: z.array(FirmRow), total: z.number().int() }),
    ),
    ...refusals(403, 422),
  },
});

const get = createRoute({
  ...{
    method: 'get',
    path: '/applications/{id}',
    operationId: 'getApplication',
    tags,
    summary: 'One application, whole',
  },
  ...example({ order: 140, as: 'user', path: { id: started }, status: 200 }),
  request: { params: ofApplication },
  responses: { 200: { ...json('As it is saved', Application), headers: etagHeader }, ...refusals(403, 404) },
});

const save = createRoute({
  ...{ method: 'patch', path: '/applications/{id}/boxes', operationId: 'saveBoxes', tags, summary: 'Save boxes' },
  description:
    'A box that is sent replaces that box whole: a field left out of it becomes empty. Boxes that are not sent stay as ' +
    'they are. What is wrong by the rules of the trade is saved all the same; see `listFindings`.',
  ...example(
    {
      ...{ order: 120, as: 'user', path: { id: started }, body: { json: exampleBoxes }, status: 200 },
      headers: { 'If-Match': { from: 'startApplication', header: 'etag' } },
    },
    {
      ...{ name: 'saveCopy', order: 810, as: 'user', path: { id: copied }, headers: { 'If-Match': '*' }, status: 200 },
      body: {
        json: {
          ...exampleBoxes,
          invoices: [{ number: 'MT-2026-COPY', date: { from: 'startCopy', at: 'content.declaration.date' } }],
        },
      },
    },
  ),
  request: {
    ...{ params: ofApplication, headers: versionedHeaders },
    body: { required: true, content: { 'application/json': { schema: Boxes } } },
  },
  responses: { 200: { ...json('Saved', Saved), headers: etagHeader }, ...refusals(403, 404, 409, 413, 422) },
});

const findings = createRoute({
  ...{ method: 'get', path: '/applications/{id}/findings', operationId: 'listFindings', tags },
  summary: 'What the rules say about it as it is saved, and what the attached invoice says of it',
  ...example({ order: 300, as: 'user', path: { id: started }, status: 200 }),
  request: { params: ofApplication },
  responses: {
    200: json(
      'None that blocks: it may be submitted',
      z.object({ findings: z.array(Finding), invoice: InvoiceComparison }),
    ),
    ...refusals(403, 404),
  },
});

const history = createRoute({
  ...{ method: 'get', path: '/applications/{id}/history', operationId: 'listHistory', tags },
  summary: 'What happened to it',
  ...example({ order: 420, as: 'user', path: { id: started }, status: 200 }),
  request: { params: ofApplication },
  responses: { 200: json('Oldest first', z.object({ events: z.array(Event) })), ...refusals(403, 404) },
});

export function addApplicationRoutes(api: OpenAPIHono<Env>): void {
  api.openapi(start, async (c) => {
    const { kind, oath, ...rest } = c.req.valid('json');
    const made = await startApplication(ctxOf(c), { kind, oath, ...given(rest) });
    c.header('etag', etagOf(made.version));
    c.header('location', `/api/v1/applications/${made.applicationId}`);
    return c.json({ ...headShown(made), content: made.content }, 201);
  });
  api.openapi(list, async (c) => {
    const { status, words, signatoryId, id, page } = c.req.valid('query');
    const loginId = id && normaliseLoginId(id);
    const filter = given({ statuses: statusesOf(status), words, signatoryId, loginId });
    const found = await listApplications(ctxOf(c), filter, page);
    return c.json({ applications: found.rows.map(firmRowShown), total: found.total }, 200);
  });
  api.openapi(get, async (c) => {
    const view = await readApplication(ctxOf(c), c.req.valid('param').id);
    c.header('etag', etagOf(view.application.version));
    return c.json(applicationShown(view), 200);
  });
  api.openapi(save, async (c) => {
    const applicationId = c.req.valid('param').id;
    const boxes = given(c.req.valid('json'));
    const saved = await saveBoxes(ctxOf(c), { kinds: originKinds, applicationId, ...ifMatchOf(c, 'required'), boxes });
    c.header('etag', etagOf(saved.version));
    return c.json(savedShown(saved), 200);
  });
  api.openapi(findings, async (c) => {
    const { id } = c.req.valid('param');
    const found = await checkApplication(ctxOf(c), id);
    const comparison = await compareApplication(ctxOf(c), id);
    return c.json({ findings: found.map(findingShown), invoice: comparisonShown(comparison) }, 200);
  });
  api.openapi(history, async (c) => {
    const events = await readHistory(ctxOf(c), c.req.valid('param').id);
    return c.json({ events: firmHistory(events) }, 200);
  });
}
