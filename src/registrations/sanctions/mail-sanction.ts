// The firm is told what is stopped, until when, why, and whom to ask.
import type { OpenCtx } from '../../accounts/context.ts';
import { mailPlain } from '../../accounts/plain-mail.ts';
import { findAdministrator } from '../../accounts/store.ts';
import type { Trx } from '../../lib/db.ts';
import type { Registration } from '../registration.ts';
import type { SanctionKind } from './sanction.ts';
import type { SanctionView } from './sanctions-store.ts';

type Words = { ja: string; en: string };

const names: Record<SanctionKind, Words> = {
  suspended: { ja: '発給停止', en: 'suspension of issuance' },
  extra_documents: { ja: '追加書類の提出', en: 'additional documents' },
  struck_off: { ja: '登録抹消', en: 'striking off the register' },
};

const meanings: Record<SanctionKind, (day: string) => Words> = {
  suspended: (day) => ({
    ja: `${day} まで、証明書の発給を停止します。その間は新しい発給申請ができず、審査中の案件は止まります。承認済みの案件は、商工会議所が案件ごとに決めます。交付済みの証明書は、印刷期間のあいだ印刷できます。`,
    en: `Until ${day} no certificates are issued. No applications can be submitted, and those under examination stop. The chamber decides on each case that is certified already. Issued certificates can be printed as before.`,
  }),
  extra_documents: (day) => ({
    ja: `${day} まで、発給申請には典拠インボイスのほかに、補完書類(PDF)を1つ以上添付してください。`,
    en: `Until ${day} each application needs at least one complementary document (PDF) beside the invoice.`,
  }),
  struck_off: () => ({
    ja: '貿易登録を抹消しました。発給申請はできません。審査中の案件は止まり、承認済みの案件は、商工会議所が案件ごとに決めます。交付済みの証明書は、印刷期間のあいだ印刷できます。',
    en: 'The trade registration is struck off. No applications can be submitted, and those under examination stop. The chamber decides on each case that is certified already. Issued certificates can be printed as before.',
  }),
};

/**
 * To the administrator of the registration; nothing where there is none yet. `why`: of the lifting, where it is lifted.
 */
export async function mailSanction(
  trx: Trx,
  ctx: Pick<OpenCtx, 'jobs' | 'outside' | 'now'>,
  { chamberId, registrationId, number }: Registration,
  sanction: SanctionView,
  what: 'imposed' | 'lifted',
  why = '',
): Promise<void> {
  const to = await findAdministrator(trx, chamberId, registrationId);
  if (!to) return;
  const { kind, reason, untilDay, chamber } = sanction;
  const [name, meaning] = [names[kind], meanings[kind](untilDay ?? '')];
  const imposed = what === 'imposed';
  const text = [
    `${to.nameJa} 様`,
    imposed
      ? `貿易登録(${number})について、次の処分がありました: ${name.ja}`
      : `貿易登録(${number})の処分(${name.ja})が解かれました。`,
    ...(imposed ? [meaning.ja, 'この処分は、すべての商工会議所で効力があります。'] : []),
    `理由:\n${imposed ? reason : why}`,
    `${ctx.outside.base}/registration`,
    `お問い合わせ先: ${chamber.nameJa}\n${chamber.telephone}\n${chamber.mail}`,
    '—',
    `Dear ${to.nameEn},`,
    imposed
      ? `A sanction was imposed on your trade registration (${number}): ${name.en}.`
      : `The sanction on your trade registration (${number}) has been lifted: ${name.en}.`,
    ...(imposed ? [meaning.en, 'It holds at every chamber of commerce.'] : []),
    `Reason:\n${imposed ? reason : why}`,
    `Whom to ask: ${chamber.nameEn}, ${chamber.telephone}, ${chamber.mail}`,
  ].join('\n\n');
  const subject = imposed
    ? `処分のお知らせ(${name.ja}) / Sanction: ${name.en}`
    : `処分が解かれました(${name.ja}) / Lifted: ${name.en}`;
  await mailPlain(trx, ctx, { to: to.mail, subject, text });
}
