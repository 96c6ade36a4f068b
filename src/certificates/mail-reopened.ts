// What a firm is told by mail when its chamber has set the print window anew. The reason stands on the page: a mail is a postcard.
import { type Addressed, mailLetter, type Sending } from '../applications/mail-applicant.ts';
import { dayText } from '../lib/day-text.ts';
import type { Trx } from '../lib/db.ts';

/** Adds the mail to the caller's transaction; it is sent to whoever makes the application. @param window until YYYY-MM-DD in Japan */
export function mailReopened(
  trx: Trx,
  ctx: Sending,
  application: Addressed,
  window: { number: string; printUntil: string },
): Promise<void> {
  const { number, printUntil } = window;
  return mailLetter(trx, ctx, application, {
    ja: {
      subject: '印刷期間のお知らせ',
      text: `印刷期間を改めて設けました。${dayText.ja(printUntil)} 24:00(日本時間)まで、次のページから何度でもダウンロードできます。理由も次のページに記載しています。`,
    },
    en: {
      subject: 'Print window',
      text: `The chamber has set a new print window. You can download the certificate as often as you like, until ${dayText.en(printUntil)}, 24:00 in Japan, from the page below. The reason is on that page too.`,
    },
    page: '/print',
    number,
  });
}
