// The files that pages need: public/, the design tokens, the built islands. The same for everybody, kept by caches.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { etag } from 'hono/etag';

const tokensFile = createRequire(import.meta.url).resolve('@digital-go-jp/design-tokens/dist/tokens.css');

/** @param root the checkout */
export function assets(root: string): Hono {
  const app = new Hono();
  app.use(etag());
  app.use(async (c, next) => {
    await next();
    if (c.res.ok || c.res.status === 304) c.header('cache-control', 'public, max-age=300');
  });
  app.get('/tokens.css', serveStatic({ root: dirname(tokensFile), path: 'tokens.css' }));
  app.get(
    '/islands/*',
    serveStatic({
      root: join(root, 'dist', 'islands'),
      rewriteRequestPath: (path) => path.replace('/assets/islands', ''),
    }),
  );
  app.get('/*', serveStatic({ root: join(root, 'public'), rewriteRequestPath: (path) => path.replace('/assets', '') }));
  return app;
}
