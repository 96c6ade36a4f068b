// 貿易登録申請手続き, as far as nobody has an ID yet.
import { Hono } from 'hono';
import type { Env } from '../../request.ts';
import { guideScreens } from './guide.tsx';
import { openScreens } from './open.tsx';
import { startScreens } from './start.tsx';

export const registrationScreens = new Hono<Env>();

// Before the guide, which takes any word below /registration for a chamber.
registrationScreens.route('/', openScreens);
registrationScreens.route('/', startScreens);
registrationScreens.route('/', guideScreens);
