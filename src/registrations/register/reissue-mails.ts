// What both addresses are told when an administrator ID is issued again. No ID stands in either: who reads a mailbox that is
// not his learns none.
import type { Chamber } from '../../chambers/chamber.ts';
import type { Registration } from '../registration.ts';

type Mail = { subject: string; text: string };
type Firm = Pick<Registration, 'number' | 'nameJa' | 'nameEn'>;

/** To the address that had the old one, where somebody may know nothing of it. */
export function endedMail(chamber: Chamber, firm: Firm): Mail {
  return {
    subject: '管理者IDの再発行(これまでのIDは終了しました) / Your administrator ID has ended',
    text: [
      `${firm.nameJa} 御中`,
      `届出により、貿易登録番号 ${firm.number} の管理者IDを再発行しました。これまでの管理者IDは終了し、サインインできません。`,
      '届け出た心当たりがないときは、すぐに商工会議所にご連絡ください。',
      signature(chamber),
      '—',
      `At the request of ${firm.nameEn}, the administrator ID of registration ${firm.number} was issued again. The former one has ended and cannot sign in any more.`,
      'If your firm did not ask for this, please tell the chamber at once.',
      chamber.nameEn,
    ].join('\n\n'),
  };
}

/** To the new contact. The link to the first password comes in a mail of its own. */
export function reissuedMail(chamber: Chamber, firm: Firm): Mail {
  return {
    subject: '管理者IDの再発行 / A new administrator ID',
    text: [
      `${firm.nameJa} 御中`,
      `貿易登録番号 ${firm.number} の管理者IDを再発行しました。新しいIDは、新しい貿易登録証に記載して商工会議所からお渡しします。`,
      'パスワードを決めるためのご案内は、別のメールでお送りします。',
      signature(chamber),
      '—',
      `The administrator ID of registration ${firm.number} (${firm.nameEn}) was issued again. The new ID stands on a new registration certificate, which the chamber hands over.`,
      'How to choose the first password comes in a mail of its own.',
      chamber.nameEn,
    ].join('\n\n'),
  };
}

const signature = ({ nameJa, telephone, mail }: Chamber): string => `${nameJa}\n${telephone}\n${mail}`;
