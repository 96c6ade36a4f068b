// The screens of a registration's form, for whoever holds its link and for the administrator ID.
import { Hono } from 'hono';
import type { Env } from '../../request.ts';
import { comesUnknown } from './ended.tsx';
import { feeScreens } from './fee.ts';
import { fieldsScreens } from './fields-screens.tsx';
import { papersScreens } from './papers.tsx';
import { requestScreens } from './request-procedure.tsx';
import { reviewScreens } from './review.tsx';
import { signatoriesScreens } from './signatories.tsx';
import { signatoryScreens } from './signatory.tsx';
import { signatureScreens } from './signature/signature-screens.ts';
import { stateScreens } from './state.tsx';

export const registrationFormScreens = new Hono<Env>();

const formScreens = new Hono<Env>();
formScreens.onError(comesUnknown);
formScreens.route('/', stateScreens);
formScreens.route('/', fieldsScreens);
formScreens.route('/', signatoriesScreens);
formScreens.route('/', signatoryScreens);
formScreens.route('/', signatureScreens);
formScreens.route('/', papersScreens);
formScreens.route('/', reviewScreens);
formScreens.route('/', feeScreens);

registrationFormScreens.route('/', formScreens);
registrationFormScreens.route('/', requestScreens);
