// The screens of a firm's administrator ID.
import { Hono } from 'hono';
import type { Env } from '../../request.ts';
import { firmIdsScreens } from './firm-ids.tsx';
import { firmRulesScreens } from './firm-rules.tsx';
import { registrationScreens } from './registration.tsx';
import { resetIdScreens } from './reset-id.tsx';
import { signatureCertificateScreens } from './signature-certificates.tsx';
import { spendScreens } from './spend.tsx';

export const administratorScreens = new Hono<Env>();

administratorScreens.route('/', firmIdsScreens);
administratorScreens.route('/', resetIdScreens);
administratorScreens.route('/', registrationScreens);
administratorScreens.route('/', firmRulesScreens);
administratorScreens.route('/', signatureCertificateScreens);
administratorScreens.route('/', spendScreens);
