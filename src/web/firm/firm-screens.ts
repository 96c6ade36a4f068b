// The signatory's screens of an application but those of its boxes, goods and attachments.
import { Hono } from 'hono';
import type { Env } from '../request.ts';
import { applicationOverviewScreens } from './application-overview.tsx';
import { applicationListScreens } from './applications.tsx';
import { previewScreens } from './preview.ts';
import { requestSheetScreens } from './request-sheet.tsx';
import { reviewScreens } from './review.tsx';
import { startApplicationScreens } from './start-application.tsx';
import { withdrawApplicationScreens } from './withdraw-application.tsx';

export const firmScreens = new Hono<Env>();

firmScreens.route('/', applicationListScreens);
// Before the overview, whose `/applications/:id` would take `/applications/new`.
firmScreens.route('/', startApplicationScreens);
firmScreens.route('/', applicationOverviewScreens);
firmScreens.route('/', requestSheetScreens);
firmScreens.route('/', reviewScreens);
firmScreens.route('/', previewScreens);
firmScreens.route('/', withdrawApplicationScreens);
