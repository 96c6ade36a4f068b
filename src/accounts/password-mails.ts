// The words of the mails about an ID's password. Neither holds the ID: who finds a mail has only one half of a sign-in.
import type { Chamber } from '../chambers/chamber.ts';
import { dayInJapan } from '../lib/clock.ts';
import { englishMonths } from '../lib/months.ts';
import type { Account, Role } from './account.ts';
import type { LinkPurpose } from './link-code.ts';

export type MailText = { subject: string; text: string };
type To = Pick<Account, 'role' | 'nameJa' | 'nameEn'>;

/** Where the ID stands, since it does not stand in the mail. */
const idStands: Record<Role, { ja: string; en: string }> = {
  administrator: {
    ja: '管理者IDは、貿易登録証に記載されています。',
    en: 'Your administrator ID stands on the trade registration certificate.',
  },
  user: {
    ja: 'ユーザーIDは、署名登録証に記載されています。',
    en: 'Your user ID stands on the signature registration certificate.',
  },
  sub: {
    ja: 'サブIDは、そのIDを作った署名者がお知らせします。',
    en: 'The signatory who made your sub ID tells you the ID.',
  },
  staff: { ja: '職員IDは、商工会議所の担当者がお知らせします。', en: 'Your chamber tells you your staff ID.' },
};

const purposeWords: Record<LinkPurpose, { ja: MailText; en: MailText }> = {
  first: {
    ja: {
      subject: 'はじめてのパスワードの設定',
      text: 'IDが用意できました。次のリンクを開いて、ご自分でパスワードを決めてください。',
    },
    en: {
      subject: 'Choose your password',
      text: 'Your ID is ready. Please open this link and choose a password of your own.',
    },
  },
  reset: {
    ja: {
      subject: 'パスワードの再設定',
      text: 'パスワードの再設定の手続きがありました。次のリンクを開いて、新しいパスワードを決めてください。心当たりがないときは、このメールは捨ててください。パスワードは変わりません。',
    },
    en: {
      subject: 'Choose a new password',
      text: 'A new password was asked for. Please open this link and choose one. If you know nothing of it, throw this mail away: your password stays as it is.',
    },
  },
};

/** @param link with the code behind its `#`; `code` alone is for typing */
export function passwordLinkMail(
  to: To,
  chamber: Chamber,
  about: { purpose: LinkPurpose; link: string; page: string; code: string; endsAt: Date },
): MailText {
  const { ja, en } = purposeWords[about.purpose];
  const { link, page, code, endsAt } = about;
  return {
    subject: `${ja.subject} / ${en.subject}`,
    text: [
      `${to.nameJa} 様`,
      ja.text,
      link,
      `リンクが開けないときは、次の画面にコードを入れてください。\n${page}\nコード: ${code}`,
      `このリンクとコードは、${timeJa(endsAt)}(日本時間)まで、1回だけ使えます。だれにも教えないでください。`,
      idStands[to.role].ja,
      ...signedBy(chamber),
      '—',
      `Dear ${to.nameEn},`,
      en.text,
      link,
      `If the link does not open, enter the code on this page.\n${page}\nCode: ${code}`,
      `The link and the code work once, until ${timeEn(endsAt)} JST. Tell them to nobody.`,
      idStands[to.role].en,
      chamber.nameEn,
    ].join('\n\n'),
  };
}

/** Told to the ID's own address when its password has changed: the holder learns of a change that was not his (ASVS 6.3.7). */
export function passwordChangedMail(to: To, chamber: Chamber, changedAt: Date): MailText {
  return {
    subject: 'パスワードの変更のお知らせ / Your password was changed',
    text: [
      `${to.nameJa} 様`,
      `${timeJa(changedAt)}(日本時間)に、お使いのIDのパスワードが変わりました。ほかの端末は、すべてサインアウトしました。`,
      '心当たりがないときは、すぐに商工会議所へご連絡ください。',
      ...signedBy(chamber),
      '—',
      `Dear ${to.nameEn},`,
      `The password of your ID was changed on ${timeEn(changedAt)} JST. It was signed out everywhere else.`,
      'If it was not you, please tell your chamber at once.',
      `${chamber.nameEn}\n${chamber.telephone}\n${chamber.mail}`,
    ].join('\n\n'),
  };
}

export const signedBy = (chamber: Chamber): string[] => [`${chamber.nameJa}\n${chamber.telephone}\n${chamber.mail}`];

const hourInJapan = (at: Date): string => new Date(at.getTime() + 9 * 3_600_000).toISOString().slice(11, 16);

/** `2026年11月23日 15:04` in Japan. */
export function timeJa(at: Date): string {
  const [year, month, day] = dayInJapan(at).split('-').map(Number);
  return `${year}年${month}月${day}日 ${hourInJapan(at)}`;
}

/** `23 November 2026, 15:04` in Japan. */
export function timeEn(at: Date): string {
  const [year, month = 0, day] = dayInJapan(at).split('-').map(Number);
  return `${day} ${englishMonths[month - 1]} ${year}, ${hourInJapan(at)}`;
}
