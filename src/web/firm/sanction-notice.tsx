// To the firm: what is stopped, until when, why, and whom to ask. On every page on which it would otherwise find out by failing.
import type { SanctionKind } from '../../registrations/sanctions/sanction.ts';
import type { SanctionView } from '../../registrations/sanctions/sanctions-store.ts';
import { formatDay } from '../ui/dates.ts';
import { Notice } from '../ui/notice.tsx';
import { catalogue, type Lang } from '../ui/words.ts';

const sanctionNoticeWords = catalogue(
  {
    suspended: (day: string) => `発給が停止されています(${day} まで)`,
    extra_documents: (day: string) => `申請に補完書類が要ります(${day} まで)`,
    struck_off: () => '貿易登録が抹消されています',
    suspendedText:
      '新しい申請はできず、審査中の案件は止まっています。承認済みの案件は、進めるかどうかを商工会議所が案件ごとに決めます。交付済みの証明書は印刷できます。',
    extra_documentsText: '典拠インボイスのほかに、補完書類(PDF)を1つ以上添付してから申請してください。',
    struck_offText:
      '申請はできず、審査中の案件は止まっています。承認済みの案件は、進めるかどうかを商工会議所が案件ごとに決めます。交付済みの証明書は印刷できます。',
    reason: '理由',
    ask: (name: string, telephone: string, mail: string) => `お問い合わせ先: ${name}(電話 ${telephone}、${mail})`,
  },
  {
    suspended: (day) => `Issuance is suspended until ${day}`,
    extra_documents: (day) => `Applications need additional documents until ${day}`,
    struck_off: () => 'The trade registration is struck off',
    suspendedText:
      'No new applications can be submitted, and cases under examination have stopped. The chamber decides on each case that is certified already. Issued certificates can be printed.',
    extra_documentsText:
      'Attach at least one complementary document (PDF) beside the commercial invoice before you submit.',
    struck_offText:
      'No applications can be submitted, and cases under examination have stopped. The chamber decides on each case that is certified already. Issued certificates can be printed.',
    reason: 'Reason',
    ask: (name, telephone, mail) => `Whom to ask: ${name} (telephone ${telephone}, ${mail})`,
  },
);

/** Nothing where there is none. Of one kind the longest is said. */
export function SanctionNotices({ lang, sanctions }: { lang: Lang; sanctions: readonly SanctionView[] }) {
  const order: readonly SanctionKind[] = ['struck_off', 'suspended', 'extra_documents'];
  const longest = order.flatMap((kind) => {
    const of = sanctions.filter((one) => one.kind === kind);
    return of.length === 0 ? [] : [of.reduce((a, b) => ((b.untilDay ?? '') > (a.untilDay ?? '') ? b : a))];
  });
  return (
    <>
      {longest.map((one) => (
        <SanctionNotice lang={lang} sanction={one} />
      ))}
    </>
  );
}

function SanctionNotice({ lang, sanction }: { lang: Lang; sanction: SanctionView }) {
  const w = sanctionNoticeWords[lang];
  const { kind, untilDay, reason, chamber } = sanction;
  return (
    <Notice tone="attention" heading={w[kind](untilDay === null ? '' : formatDay(lang, untilDay))}>
      <p>{w[`${kind}Text`]}</p>
      <p class="desk-said">
        {w.reason}: {reason}
      </p>
      <p>{w.ask(lang === 'ja' ? chamber.nameJa : chamber.nameEn, chamber.telephone, chamber.mail)}</p>
    </Notice>
  );
}
