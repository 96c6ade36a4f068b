import { catalogue } from '../ui/words.ts';

export const keysWords = catalogue(
  {
    heading: 'キーボードの操作',
    on: '1文字のキーによる操作を使う',
    lead: '入力欄に文字を入れている間は働きません。',
    n: '次の案件',
    j: '次のページ(一覧では次の行)',
    k: '前のページ(一覧では前の行)',
    h: '左の見本へ',
    l: '右の添付書類へ',
    a: '審査済にする欄へ',
    r: '修正を依頼する欄へ',
  },
  {
    heading: 'Keyboard',
    on: 'Use single-key shortcuts',
    lead: 'They do nothing while you type in a field.',
    n: 'Next case',
    j: 'Next page (in a list: next row)',
    k: 'Previous page (in a list: previous row)',
    h: 'To the specimen on the left',
    l: 'To the attachments on the right',
    a: 'To the approval',
    r: 'To the request for corrections',
  },
);
