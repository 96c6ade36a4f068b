// 適格請求書発行事業者の登録番号: T and the 13 digits of a 法人番号.

/**
 * Whether 13 digits can be a 法人番号: the first is the check digit of the others, `9 − (Σ Pₙ·Qₙ mod 9)`, P counted from the
 * right, Q 1 for odd n and 2 for even (法人番号の指定等に関する省令). Whether it was given to anybody it does not tell.
 */
export function isCorporateNumber(text: string): boolean {
  if (!/^\d{13}$/.test(text)) return false;
  const sum = Array.from(text.slice(1), Number)
    .reverse()
    .reduce((total, digit, index) => total + digit * (index % 2 === 0 ? 1 : 2), 0);
  return Number(text[0]) === 9 - (sum % 9);
}

/** Whether it can be a registration number: T before what can be a 法人番号. */
export function isTaxNumber(text: string): boolean {
  return text.startsWith('T') && isCorporateNumber(text.slice(1));
}
