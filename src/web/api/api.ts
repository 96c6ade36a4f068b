// /api/v1: everything that a person does on a page, a program does here, by the same deeds. Bearer keys only: no cookie
// is read, so that no other site can act through somebody's browser.
import { OpenAPIHono } from '@hono/zod-openapi';
import { findActorByKey } from '../../accounts/api-keys.ts';
import { getChamber } from '../../chambers/store.ts';
import { inInstallation } from '../../lib/db.ts';
import { Refusal } from '../../lib/refusal.ts';
import type { Deps, Env } from '../request.ts';
import { addAccountRoutes } from './account-routes.ts';
import { problemResponse } from './problem.ts';

export type Api = OpenAPIHono<Env>;

export function buildApi(deps: Deps): Api {
  const api: Api = new OpenAPIHono<Env>({
    defaultHook: (result) => {
      if (result.success) return;
      throw new Refusal('invalid', {
        fields: result.error.issues.map(({ path, message }) => ({
          ...{ field: path.join('.'), en: message },
          ja: `${path.join('.')} の値がAPIの説明に合っていません。(${message})`,
        })),
      });
    },
  });
  api.use(async (c, next) => {
    const key = /^Bearer ([\x21-\x7e]+)$/.exec(c.req.header('authorization') ?? '')?.[1];
    const actor = key ? await findActorByKey(deps.db, key) : undefined;
    c.set('actor', actor);
    if (actor) c.set('chamber', await inInstallation(deps.db, (trx) => getChamber(trx, actor.chamberId)));
    await next();
  });
  api.openAPIRegistry.registerComponent('securitySchemes', 'key', { type: 'http', scheme: 'bearer' });
  addAccountRoutes(api);
  api.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Hakkyu (発給)',
      version: '1',
      description:
        'Trade certificates of chambers of commerce. Make a bearer key on the page "API keys"; it has the rights of your ID. ' +
        'Errors are application/problem+json with a stable `code`. `x-example` says in which order the examples can be run, ' +
        'as which of the demo accounts, and where their values come from.',
    },
    servers: [{ url: `${deps.base}/api/v1` }],
    security: [{ key: [] }],
  });
  api.notFound((c) => problemResponse(c, 'not_found'));
  return api;
}
