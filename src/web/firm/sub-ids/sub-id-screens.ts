// サブID, for the signatory who makes them.
import { Hono } from 'hono';
import type { Env } from '../../request.ts';
import { endAgencyScreens } from './end-agency.tsx';
import { endSubIdScreens } from './end-sub-id.tsx';
import { handOverSubIdScreens } from './hand-over-sub-id.tsx';
import { makeSubIdScreens } from './make-sub-id.tsx';
import { subIdScreens as oneSubIdScreens } from './sub-id.tsx';
import { subIdListScreens } from './sub-ids.tsx';

export const subIdScreens = new Hono<Env>();

subIdScreens.route('/', subIdListScreens);
// Before the one sub ID, whose `/sub-ids/:id` would take `/sub-ids/new`.
subIdScreens.route('/', makeSubIdScreens);
subIdScreens.route('/', oneSubIdScreens);
subIdScreens.route('/', handOverSubIdScreens);
subIdScreens.route('/', endSubIdScreens);
subIdScreens.route('/', endAgencyScreens);
