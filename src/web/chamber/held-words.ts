import { catalogue } from '../ui/words.ts';

/** 保留: paid, and not issued. */
export const heldWords = catalogue(
  {
    waiting: (n: string) => `支払い済みで、証明書を交付できていない案件が${n}件あります`,
    waitingText: '申請者は証明書を待っています。理由を確かめて、もう一度交付してください。',
    toList: '保留の案件を見る',
    lead: '支払いは済みましたが、証明書を交付できていない案件です。案件を開くと理由が分かり、原因を除いたあとに、もう一度交付できます。',
    empty: '支払いの済んだ証明書は、すべて交付されているか、作成中です。',
  },
  {
    waiting: (n) => `Paid cases whose certificate could not be issued: ${n}`,
    waitingText: 'The applicants are waiting. Find the reason, and issue the certificates again.',
    toList: 'See the cases on hold',
    lead: 'These are paid, and their certificates could not be issued. Open a case to read why; once the cause is removed, issue it again there.',
    empty: 'Every certificate that is paid for has been issued, or is being made.',
  },
);
