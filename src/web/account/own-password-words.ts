import { catalogue } from '../ui/words.ts';

export const ownPasswordWords = catalogue(
  {
    title: 'パスワードの変更',
    lead: '変更すると、ほかの端末はすべてサインアウトします。この端末はそのまま使えます。変更したことは、このIDのメールアドレスにお知らせします。',
    id: 'ID',
    current: '今のパスワード',
    next: '新しいパスワード',
    submit: 'パスワードを変更する',
    changed: 'パスワードを変更しました',
    changedText: 'ほかの端末は、すべてサインアウトしました。APIキーは、そのまま使えます。',
    keys: 'APIキーを見る',
    forgotten: '今のパスワードを忘れたとき',
    currentMissing: '今のパスワードを入れてください。',
    wait: (seconds: number) =>
      `続けて誤りがあったため、しばらく変更できません。${seconds}秒たってから、もう一度お試しください。`,
  },
  {
    title: 'Change your password',
    lead: 'All other browsers are signed out; this one stays signed in. A mail about the change goes to the address of this ID.',
    id: 'ID',
    current: 'Current password',
    next: 'New password',
    submit: 'Change password',
    changed: 'Your password is changed',
    changedText: 'All other browsers were signed out. Your API keys go on working.',
    keys: 'See API keys',
    forgotten: 'Forgot your current password?',
    currentMissing: 'Please enter your current password.',
    wait: (seconds: number) => `After several wrong attempts you have to wait. Please try again in ${seconds} seconds.`,
  },
);
