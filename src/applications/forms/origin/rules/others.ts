// その他(Others): what goes on from box 6, under the rules of box 6.
import { type Hit, hitIf, isBlank } from '../../rule.ts';
import { bannedIn } from './remark-phrases.ts';
import { rule } from './rule.ts';

const source = '大阪商工会議所「台湾向け日本産食品の原産地証明」その他(Others)欄';

export const othersMarked = rule({
  name: 'others-marked',
  box: '7',
  level: 'warn',
  source, // 「第6欄に書ききれないときは * を付けて続ける」
  find: ({ others = '' }) =>
    hitIf(
      !isBlank(others) && !others.trimStart().startsWith('*'),
      'others',
      '「その他」は備考の続きです。先頭に * を付け、備考のどの事項の続きか分かるようにしてください。',
      'Others goes on from the remarks: begin with * and make clear which remark goes on.',
    ),
});

export const othersAsRemarks = rule({
  name: 'others-as-remarks',
  box: '7',
  level: 'block',
  source,
  find: ({ others = '' }): Hit[] =>
    (['pronoun', 'oath', 'reference', 'amount'] as const).flatMap((name) => {
      const words = bannedIn(name, others);
      return words === undefined ? [] : [{ path: 'others', ...words }];
    }),
});
