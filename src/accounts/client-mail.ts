import type { Chamber } from '../chambers/chamber.ts';
import type { Account } from './account.ts';
import type { MailText } from './password-mails.ts';

/** What the holder of a linked sub ID is told. Names no other client: mails are read by more than one. */
export function clientLinkedMail(to: Pick<Account, 'nameJa' | 'nameEn'>, chamber: Chamber): MailText {
  return {
    subject: '取引先の切替にサブIDが加わりました / A sub ID was linked for switching clients',
    text: [
      `${to.nameJa} 様`,
      'あなたのサブIDが、ほかのサブIDと一緒に使えるようになりました。どれかでサインインすると、パスワードなしで切り替えられます。どのサブIDが一緒になっているかは、サインインして「取引先の切替」で見られます。',
      '心当たりがないときは、すぐにパスワードを変えてください。変えると、このサブIDはほかから切り離されます。',
      `${chamber.nameJa}\n${chamber.telephone}\n${chamber.mail}`,
      '—',
      `Dear ${to.nameEn},`,
      'Your sub ID was linked with others: who signs in with one of them switches among them without a password. After signing in, “Switch client” shows which ones.',
      'If you know nothing of it, change your password at once: this takes your sub ID out of the link.',
      chamber.nameEn,
    ].join('\n\n'),
  };
}
