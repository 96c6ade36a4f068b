// Boxes 1–6 do not flow to a second sheet: what does not fit is said while it is typed.
import * as fit from '../../box-fit-rule.ts';
import type { OriginContent } from '../content.ts';
import type { MeasuredBox } from './rule.ts';

export const boxesHold = fit.boxesHold<OriginContent, MeasuredBox>(
  {
    '1': 'exporter.address',
    '2': 'consignee.address',
    '3': 'invoices',
    '4': 'originCountries',
    '5': 'transport',
    '6': 'remarks',
  },
  { box: '1', source: '名古屋商工会議所 原産地証明書の記載(9ポイント以上、枠内に記載)' },
);
