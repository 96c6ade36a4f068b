// The chamber's screens: the queue, one case, and what is done about it.
import { Hono } from 'hono';
import type { Env } from '../request.ts';
import { caseScreens } from './case.tsx';
import { certifyScreens } from './certify.tsx';
import { examineScreens } from './examine.tsx';
import { findCaseScreens } from './find-case.tsx';
import { deskGoodsScreens } from './goods-page.tsx';
import { pictureScreens } from './pictures.ts';
import { queueScreens } from './queue.tsx';
import { sanctionScreens } from './sanctions/sanction-screens.ts';

export const deskScreens = new Hono<Env>();

deskScreens.route('/', queueScreens);
deskScreens.route('/', findCaseScreens);
deskScreens.route('/', caseScreens);
deskScreens.route('/', examineScreens);
deskScreens.route('/', certifyScreens);
deskScreens.route('/', deskGoodsScreens);
deskScreens.route('/', pictureScreens);
deskScreens.route('/', sanctionScreens);
