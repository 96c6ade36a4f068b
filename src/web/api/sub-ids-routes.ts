// サブID by a program with a signatory's key: make, limit, hand over, end. Each route calls the deed that its page calls.
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { handOverSubId } from '../../certificates/hand-over-sub-id.ts';
import type { FirmSubId } from '../../registrations/firm-ids-store.ts';
import { subMays } from '../../registrations/registration.ts';
import { agentNumberLength } from '../../registrations/sub-ids/agents.ts';
import { endSubId } from '../../registrations/sub-ids/end-sub-id.ts';
import { endSubIdsOfAgent } from '../../registrations/sub-ids/end-sub-ids-of-agent.ts';
import { limitSubId } from '../../registrations/sub-ids/limit-sub-id.ts';
import { getOwnSubId, listOwnSubIds } from '../../registrations/sub-ids/list-own-sub-ids.ts';
import { makeSubId } from '../../registrations/sub-ids/make-sub-id.ts';
import { sendSubIdLink } from '../../registrations/sub-ids/send-sub-id-link.ts';
import { ctxOf, type Env } from '../request.ts';
import { instant, json, onceHeaders, refusals } from './answers.ts';
import { example } from './examples.ts';

const tags = ['Sub IDs'];
const made = { from: 'makeSubId', at: 'accountId' };

const Holder = {
  nameJa: z.string().max(60),
  nameEn: z.string().max(60).openapi({ description: 'In Latin letters.' }),
  mail: z.string().max(200).openapi({ description: 'The link with which its holder chooses a password goes there.' }),
  agentNumber: z.string().max(agentNumberLength).optional().openapi({
    description:
      'The trade registration number of the agent (代行業者) whose clerk will hold it; empty or left out: somebody of the own firm.',
  }),
};
const Limits = {
  may: z.array(z.enum(subMays)).openapi({ description: 'Besides preparing and printing: submit and withdraw; pay.' }),
  validUntil: z.iso.date().nullable().openapi({ description: 'Last day of its use in Japan; null: no end.' }),
};

const SubId = z
  .object({
    accountId: z.uuid(),
    id: z.string().openapi({ description: 'What its holder signs in with, `U0001-01`. The mail does not say it.' }),
    ...{ nameJa: z.string(), nameEn: z.string(), mail: z.string() },
    agent: z
      .object({
        ...{ registrationId: z.uuid(), registrationNumber: z.string(), nameJa: z.string(), nameEn: z.string() },
        usable: z
          .boolean()
          .openapi({ description: 'It is registered as agent today; else its sub IDs cannot be used.' }),
      })
      .nullable()
      .openapi({ description: 'The agent (代行業者) whose clerk holds it; null: somebody of the firm.' }),
    status: z.enum(['active', 'ended']),
    ...Limits,
    hasPassword: z.boolean().openapi({ description: 'Its holder has chosen one.' }),
    linkUntil: instant('Until when the link to choose one works.').nullable(),
    lastSignIn: instant('The last sign-in.').nullable(),
    applications: z.number().int().openapi({ description: 'How many are made under it.' }),
  })
  .openapi('SubId');

const agentShown = ({ holder }: FirmSubId): z.infer<typeof SubId>['agent'] => {
  if (holder === null) return null;
  const { number: registrationNumber, ...agent } = holder;
  return { ...agent, registrationNumber };
};

const shown = (row: FirmSubId): z.infer<typeof SubId> => ({
  ...{ accountId: row.accountId, id: row.loginId, nameJa: row.nameJa, nameEn: row.nameEn, mail: row.mail },
  agent: agentShown(row),
  ...{ status: row.status, may: [...row.may], validUntil: row.validUntil, hasPassword: row.hasPassword },
  ...{ linkUntil: row.linkUntil?.toISOString() ?? null, lastSignIn: row.lastSignIn?.toISOString() ?? null },
  applications: row.cases,
});

const body = <T extends z.ZodType>(schema: T) => ({
  body: { required: true, content: { 'application/json': { schema } } },
});
const ofSubId = z.object({ id: z.string().openapi({ description: 'Its `accountId`.' }) });
const ofAgent = z.object({ id: z.string().openapi({ description: 'The `registrationId` of the `agent`.' }) });
const clerk = { nameJa: '見本 三郎', nameEn: 'Saburo Mihon', mail: 'saburo@mihon.example' };

const list = createRoute({
  ...{ method: 'get', path: '/sub-ids', operationId: 'listSubIds', tags, summary: 'The sub IDs of this signatory' },
  ...example({ order: 8805, as: 'user', status: 200 }),
  responses: {
    200: json(
      'Those in use first; at most 500, `total` counts all',
      z.object({
        subIds: z.array(SubId),
        total: z.number().int(),
        releaseRequired: z
          .boolean()
          .openapi({ description: 'The firm wants the signatory’s release of what they prepare.' }),
      }),
    ),
    ...refusals(403),
  },
});

const make = createRoute({
  ...{ method: 'post', path: '/sub-ids', operationId: 'makeSubId', tags, summary: 'Make a sub ID' },
  description: 'Its holder is mailed a link to choose a password. The ID stands in no mail: tell it yourself.',
  ...example({
    ...{ order: 8800, as: 'user', status: 201 },
    body: { json: { ...clerk, may: ['submit', 'pay'], validUntil: null } },
  }),
  request: { headers: onceHeaders, ...body(z.strictObject({ ...Holder, ...Limits })) },
  responses: { 201: json('Made', SubId), ...refusals(403, 409, 422) },
});

const limit = createRoute({
  ...{ method: 'put', path: '/sub-ids/{id}/limits', operationId: 'limitSubId', tags },
  summary: 'What it may do from now on, and until when',
  ...example({
    ...{ order: 8810, as: 'user', path: { id: made }, status: 200 },
    body: { json: { may: ['submit'], validUntil: null } },
  }),
  request: { params: ofSubId, headers: onceHeaders, ...body(z.strictObject(Limits)) },
  responses: { 200: json('As it is now', SubId), ...refusals(403, 404, 409, 422) },
});

const link = createRoute({
  ...{ method: 'post', path: '/sub-ids/{id}/link', operationId: 'sendSubIdLink', tags },
  summary: 'Mail the first link once more, while its holder has no password',
  ...example({ order: 8815, as: 'user', path: { id: made }, status: 204 }),
  request: { params: ofSubId, headers: onceHeaders },
  responses: { 204: { description: 'Mailed; the link before no longer works' }, ...refusals(403, 404, 409, 422) },
});

const handOver = createRoute({
  ...{ method: 'post', path: '/sub-ids/{id}/hand-over', operationId: 'handOverSubId', tags },
  summary: 'Another person goes on with its work, under a new sub ID; the old one ends',
  ...example({
    ...{ order: 8820, as: 'user', path: { id: made }, status: 201 },
    body: { json: { ...clerk, nameJa: '見本 四郎', nameEn: 'Shiro Mihon' } },
  }),
  request: { params: ofSubId, headers: onceHeaders, ...body(z.strictObject(Holder)) },
  responses: {
    201: json(
      'The new sub ID, with the same limits',
      SubId.extend({ moved: z.number().int().openapi({ description: 'How many applications went over to it.' }) }),
    ),
    ...refusals(403, 404, 409, 422),
  },
});

const end = createRoute({
  ...{ method: 'post', path: '/sub-ids/{id}/end', operationId: 'endSubId', tags, summary: 'End it for good' },
  ...example({
    ...{ order: 8825, as: 'user', path: { id: { from: 'handOverSubId', at: 'accountId' } }, status: 204 },
  }),
  request: { params: ofSubId, headers: onceHeaders },
  responses: {
    204: { description: 'Ended: signed out, its keys revoked. What was made with it stays the signatory’s.' },
    ...refusals(403, 404, 409, 422),
  },
});

const endAgency = createRoute({
  ...{ method: 'post', path: '/sub-ids/agents/{id}/end', operationId: 'endSubIdsOfAgent', tags },
  summary: 'End all that clerks of one agent hold, at once',
  description: 'All of them or none. What was made with them and its history stay the signatory’s.',
  ...example({ order: 8830, as: 'user', path: { id: '00000000-0000-7000-8000-000000000000' }, status: 404 }),
  request: { params: ofAgent, headers: onceHeaders },
  responses: {
    200: json('Those that have ended', z.object({ ended: z.array(z.object({ accountId: z.uuid(), id: z.string() })) })),
    ...refusals(403, 404, 409, 422),
  },
});

export function addSubIdRoutes(api: OpenAPIHono<Env>): void {
  api.openapi(list, async (c) => {
    const { rows, total, releaseRequired } = await listOwnSubIds(ctxOf(c));
    return c.json({ subIds: rows.map(shown), total, releaseRequired }, 200);
  });
  api.openapi(make, async (c) => {
    const { accountId } = await makeSubId(ctxOf(c), c.req.valid('json'));
    return c.json(shown(await getOwnSubId(ctxOf(c), accountId)), 201);
  });
  api.openapi(limit, async (c) => {
    const accountId = c.req.valid('param').id;
    await limitSubId(ctxOf(c), { ...c.req.valid('json'), accountId });
    return c.json(shown(await getOwnSubId(ctxOf(c), accountId)), 200);
  });
  api.openapi(link, async (c) => {
    await sendSubIdLink(ctxOf(c), { accountId: c.req.valid('param').id });
    return c.body(null, 204);
  });
  api.openapi(handOver, async (c) => {
    const { account, cases } = await handOverSubId(ctxOf(c), {
      ...c.req.valid('json'),
      accountId: c.req.valid('param').id,
    });
    return c.json({ ...shown(await getOwnSubId(ctxOf(c), account.accountId)), moved: cases }, 201);
  });
  api.openapi(end, async (c) => {
    await endSubId(ctxOf(c), { accountId: c.req.valid('param').id });
    return c.body(null, 204);
  });
  api.openapi(endAgency, async (c) => {
    const ended = await endSubIdsOfAgent(ctxOf(c), { agentRegistrationId: c.req.valid('param').id });
    return c.json({ ended: ended.map(({ accountId, loginId }) => ({ accountId, id: loginId })) }, 200);
  });
}
