// Boxes 1–6 do not flow to a second sheet: what does not fit is said while it is typed.
import type { Hit } from '../../rule.ts';
import { type MeasuredBox, rule } from './rule.ts';

const measured: Readonly<Record<MeasuredBox, string>> = {
  '1': 'exporter.address',
  '2': 'consignee.address',
  '3': 'invoices',
  '4': 'originCountries',
  '5': 'transport',
  '6': 'remarks',
};

export const boxesHold = rule({
  name: 'boxes-hold',
  box: '1',
  level: 'block',
  fixed: true,
  source: '名古屋商工会議所 原産地証明書の記載(9ポイント以上、枠内に記載)',
  find: (_content, { boxFit = {} }) =>
    (Object.keys(measured) as MeasuredBox[]).flatMap((box): Hit[] => {
      const fit = boxFit[box];
      if (fit === undefined || fit.linesUsed <= fit.linesAllowed) return [];
      const over = fit.linesUsed - fit.linesAllowed;
      return [
        {
          path: measured[box],
          place: box,
          ja: `第${box}欄に${over}行分入りきりません(${fit.linesAllowed}行まで)。短くしてください。`,
          en: `Box ${box} holds ${fit.linesAllowed} lines; ${over} do not fit. Shorten it.`,
        },
      ];
    }),
});
