import { catalogue } from '../ui/words.ts';

/** ご利用環境: what one needs, and what one does not have to set. */
export const environmentWords = catalogue(
  {
    title: 'ご利用環境',
    lead: 'このシステムを使うために、ブラウザーの設定を変える必要はありません。',
    computer: 'パソコン',
    computerText: '現行のブラウザーが動くものであれば、OSの種類は問いません。',
    browser: 'ブラウザー',
    browserText:
      '更新が続いているブラウザーの最新版をお使いください。動作は Google Chrome の土台である Chromium で確かめています。',
    popups: 'ポップアップ',
    popupsText: '許可の設定は要りません。このシステムの画面がひとりでに別の窓を開くことはありません。',
    autocomplete: 'オートコンプリート',
    autocompleteText:
      '切る設定は要りません。ブラウザーが前の入力を補ってよいかどうかは、入力欄ごとにシステムが決めています。',
    cookies: 'Cookie',
    cookiesText: 'サインインに使います。ブラウザーの初期設定のままで使えます。',
    pdf: 'PDFを開くソフト',
    pdfText: '証明書とご利用明細はPDFファイルです。PDFを表示し、印刷できるソフトをお使いください。',
    printer: 'プリンター',
    printerText: 'カラーで印刷できるもの',
    paper: '用紙',
    paperText: 'A4サイズの白上質紙。窓口で使う偽造防止加工用紙は使えません。',
  },
  {
    title: 'System requirements',
    lead: 'You do not have to change any setting of your browser to use this system.',
    computer: 'Computer',
    computerText: 'Any on which a current browser runs, whatever its operating system.',
    browser: 'Browser',
    browserText:
      'The newest version of a browser that is still updated. We test with Chromium, on which Google Chrome is built.',
    popups: 'Pop-ups',
    popupsText: 'Nothing to allow. No page of this system opens a window by itself.',
    autocomplete: 'Autocomplete',
    autocompleteText: 'Nothing to switch off. The system decides for each field whether the browser may fill it in.',
    cookies: 'Cookies',
    cookiesText: 'Used for signing in. The browser’s own settings will do.',
    pdf: 'PDF program',
    pdfText: 'Certificates and usage statements are PDF files: you need a program that shows and prints them.',
    printer: 'Printer',
    printerText: 'One that prints in colour',
    paper: 'Paper',
    paperText: 'Plain white A4 paper. The security paper that the counter uses cannot be used.',
  },
);
