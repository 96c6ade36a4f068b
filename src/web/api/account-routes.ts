import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { keyRights, rights, roles } from '../../accounts/account.ts';
import { listApiKeys, revokeApiKey } from '../../accounts/api-keys.ts';
import { endAllSessions, endSession, listSessions } from '../../accounts/sessions.ts';
import { Refusal } from '../../lib/refusal.ts';
import { ctxOf, type Env } from '../request.ts';
import { json, onceHeaders, problem, refusals } from './answers.ts';
import { example } from './examples.ts';

const Me = z
  .object({
    chamber: z.object({ code: z.string(), nameJa: z.string(), nameEn: z.string(), cityEn: z.string() }),
    id: z.string(),
    role: z.enum(roles),
    nameJa: z.string(),
    nameEn: z.string(),
    rights: z.array(z.enum(rights)).openapi({ description: 'What this key may do.' }),
  })
  .openapi('Me');

const Session = z
  .object({
    sessionId: z.uuid(),
    browser: z.string(),
    address: z.string(),
    startedAt: z.iso.datetime(),
    lastSeenAt: z.iso.datetime(),
  })
  .openapi('Session');

const ApiKey = z
  .object({
    apiKeyId: z.uuid(),
    name: z.string(),
    hint: z.string(),
    may: z.array(z.enum(keyRights)),
    status: z.enum(['active', 'revoked']),
    createdAt: z.iso.datetime(),
  })
  .openapi('ApiKey');

const notSignedIn = refusals();

const me = createRoute({
  ...{ method: 'get', path: '/me', operationId: 'me', summary: 'Who this key is' },
  ...example({ order: 10, as: 'user', status: 200 }),
  responses: { 200: json('The ID and what it may do', Me), ...notSignedIn },
});
const sessions = createRoute({
  ...{ method: 'get', path: '/sessions', operationId: 'listSessions', summary: 'Browsers signed in with this ID' },
  ...example({ order: 20, as: 'user', status: 200 }),
  responses: { 200: json('Newest first', z.object({ sessions: z.array(Session) })), ...notSignedIn },
});
const endOne = createRoute({
  ...{ method: 'delete', path: '/sessions/{sessionId}', operationId: 'endSession', summary: 'Sign one browser out' },
  ...example({ order: 30, as: 'user', path: { sessionId: '00000000-0000-7000-8000-000000000000' }, status: 404 }),
  request: { params: z.object({ sessionId: z.string() }), headers: onceHeaders },
  responses: { 204: { description: 'Signed out' }, 404: problem('Not a session of this ID'), ...notSignedIn },
});
const endAll = createRoute({
  ...{ method: 'delete', path: '/sessions', operationId: 'endAllSessions', summary: 'Sign out everywhere' },
  ...example({ order: 40, as: 'user', status: 200 }),
  request: { headers: onceHeaders },
  responses: { 200: json('How many sessions ended', z.object({ ended: z.number().int() })), ...notSignedIn },
});
const keys = createRoute({
  ...{ method: 'get', path: '/api-keys', operationId: 'listApiKeys', summary: 'The keys of this ID' },
  ...example({ order: 50, as: 'user', status: 200 }),
  responses: { 200: json('Newest first', z.object({ apiKeys: z.array(ApiKey) })), ...notSignedIn },
});
const revoke = createRoute({
  ...{
    method: 'post',
    path: '/api-keys/{apiKeyId}/revoke',
    operationId: 'revokeApiKey',
    summary: 'Revoke a key for good',
  },
  ...example({
    order: 9000,
    as: 'user',
    path: { apiKeyId: { from: 'listApiKeys', at: 'apiKeys.0.apiKeyId' } },
    status: 204,
  }),
  request: { params: z.object({ apiKeyId: z.string() }), headers: onceHeaders },
  responses: {
    204: { description: 'Revoked' },
    404: problem('Not a key of this ID'),
    409: problem('It is revoked already (`conflict`)'),
    ...notSignedIn,
  },
});

/** What belongs to whoever comes: the ID itself, its sessions, its keys. New keys are made by a person, on the page. */
export function addAccountRoutes(api: OpenAPIHono<Env>): void {
  api.openapi(me, (c) => {
    const { actor } = ctxOf(c);
    const { chamber } = c.var;
    if (!chamber) throw new Refusal('not_signed_in');
    const { chamberId: code, nameJa, nameEn, cityEn } = chamber;
    return c.json(
      {
        ...{ chamber: { code, nameJa, nameEn, cityEn }, id: actor.loginId, role: actor.role },
        ...{ nameJa: actor.nameJa, nameEn: actor.nameEn, rights: [...actor.rights] },
      },
      200,
    );
  });
  api.openapi(sessions, async (c) => {
    const found = await listSessions(ctxOf(c));
    const shown = found.map(({ sessionId, browser, address, startedAt, lastSeenAt }) => ({
      ...{ sessionId, browser, address, startedAt: startedAt.toISOString(), lastSeenAt: lastSeenAt.toISOString() },
    }));
    return c.json({ sessions: shown }, 200);
  });
  api.openapi(endOne, async (c) => {
    await endSession(ctxOf(c), c.req.valid('param').sessionId);
    return c.body(null, 204);
  });
  api.openapi(endAll, async (c) => c.json({ ended: await endAllSessions(ctxOf(c)) }, 200));
  api.openapi(keys, async (c) => {
    const found = await listApiKeys(ctxOf(c));
    const shown = found.map(({ apiKeyId, name, hint, may, status, createdAt }) => ({
      ...{ apiKeyId, name, hint, may: [...may], status, createdAt: createdAt.toISOString() },
    }));
    return c.json({ apiKeys: shown }, 200);
  });
  api.openapi(revoke, async (c) => {
    await revokeApiKey(ctxOf(c), c.req.valid('param').apiKeyId);
    return c.body(null, 204);
  });
}
