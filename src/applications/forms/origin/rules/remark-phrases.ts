// What may stand neither in a remark nor where a remark goes on.
type Banned = { pattern: RegExp; ja: (found: string) => string; en: (found: string) => string };

export const banned = {
  pronoun: {
    // `us` is left out: it is the country more often than the pronoun.
    pattern: /\b(?:our|ours|we|my|your|yours|you)\b/i,
    ja: (word) => `「${word}」は使えません。our order は Order Number のように書き換えてください。`,
    en: (word) => `"${word}" cannot be used here. Write Order Number instead of our order.`,
  },
  oath: {
    pattern: /\b(?:certif(?:y|ies|ied)|hereby|declares?|guarantees?)\b/i,
    ja: () => '備考で証明・宣誓はできません(We certify など)。その文を削除してください。',
    en: () => 'A remark certifies nothing ("We certify" and the like). Delete the sentence.',
  },
  reference: {
    pattern: /\bpro\s*-?\s*forma\b|\bas per (?:the )?attached\b|\bdetails as per\b/i,
    ja: () => 'プロフォーマ・インボイスや別紙は参照できません。その文を削除してください。',
    en: () => 'A proforma invoice or an attachment cannot be referred to. Delete the reference.',
  },
  amount: {
    pattern: /(?:\b(?:USD|JPY|EUR|GBP|CNY|RMB|YEN)|US\$|[$¥€£])\s*\d|\d[\d,.]*\s*(?:USD|JPY|EUR|GBP|CNY|RMB|YEN)\b/i,
    ja: () => '金額は記載できません。金額を削除してください。',
    en: () => 'No amount may stand here. Delete it.',
  },
} as const satisfies Record<string, Banned>;

/** The words of what stands there, or undefined. */
export function bannedIn(name: keyof typeof banned, text: string): { ja: string; en: string } | undefined {
  const { pattern, ja, en } = banned[name];
  const found = pattern.exec(text)?.[0];
  return found === undefined ? undefined : { ja: ja(found), en: en(found) };
}
