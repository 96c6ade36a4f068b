// What a signatory's first page says: how many applications there are in which state, and when the chamber examines.
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { applicationStatuses } from '../../applications/lifecycle.ts';
import { countApplications } from '../../applications/read.ts';
import { deskWindows, isDeskOpen, nextDeskOpening } from '../../chambers/calendar.ts';
import { loadCalendar } from '../../chambers/calendar-store.ts';
import { dayInJapan } from '../../lib/clock.ts';
import { inChamber } from '../../lib/db.ts';
import { ctxOf, type Env } from '../request.ts';
import { instant, json, refusals } from './answers.ts';
import { Status } from './application-schemas.ts';
import { example } from './examples.ts';

const counts = createRoute({
  ...{ method: 'get', path: '/counts', operationId: 'countApplications', tags: ['Applications'] },
  summary: 'How many applications of this signatory are in which state',
  ...example({ order: 105, as: 'user', status: 200 }),
  responses: {
    200: json('Every state, also those in which there is none', z.record(Status, z.number().int())),
    ...refusals(403),
  },
});

const hours = createRoute({
  ...{ method: 'get', path: '/desk-hours', operationId: 'getDeskHours', tags: ['Applications'] },
  summary: 'Whether the chamber examines now, and when it begins',
  description: 'Nothing is refused outside these hours: what is sent then is examined when the desk opens.',
  ...example({ order: 305, as: 'user', status: 200 }),
  responses: {
    200: json(
      'At this moment',
      z.object({
        open: z.boolean(),
        nextOpening: instant('When it begins; now, when it is open.'),
        today: z
          .array(z.object({ opens: instant('From then.'), closes: instant('Until just before.') }))
          .openapi({ description: 'Of today in Japan; none on a closed day.' }),
      }),
    ),
    ...refusals(),
  },
});

export function addOverviewRoutes(api: OpenAPIHono<Env>): void {
  api.openapi(counts, async (c) => {
    const found = await countApplications(ctxOf(c));
    const all = applicationStatuses.map((status) => [status, found.get(status) ?? 0] as const);
    return c.json(Object.fromEntries(all) as Record<(typeof applicationStatuses)[number], number>, 200);
  });
  api.openapi(hours, async (c) => {
    const { db, actor, now } = ctxOf(c);
    const calendar = await inChamber(db, actor.chamberId, (trx) => loadCalendar(trx, actor.chamberId, now));
    const today = deskWindows(dayInJapan(now), calendar);
    return c.json(
      {
        open: isDeskOpen(now, calendar),
        nextOpening: nextDeskOpening(now, calendar).toISOString(),
        today: today.map(({ opens, closes }) => ({ opens: opens.toISOString(), closes: closes.toISOString() })),
      },
      200,
    );
  });
}
