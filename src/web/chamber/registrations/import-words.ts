import { catalogue } from '../../ui/words.ts';

export const importWords = catalogue(
  {
    title: '紙の登録台帳の取り込み',
    lead: 'オンラインになる前の登録台帳をファイルで取り込みます。取り込んだ会社は、登録番号を入れて「登録切替」の手続きができます。',
    rules:
      '1行に1人の署名者を書きます。2人目からの行は、会社の欄を空けても、同じ内容をくり返してもかまいません(登録番号は毎行に入れてください)。',
    again:
      '同じ登録番号は新しい内容に書き換わります。すでに切り替えた会社は変わりません。1か所でも直すところがあると、何も取り込みません。',
    templateCsv: 'ひな形(CSV)',
    templateTsv: 'ひな形(TSV)',
    file: 'ファイル',
    types: 'Excel(xlsx)、CSV、TSV',
    take: '取り込む',
    doneHeading: '取り込みました',
    done: (read: string, written: string) => `${read}社を読み取り、${written}社を書き込みました。`,
    skipped: (n: string) => `${n}社は、すでに切り替えられているため、そのままです。`,
    problemsHeading: (n: string) => `${n}か所を直してください`,
    problemsText: '何も取り込んでいません。ファイルを直して、もう一度選んでください。',
    shown: (n: string, all: string) => `はじめの${n}か所を表示しています(全${all}か所)。`,
    problems: '直すところ',
    row: '行',
    whole: '全体',
    column: '列',
    what: '直し方',
    back: '登録台帳',
  },
  {
    title: 'Import the register on paper',
    lead: 'Takes in the register from before as a file. A firm in it can switch over by its registration number.',
    rules:
      'One row for each signatory. Further rows of a firm may repeat its cells or leave them empty, but for its number.',
    again:
      'A number that is there already gets the new content; firms that were switched stay as they are. If anything is to be corrected, nothing is taken in.',
    templateCsv: 'Template (CSV)',
    templateTsv: 'Template (TSV)',
    file: 'File',
    types: 'Excel (xlsx), CSV, TSV',
    take: 'Import',
    doneHeading: 'Imported',
    done: (read, written) => `Firms read: ${read}. Firms written: ${written}.`,
    skipped: (n) => `${n} stay as they are, since they were switched already.`,
    problemsHeading: (n) => (n === '1' ? 'Please correct 1 place' : `Please correct ${n} places`),
    problemsText: 'Nothing was taken in. Correct the file and choose it again.',
    shown: (n, all) => `The first ${n} of ${all} are shown.`,
    problems: 'To correct',
    row: 'Row',
    whole: 'All',
    column: 'Column',
    what: 'What to do',
    back: 'Register of firms',
  },
);
