// /api/v1: everything that a person does on a page, a program does here, by the same deeds. Bearer keys only: no cookie
// is read, so that no other site can act through somebody's browser.
import { OpenAPIHono } from '@hono/zod-openapi';
import { findActorByKey } from '../../accounts/api-keys.ts';
import { getChamber } from '../../chambers/store.ts';
import { inInstallation } from '../../lib/db.ts';
import { Refusal } from '../../lib/refusal.ts';
import type { Deps, Env } from '../request.ts';
import { addAccountRoutes } from './account-routes.ts';
import { addAdministratorRoutes } from './administrator-routes.ts';
import { addApplicationSteps } from './application-steps-routes.ts';
import { addApplicationRoutes } from './applications-routes.ts';
import { readableBody } from './body.ts';
import { addChoicesRoutes } from './choices-routes.ts';
import { addDeskFollowUp } from './desk-follow-up-routes.ts';
import { addDeskRoutes } from './desk-routes.ts';
import { addDeskSteps } from './desk-steps-routes.ts';
import { addEvidenceRoutes } from './evidence-routes.ts';
import { exampleText } from './examples.ts';
import { addGoodsFileRoutes } from './goods-files-routes.ts';
import { addGoodsRoutes } from './goods-routes.ts';
import { idempotent } from './idempotency.ts';
import { addMendRoutes } from './mend-routes.ts';
import { addMismatchRoutes } from './mismatch-routes.ts';
import { addOverviewRoutes } from './overview-routes.ts';
import { addPaymentRoutes } from './payment-routes.ts';
import { addPreviewRoutes } from './preview-routes.ts';
import { addPrintRoutes } from './print-routes.ts';
import { addProcedureRoutes } from './procedure-routes.ts';
import { addReferenceRoutes } from './reference-routes.ts';
import { addRegisterRoutes } from './register-routes.ts';
import { addRegistrationDeskRoutes } from './registration-desk-routes.ts';
import { addRegistrationFeeRoutes } from './registration-fee-routes.ts';
import { addBlankLetterRoute, addReissueRoutes } from './reissue-routes.ts';
import { addSanctionRoutes } from './sanction-routes.ts';
import { addSignatureRoutes } from './signature-routes.ts';
import { addSubIdRoutes } from './sub-ids-routes.ts';

export type Api = OpenAPIHono<Env>;

/** Five thousand lines with the same slip are mended once. */
const maxFields = 100;

const description = [
  'Trade certificates of chambers of commerce. Make a bearer key on the page "API keys"; it has the rights of your ID. ' +
    'Keys of a firm use the operations without `/desk`, keys of the chamber those below it. `checkCertificate` needs none.',
  'Errors are application/problem+json with a stable `code`; `fields` name the places in the input, in Japanese and ' +
    'English. Times are UTC; a day (`YYYY-MM-DD`) is a day in Japan.',
  '**Versions.** What is typed into an application has a version, given as `ETag`. A write says in `If-Match` which one it ' +
    'has seen. If somebody else saved first, the answer is 409 `conflict`, as for every other "somebody was first" in this ' +
    'API (not 412), and nothing is changed: read again. A write without `If-Match` where it is required is 422 `invalid`.',
  '**Sending again.** Give each POST, PUT, PATCH and DELETE an `Idempotency-Key` (but `checkCertificate`, which changes ' +
    'nothing: `x-reads-only`). The first answer, a refusal too, is kept ' +
    'for your ID for at least 24 hours and is given again, with `Idempotent-Replayed: true`, to the same request with the ' +
    'same key: same method, address, If-Match and content (of a multipart form the parts count, not the boundary). Another ' +
    'request with that key is 422 `invalid`. While the first is still running, 409 `conflict` with `Retry-After`. Answers ' +
    '413, 429 and 5xx are not kept, nor is 401 or a body that cannot be read: send the same again. If our server ends in ' +
    'the middle, the key answers 409 for ten minutes; then the request is carried out anew. It may have been carried out ' +
    'before: steps (submit, withdraw, certify and so on) and writes with If-Match then answer 409 `conflict`, so read the ' +
    'application; a draft that was begun or a file that was attached may be there twice, and one can be withdrawn or removed.',
  exampleText,
].join('\n\n');

export function buildApi(deps: Deps): Api {
  const api: Api = new OpenAPIHono<Env>({
    defaultHook: (result) => {
      if (result.success) return;
      throw new Refusal('invalid', {
        fields: result.error.issues.slice(0, maxFields).map(({ path, message }) => ({
          ...{ field: path.join('.'), en: message },
          ja: `${path.join('.') || '本文'} の値がAPIの説明に合っていません。(${message})`,
        })),
      });
    },
  });
  // Before the key and the Idempotency-Key: who holds a paper has no key, and asking changes nothing.
  addReferenceRoutes(api, deps.db);
  addBlankLetterRoute(api);
  api.use(async (c, next) => {
    const key = /^Bearer ([\x21-\x7e]+)$/.exec(c.req.header('authorization') ?? '')?.[1];
    const actor = key ? await findActorByKey(deps.db, key) : undefined;
    c.set('actor', actor);
    if (actor) c.set('chamber', await inInstallation(deps.db, (trx) => getChamber(trx, actor.chamberId)));
    await next();
  });
  api.use(readableBody, idempotent);
  api.openAPIRegistry.registerComponent('securitySchemes', 'key', { type: 'http', scheme: 'bearer' });
  addAccountRoutes(api);
  addOverviewRoutes(api);
  addChoicesRoutes(api);
  addApplicationRoutes(api);
  addGoodsRoutes(api);
  addGoodsFileRoutes(api);
  addMendRoutes(api);
  addEvidenceRoutes(api);
  addPreviewRoutes(api);
  addApplicationSteps(api);
  addDeskRoutes(api);
  addDeskSteps(api);
  addDeskFollowUp(api);
  addMismatchRoutes(api);
  addPaymentRoutes(api);
  addPrintRoutes(api);
  addSubIdRoutes(api);
  addAdministratorRoutes(api);
  addRegistrationDeskRoutes(api);
  addRegistrationFeeRoutes(api);
  addRegisterRoutes(api);
  addSanctionRoutes(api);
  addReissueRoutes(api);
  addProcedureRoutes(api);
  addSignatureRoutes(api);
  api.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Hakkyu (発給)',
      version: '1',
      description,
    },
    servers: [{ url: `${deps.base}/api/v1` }],
    security: [{ key: [] }],
  });
  // Last of all. What the API does not know must not reach the pages below it.
  api.all('*', () => {
    throw new Refusal('not_found');
  });
  return api;
}
