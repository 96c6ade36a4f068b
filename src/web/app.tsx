// The pages and the API as one app: `fetch(request)` in, answer out. It listens to nothing: `main` does.
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { Refusal } from '../lib/refusal.ts';
import { apiKeyScreens } from './account/api-keys.tsx';
import { clientScreens } from './account/clients.tsx';
import { passwordScreens } from './account/passwords.ts';
import { askProof, proveScreens } from './account/prove.tsx';
import { secondFactorScreens } from './account/second-factor.tsx';
import { sessionScreens } from './account/sessions.tsx';
import { buildApi } from './api/api.ts';
import { problemResponse } from './api/problem.ts';
import { assets } from './assets.ts';
import { deskScreens } from './chamber/desk-screens.ts';
import { registrationDeskScreens } from './chamber/registrations/registration-desk-screens.ts';
import { errorPage, errorStatus } from './errors.tsx';
import type { ErrorCode } from './errors-words.ts';
import { administratorScreens } from './firm/administrator/administrator-screens.ts';
import { boxesScreens } from './firm/boxes/boxes.tsx';
import { evidenceScreens } from './firm/evidence/evidence.tsx';
import { firmScreens } from './firm/firm-screens.ts';
import { goodsScreens } from './firm/goods/goods.tsx';
import { payAndPrintScreens } from './firm/payments/pay-and-print-screens.ts';
import { registrationFormScreens } from './firm/registration-form/registration-form-screens.ts';
import { subIdScreens } from './firm/sub-ids/sub-id-screens.ts';
import { frameOf } from './frame.ts';
import { gatewayRoutes } from './gateway.ts';
import { homeScreens } from './home.tsx';
import { entry, whoComes } from './middleware/entry.ts';
import { keepTyped } from './middleware/keep-typed.ts';
import { neverStored, sameOrigin, securityHeaders } from './middleware/security.ts';
import { pageFormsOf } from './page-forms.ts';
import { paths } from './paths.ts';
import { environmentScreens } from './public/environment.tsx';
import { referenceScreens } from './public/reference.tsx';
import { registrationScreens } from './public/registration/registration-screens.ts';
import { secondStepScreens } from './public/second-step.tsx';
import { signInScreens } from './public/sign-in.tsx';
import { type Deps, type Env, pathOf, type Req } from './request.ts';
import { page } from './ui/layout.tsx';

export type App = Hono<Env>;

/** A form without files; screens that take files set their own. */
const formLimit = 1_000_000;
const takesFiles =
  /^\/applications\/[^/]+\/(?:evidence|goods\/upload|goods\/lines)$|^\/registration\/forms\/[^/]+\/(?:papers|signatories\/[^/]+\/signature)$|^\/desk\/register\/import$|^\/api\/v1\//;

export function buildApp(deps: Deps): App {
  const app = new Hono<Env>();
  app.use(entry(deps));
  app.use(securityHeaders(deps.base, deps.cardPages));
  app.route('/assets', assets(deps.root));
  app.get('/favicon.ico', (c) => c.redirect('/assets/favicon.svg', 301));
  app.get(paths.health, (c) => c.text('ok'));

  app.use(neverStored);
  const limitForms = bodyLimit({
    maxSize: formLimit,
    onError: () => {
      throw new Refusal('too_large');
    },
  });
  app.use((c, next) => (takesFiles.test(c.req.path) ? next() : limitForms(c, next)));
  app.route('/api/v1', buildApi(deps));

  app.route('/', gatewayRoutes);

  // Before the guard and the session: a check changes nothing, so it may come from anywhere and is nobody's.
  app.route('/', referenceScreens(deps));

  app.use(sameOrigin(deps.base));
  app.use(whoComes);
  const findPageForm = pageFormsOf(app);
  app.use(keepTyped({ find: findPageForm, limit: formLimit, isLimited: (path) => !takesFiles.test(path) }));
  app.route('/', signInScreens(findPageForm));
  app.route('/', secondStepScreens(findPageForm));
  app.route('/', proveScreens(findPageForm));
  app.route('/', environmentScreens);
  app.route('/', homeScreens);
  app.route('/', sessionScreens);
  app.route('/', passwordScreens);
  app.route('/', secondFactorScreens);
  app.route('/', apiKeyScreens);
  app.route('/', deskScreens);
  app.route('/', registrationDeskScreens);
  app.route('/', firmScreens);
  app.route('/', goodsScreens);
  app.route('/', boxesScreens);
  app.route('/', evidenceScreens);
  app.route('/', payAndPrintScreens);
  app.route('/', subIdScreens);
  app.route('/', clientScreens);
  app.route('/', administratorScreens);
  app.route('/', registrationFormScreens);
  // After all others below /registration: `/registration/:chamber` would take them for a chamber.
  app.route('/', registrationScreens);

  app.notFound((c) => failed(c, 'not_found'));
  app.onError(async (error, c) => {
    if (error instanceof Refusal) {
      const asked = isProofAsked(c, error) ? await askProof(c, { find: findPageForm, limit: formLimit }) : undefined;
      return asked ?? failed(c, error.code, error);
    }
    deps.log.error('a request failed', error, { request: c.var.requestId, method: c.req.method });
    return failed(c, 'internal');
  });
  return app;
}

const isProofAsked = (c: Req, { code }: Refusal): boolean => code === 'proof_needed' && !c.req.path.startsWith('/api/');

/** A program gets problem+json, a person a page; who only has to sign in is led there and comes back. */
function failed(c: Req, code: ErrorCode, refusal?: Refusal): Response | Promise<Response> {
  if (c.req.path.startsWith('/api/')) return problemResponse(c, code, refusal);
  if (code === 'not_signed_in' && c.req.method === 'GET') {
    const back = pathOf(c);
    const query = back === paths.home ? '' : `?ended&back=${encodeURIComponent(back)}`;
    return c.redirect(`${paths.signIn}${query}`, 303);
  }
  if (refusal?.retryAfterSeconds !== undefined) c.header('retry-after', String(refusal.retryAfterSeconds));
  const { retryAfterSeconds, fields } = refusal ?? {};
  return c.html(
    page(errorPage({ ...frameOf(c), code, requestId: c.var.requestId, problems: fields, retryAfterSeconds })),
    errorStatus[code],
  );
}
