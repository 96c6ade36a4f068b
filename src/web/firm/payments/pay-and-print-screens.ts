// The signatory's screens after certification: paying, and printing what is issued.
import { Hono } from 'hono';
import type { Env } from '../../request.ts';
import { payableScreens } from './payable.tsx';
import { paymentScreens } from './payment.tsx';
import { paymentHistoryScreens } from './payment-history.tsx';
import { printScreens } from './print.tsx';
import { printableScreens } from './printable.tsx';

export const payAndPrintScreens = new Hono<Env>();

payAndPrintScreens.route('/', payableScreens);
payAndPrintScreens.route('/', paymentHistoryScreens); // before the payments by their id
payAndPrintScreens.route('/', paymentScreens);
payAndPrintScreens.route('/', printableScreens);
payAndPrintScreens.route('/', printScreens);
