// The demo chamber's rules and its register from before, on paper: all of it invented.
import type { OpenCtx } from '../src/accounts/context.ts';
import { addDays, dayInJapan } from '../src/lib/clock.ts';
import { inChamber } from '../src/lib/db.ts';
import { newId } from '../src/lib/ids.ts';
import { publishRules } from '../src/registrations/procedures/rules-text-store.ts';
import { putPaperRegistrations } from '../src/registrations/register/paper-register-store.ts';

const chamberId = '9901';

/** Makes the first version of the rules, and three registrations on paper from which a firm can switch. */
export async function makeRegister(ctx: OpenCtx): Promise<void> {
  const today = dayInJapan(ctx.now);
  await inChamber(ctx.db, chamberId, async (trx) => {
    await publishRules(trx, { chamberId, textJa: rules.ja, textEn: rules.en, at: ctx.now });
    const entries = paperFirms.map(({ days, ...firm }) => ({
      ...{ ...firm, paperRegistrationId: newId(ctx.now), validFrom: addDays(today, days - 730) },
      validUntil: addDays(today, days),
    }));
    await putPaperRegistrations(trx, chamberId, entries, ctx.now);
  });
}

/** `days`: until the last day. The 法人番号 hold their check digit, and are nobody's: no serial begins with so many zeros. */
const paperFirms = [
  {
    ...{ number: '100001', nameJa: '見本海産株式会社(デモ)', nameEn: 'MIHON MARINE PRODUCTS CO., LTD. (DEMO)' },
    ...{ corporateNumber: '8000000000001', days: 400 },
    signatories: [{ nameEn: 'Umi Mihon', titleEn: 'Export Manager' }],
  },
  {
    ...{ number: '100002', nameJa: '見本工機株式会社(デモ)', nameEn: 'MIHON MACHINE TOOLS, INC. (DEMO)' },
    ...{ corporateNumber: '7000000000002', days: 45 },
    signatories: [
      { nameEn: 'Taro Koki', titleEn: 'President' },
      { nameEn: 'Hanako Koki', titleEn: '' },
    ],
  },
  {
    ...{ number: '100003', nameJa: '見本 陶子(デモ)', nameEn: 'TOKO MIHON (DEMO)', corporateNumber: null, days: -20 },
    signatories: [{ nameEn: 'Toko Mihon', titleEn: '' }],
  },
];

const rules = {
  ja: [
    'これはデモの文面です。実在する商工会議所の規程ではありません。',
    '認証規程(デモ)\n第1条 この商工会議所は、貿易登録を受けた者から申請された貿易関係証明を、審査のうえ発給します。\n第2条 登録を受けようとする者は、事実のとおりに届け出て、求められた書類を提出します。登録は、受理の日から2年間有効です。\n第3条 登録した内容が変わったときは、すみやかに変更を届け出ます。\n第4条 署名は、登録した本人だけが行います。IDとパスワードは、その方だけが使います。\n第5条 申請の内容は、事実でなければなりません。根拠となる書類は5年間保存し、求められたときは示します。\n第6条 発給した証明について紛争が生じたときは、申請した者が責任を負います。',
    '罰則規程(デモ)\n第1条 偽りの申請、証明書の改ざん、登録した本人でない者の署名があったときは、登録を停止し、または取り消すことがあります。\n第2条 停止または取消しの前に、申請した者の言い分を聞きます。',
  ].join('\n\n'),
  en: [
    'This is a demo text. It is not the rules of any existing chamber of commerce.',
    'Certification rules (demo)\nArticle 1. This chamber issues trade certificates that registered firms apply for, after examination.\nArticle 2. Whoever registers states facts only and hands in the papers asked for. A registration is valid for two years from the day of acceptance.\nArticle 3. Changes of what is registered are notified without delay.\nArticle 4. Only the registered person signs. An ID and its password are used by their holder only.\nArticle 5. What is applied for must be true. The documents behind it are kept for five years and shown when asked for.\nArticle 6. The applicant is responsible for disputes about what was issued.',
    'Penalty rules (demo)\nArticle 1. After false applications, altered certificates or signatures by somebody else, a registration may be suspended or withdrawn.\nArticle 2. The applicant is heard before that.',
  ].join('\n\n'),
};
