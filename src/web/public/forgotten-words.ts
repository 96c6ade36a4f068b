import { linkLengthMs } from '../../accounts/link-code.ts';
import { catalogue } from '../ui/words.ts';

const hours = linkLengthMs.reset / 3_600_000;

export const forgottenWords = catalogue(
  {
    title: 'パスワードを忘れたとき',
    lead: '商工会議所コードとIDを入れてください。IDに登録されているメールアドレスへ、新しいパスワードを決めるためのリンクを送ります。管理者ID、ユーザーID、サブIDのどれにも使えます。',
    chamber: '商工会議所コード',
    chamberHelp: '登録証に記載の4桁です。',
    id: 'ID',
    idHelp: '管理者IDは貿易登録証、ユーザーIDは署名登録証に記載されています。サブIDは署名者にお尋ねください。',
    submit: 'リンクをメールで受け取る',
    chamberMissing: '商工会議所コードを入れてください。',
    idMissing: 'IDを入れてください。',
    wait: (minutes: number) =>
      `続けて申し込みがあったため、しばらく受け付けられません。${minutes}分たってから、もう一度お試しください。届いている最も新しいメールのリンクは使えます。`,
    sent: '受け付けました',
    sentText: `入力されたIDがあれば、そのIDに登録されているメールアドレスへ、数分のうちにリンクをお送りします。リンクは${hours}時間、1回だけ使えます。何度も申し込んだときは、最も新しいメールのリンクだけが使えます。`,
    noMail: 'メールが届かないとき',
    noMailSpam: '迷惑メールのフォルダーを確かめてください。',
    noMailId: '商工会議所コードとIDを確かめて、もう一度お試しください。',
    noMailUser: 'ユーザーIDとサブIDは、会社の管理者が、パスワードの再設定を始めることができます。',
    noMailChamber: '管理者IDは、商工会議所へお問い合わせください。登録のメールアドレスが変わったときも同じです。',
    again: 'もう一度申し込む',
    toSignIn: 'サインインへ戻る',
    idKinds: '3種類のIDについて',
  },
  {
    title: 'Forgot your password?',
    lead: 'Enter the chamber code and your ID. A link for choosing a new password goes to the mail address registered for the ID. This works for administrator IDs, user IDs and sub IDs.',
    chamber: 'Chamber code',
    chamberHelp: 'Four characters, on your registration certificate.',
    id: 'ID',
    idHelp:
      'Administrator ID: on the trade registration certificate. User ID: on the signature registration certificate. Sub ID: ask your signatory.',
    submit: 'Send me the link',
    chamberMissing: 'Please enter the chamber code.',
    idMissing: 'Please enter your ID.',
    wait: (minutes: number) =>
      `This was asked for several times. Please try again in ${minutes} minutes. The link in the newest mail that you have works.`,
    sent: 'Your request was received',
    sentText: `If there is such an ID, a link goes to the mail address registered for it within a few minutes. The link works once, for ${hours} hours. If you ask again, only the link in the newest mail works.`,
    noMail: 'If no mail arrives',
    noMailSpam: 'Look into the folder for unwanted mail.',
    noMailId: 'Check the chamber code and the ID, and try again.',
    noMailUser: 'The administrator of your firm can start a password reset of user IDs and sub IDs.',
    noMailChamber: 'For an administrator ID, ask the chamber; also when the registered mail address has changed.',
    again: 'Ask again',
    toSignIn: 'Back to sign-in',
    idKinds: 'The three kinds of ID',
  },
);
