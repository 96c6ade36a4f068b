// The signatory's screens of an application but those of its boxes, goods and attachments.
import { Hono } from 'hono';
import type { Env } from '../request.ts';
import { applicationOverviewScreens } from './applications/application-overview.tsx';
import { applicationListScreens } from './applications/applications.tsx';
import { withdrawApplicationScreens } from './applications/withdraw-application.tsx';
import { previewScreens } from './draft/preview.ts';
import { requestSheetScreens } from './draft/request-sheet.tsx';
import { startApplicationScreens } from './draft/start-application.tsx';
import { releaseScreens } from './release/release-screens.ts';
import { reviewScreens } from './review/review.tsx';

export const firmScreens = new Hono<Env>();

firmScreens.route('/', applicationListScreens);
// Before the overview, whose `/applications/:id` would take `/applications/new` and `/applications/to-release`.
firmScreens.route('/', startApplicationScreens);
firmScreens.route('/', releaseScreens);
firmScreens.route('/', applicationOverviewScreens);
firmScreens.route('/', requestSheetScreens);
firmScreens.route('/', reviewScreens);
firmScreens.route('/', previewScreens);
firmScreens.route('/', withdrawApplicationScreens);
