// Characters that cannot be printed and have a plain meaning (`Ａ`, `–`): what would be put for them, and have it put.

import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { originKinds } from '../../applications/forms/forms.ts';
import { mendCharacters } from '../../applications/forms/origin/rules/mend-characters.ts';
import { readOfKind } from '../../applications/read.ts';
import { changeContent } from '../../applications/save.ts';
import { ctxOf, type Env } from '../request.ts';
import { etagHeader, json, ofApplication, refusals, versionedHeaders } from './answers.ts';
import { Saved, savedShown } from './application-schemas.ts';
import { started } from './applications-routes.ts';
import { example } from './examples.ts';
import { etagOf, ifMatchOf } from './preconditions.ts';

const tags = ['Applications'];

const look = createRoute({
  ...{ method: 'get', path: '/applications/{id}/mend', operationId: 'listMends', tags },
  summary: 'What could be put for characters that cannot be printed',
  ...example({ order: 182, as: 'user', path: { id: started }, status: 200 }),
  request: { params: ofApplication },
  responses: {
    200: {
      ...json(
        'None: all can be printed, or a person has to look; see `listFindings`',
        z.object({
          changes: z.array(
            z.object({
              path: z.string().openapi({ description: 'Into the content; counts from 0: `goods.12.description`.' }),
              before: z.string(),
              after: z.string(),
            }),
          ),
        }),
      ),
      headers: etagHeader,
    },
    ...refusals(403, 404),
  },
});

const mend = createRoute({
  ...{ method: 'post', path: '/applications/{id}/mend', operationId: 'mendCharacters', tags },
  summary: 'Put them, everywhere at once',
  ...example({
    ...{ order: 184, as: 'user', path: { id: started }, status: 200 },
    headers: { 'If-Match': { from: 'listMends', header: 'etag' } },
  }),
  request: { params: ofApplication, headers: versionedHeaders },
  responses: { 200: { ...json('Saved', Saved), headers: etagHeader }, ...refusals(403, 404, 409, 422) },
});

export function addMendRoutes(api: OpenAPIHono<Env>): void {
  api.openapi(look, async (c) => {
    const { application } = await readOfKind(ctxOf(c), originKinds, c.req.valid('param').id);
    c.header('etag', etagOf(application.version));
    return c.json({ changes: mendCharacters(application.content).changes }, 200);
  });
  api.openapi(mend, async (c) => {
    const of = { applicationId: c.req.valid('param').id, kinds: originKinds, ...ifMatchOf(c, 'required') };
    const saved = await changeContent(ctxOf(c), of, (content) => mendCharacters(content).content);
    c.header('etag', etagOf(saved.version));
    return c.json(savedShown(saved), 200);
  });
}
