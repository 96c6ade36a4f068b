import { catalogue } from '../../ui/words.ts';

export const openWords = catalogue(
  {
    title: '手続きの画面を開く',
    lead: '案内のメールのコードで、手続きの画面を開きます。',
    code: 'コード',
    codeHelp: 'メールの「コード:」の後の文字を、そのまま貼り付けてください。',
    codeMissing: 'メールのコードを入れてください。',
    codeWrong:
      'このコードでは開けません。有効な時間(24時間)を過ぎたか、途中で切れています。案内のメールをもう一度送れます。',
    open: '開く',
    again: '案内のメールをもう一度送る(商工会議所を選ぶ)',
    signIn: '管理者IDをお持ちの方: サインインする',
  },
  {
    title: 'Open your procedure',
    lead: 'The code in the mail opens your procedure.',
    code: 'Code',
    codeHelp: 'Paste what stands behind “Code:” in the mail, as it is.',
    codeMissing: 'Type the code of the mail.',
    codeWrong:
      'This code does not open anything. Its time (24 hours) is over, or a part is missing. The mail can be sent again.',
    open: 'Open',
    again: 'Send the mail again (choose the chamber)',
    signIn: 'With an administrator ID: sign in',
  },
);
