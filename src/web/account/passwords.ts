// Every page about a password: one's own, a forgotten one, and the one that a mailed or handed-over code lets one choose.
import { Hono } from 'hono';
import { forgottenScreens } from '../public/forgotten.tsx';
import { idKindsScreens } from '../public/id-kinds.tsx';
import { oneTimeLinkScreens } from '../public/one-time-link.tsx';
import type { Env } from '../request.ts';
import { ownPasswordScreens } from './own-password.tsx';

export const passwordScreens = new Hono<Env>();
passwordScreens.route('/', oneTimeLinkScreens);
passwordScreens.route('/', forgottenScreens);
passwordScreens.route('/', ownPasswordScreens);
passwordScreens.route('/', idKindsScreens);
