// What does not flow to a second sheet must fit the first: said while it is typed.
import type { Place } from '../../../finding.ts';
import type { Hit } from '../../rule.ts';
import { columnsPart } from '../sheet-boxes.ts';
import { rule } from './rule.ts';

const measured: readonly (readonly [box: Place, path: string])[] = [
  ['1', 'exporter.address'],
  ['2', 'buyer.address'],
  ['3', 'consignee.address'],
  ['4', 'number'],
  ['5', 'shipping'],
  ['6', 'references'],
  ['8', 'declaration.place'],
];
const source = '名古屋商工会議所 原産地証明書の記載(9ポイント以上、枠内に記載)';

export const boxesHold = rule({
  name: 'boxes-hold',
  box: '1',
  level: 'block',
  source,
  fixed: true,
  find: (_content, { fit = {} }) =>
    measured.flatMap(([box, path]): Hit[] => {
      const used = fit[box];
      if (used === undefined || used.linesUsed <= used.linesAllowed) return [];
      const over = used.linesUsed - used.linesAllowed;
      return [
        {
          path,
          place: box,
          ja: `第${box}欄に${over}行分入りきりません(${used.linesAllowed}行まで)。短くしてください。`,
          en: `Box ${box} holds ${used.linesAllowed} lines; ${over} do not fit. Shorten it.`,
        },
      ];
    }),
});

export const columnsHold = rule({
  name: 'columns-hold',
  box: '7',
  level: 'block',
  source,
  fixed: true,
  find: (_content, { fit = {} }) => {
    const used = fit[columnsPart];
    if (used === undefined || used.linesUsed <= used.linesAllowed) return [];
    return [
      {
        path: 'goods',
        ja: '明細の数字が長すぎて、表の列が用紙の幅に入りません。数量・単価・重量の桁数を減らすか、書類を分けてください。',
        en: 'The figures are too long: the columns are wider than the sheet. Use fewer digits, or divide the document.',
      },
    ];
  },
});
