// Every route of the app with the act that it asks. A route without a row fails test/rights/route-table.test.ts.
import { apiRoutes } from './api-routes.ts';
import { deskRoutes, openRoutes } from './desk-routes.ts';
import { firmRoutes } from './firm-routes.ts';
import { registrationDeskRoutes } from './registration-desk-routes.ts';
import { registrationRoutes } from './registration-routes.ts';
import type { Rows } from './row.ts';

export const routeTable: Rows = {
  ...openRoutes,
  ...deskRoutes,
  ...firmRoutes,
  ...registrationRoutes,
  ...apiRoutes,
  ...registrationDeskRoutes,
};

/** `GET /applications/:id` of every route as the app's own router has it; what stands before others only is left out. */
export function routesOf(app: { routes: readonly { method: string; path: string }[] }): string[] {
  const answering = app.routes.filter(({ method }) => method !== 'ALL');
  const paths = new Set(answering.map(({ path }) => path));
  const alone = app.routes.filter(({ method, path }) => method === 'ALL' && !path.endsWith('*') && !paths.has(path));
  return [...new Set([...answering, ...alone].map(({ method, path }) => `${method} ${path}`))].sort();
}

/** What is wrong between the two, in words that say what to do. */
export function tableProblems(routes: readonly string[], table: Rows): string[] {
  return [
    ...routes
      .filter((route) => !(route in table))
      .map(
        (route) =>
          `${route} has no row. Add one to test/rights/*-routes.ts: which act of src/accounts/rights.ts it asks.`,
      ),
    ...Object.keys(table)
      .filter((route) => !routes.includes(route))
      .map(
        (route) => `${route} has a row in test/rights/*-routes.ts, and the app has no such route. Take the row out.`,
      ),
  ];
}
