/** Names the text of 誓約事項 that was agreed to. A changed text is a new version; the old ones stay here. */
export const oathVersion = '2026-11';

/** 発給申請にあたっての誓約事項, as shown before each application. The wording is ours, after the chambers' own oath. */
export const oath: Record<string, { ja: readonly string[]; en: readonly string[] }> = {
  '2026-11': {
    ja: [
      '申請の内容は、典拠インボイスその他の添付書類と一致し、事実と相違ありません。',
      '産品は、認証規程の原産地の基準を満たしています。',
      '商工会議所の認証規程と罰則規程に従い、この申請によって生じた問題は、すべて申請者の責任で解決します。',
      '交付された証明書の記載を書き換えません。内容を変えるときは、改めて発給申請をします。',
    ],
    en: [
      'What is declared agrees with the commercial invoice and the other documents attached, and is true.',
      'The goods meet the origin criteria of the Certification Regulations (認証規程).',
      'We follow the Certification Regulations and the Penalty Regulations (罰則規程), and settle any matter that arises from this application on our own responsibility.',
      'We do not alter an issued certificate. To change its content we apply again.',
    ],
  },
};
