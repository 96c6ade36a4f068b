// 処分 at the desk: imposed, lifted, what it leaves to decide; and the remarks of staff beside a firm.
import { Hono } from 'hono';
import type { Env } from '../../request.ts';
import { goOnScreens } from './go-on.tsx';
import { imposeScreens } from './impose.tsx';
import { liftScreens } from './lift.tsx';
import { remarksScreens } from './remarks.tsx';
import { sanctionsDeskScreens } from './sanctions-desk.tsx';

export const sanctionScreens = new Hono<Env>();

sanctionScreens.route('/', sanctionsDeskScreens);
sanctionScreens.route('/', goOnScreens);
sanctionScreens.route('/', liftScreens);
sanctionScreens.route('/', imposeScreens);
sanctionScreens.route('/', remarksScreens);
