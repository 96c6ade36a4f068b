// 署名者の確認, of both sides.
import { Hono } from 'hono';
import type { Env } from '../../request.ts';
import { prepareScreens } from './prepare.tsx';
import { releaseScreens as signatorysScreens } from './release.tsx';
import { toReleaseScreens } from './to-release.tsx';

export const releaseScreens = new Hono<Env>();

releaseScreens.route('/', toReleaseScreens);
releaseScreens.route('/', prepareScreens);
releaseScreens.route('/', signatorysScreens);
