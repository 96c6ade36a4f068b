import { catalogue } from '../ui/words.ts';

export const signInWords = catalogue(
  {
    title: 'サインイン',
    lead: '貿易登録をした商工会議所のコードと、IDでサインインします。',
    chamber: '商工会議所コード',
    chamberHelp: '登録証に記載の4桁です。',
    id: 'ID',
    idHelp: '管理者IDは貿易登録証、ユーザーIDは署名登録証に記載されています。大文字と小文字は区別しません。',
    password: 'パスワード',
    submit: 'サインイン',
    register: 'IDをお持ちでない方: 貿易登録の手続き',
    forgotten: 'パスワードを忘れたとき',
    idKinds: '3種類のIDについて',
    // In both languages: who reads the address on a paper lands here, abroad.
    check: '証明書の確認 / Check a certificate',
    wrong:
      '商工会議所コード、ID、パスワードの組み合わせが正しくありません。入力を確かめて、もう一度サインインしてください。',
    chamberMissing: '商工会議所コードを入れてください。',
    idMissing: 'IDを入れてください。',
    passwordMissing: 'パスワードを入れてください。',
    wait: (seconds: number) =>
      `続けて誤りがあったため、しばらくサインインできません。${seconds}秒たってから、もう一度お試しください。`,
    ended:
      'サインインしてから時間がたったか、サインアウトされています。もう一度サインインすると、元のページに戻ります。',
    kept: 'サインインしてから時間がたったか、サインアウトされています。入力した内容は、この画面に残しています。この画面でサインインすると、続けて送信できます。',
    fileNotKept: '選んだファイルは残っていません。サインインしたあとに、もう一度選んでください。',
    endedHeading: 'もう一度サインインしてください',
    signedOut: 'サインアウトしました',
    chosen: 'パスワードを決めました',
    chosenText: '新しいパスワードでサインインしてください。',
  },
  {
    title: 'Sign in',
    lead: 'Sign in with the code of the chamber where your firm is registered, and your ID.',
    chamber: 'Chamber code',
    chamberHelp: 'Four characters, on your registration certificate.',
    id: 'ID',
    idHelp:
      'Administrator ID: on the trade registration certificate. User ID: on the signature registration certificate. Capital and small letters are the same.',
    password: 'Password',
    submit: 'Sign in',
    register: 'No ID yet: trade registration',
    forgotten: 'Forgot your password?',
    idKinds: 'The three kinds of ID',
    check: 'Check a certificate',
    wrong: 'This chamber code, ID and password do not belong together. Please check them and sign in again.',
    chamberMissing: 'Please enter the chamber code.',
    idMissing: 'Please enter your ID.',
    passwordMissing: 'Please enter your password.',
    wait: (seconds: number) => `After several wrong attempts you have to wait. Please try again in ${seconds} seconds.`,
    ended:
      'Some time has passed since you signed in, or you were signed out. Sign in again and you will return to the page you were on.',
    kept: 'Some time has passed since you signed in, or you were signed out. What you typed is kept on this page. Sign in here and you can go on and send it.',
    fileNotKept: 'The file you chose is not kept. Please choose it again after signing in.',
    endedHeading: 'Please sign in again',
    signedOut: 'You have signed out',
    chosen: 'Your password is set',
    chosenText: 'Please sign in with the new password.',
  },
);
