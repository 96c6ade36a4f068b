// The chamber's side of 貿易登録: procedures, and the register of firms.
import { Hono } from 'hono';
import type { Env } from '../../request.ts';
import { acceptScreens } from './accept.tsx';
import { deskQueueScreens } from './desk-queue.tsx';
import { feeDeedScreens } from './fee-deeds.ts';
import { importRegisterScreens } from './import-register.tsx';
import { procedureScreens } from './procedure.tsx';
import { procedureDeedScreens } from './procedure-deeds.tsx';
import { procedurePictureScreens } from './procedure-pictures.ts';
import { registerScreens } from './register.tsx';
import { registerEntryScreens } from './register-entry.tsx';
import { reissueScreens } from './reissue.tsx';
import { rejectScreens } from './reject.tsx';

export const registrationDeskScreens = new Hono<Env>();

registrationDeskScreens.route('/', deskQueueScreens);
registrationDeskScreens.route('/', procedureScreens);
registrationDeskScreens.route('/', procedureDeedScreens);
registrationDeskScreens.route('/', feeDeedScreens);
registrationDeskScreens.route('/', procedurePictureScreens);
registrationDeskScreens.route('/', rejectScreens);
registrationDeskScreens.route('/', acceptScreens);
registrationDeskScreens.route('/', registerScreens);
// Before one firm: `/desk/register/:id` would take `import` for a firm.
registrationDeskScreens.route('/', importRegisterScreens);
registrationDeskScreens.route('/', registerEntryScreens);
registrationDeskScreens.route('/', reissueScreens);
