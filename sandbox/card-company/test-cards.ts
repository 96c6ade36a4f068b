/**
 * The cards that the sandbox knows; any expiry in the future and any security code will do. Every other number is
 * refused, so that nobody's real card ends up here.
 *
 * `approved` is charged after the 3-D Secure page, `frictionless` without it (the issuer trusts the device: EMV 3-D
 * Secure knows both), `authentication_failed` is refused by its issuer whatever is answered on that page. The others
 * are declined with their code before it.
 */
export const testCards = [
  { number: '4242424242424242', brand: 'visa', behaviour: 'approved' },
  { number: '3566002020360505', brand: 'jcb', behaviour: 'approved' },
  { number: '5555555555554444', brand: 'mastercard', behaviour: 'frictionless' },
  { number: '4000008400001280', brand: 'visa', behaviour: 'authentication_failed' },
  { number: '4000000000000002', brand: 'visa', behaviour: 'generic_decline' },
  { number: '4000000000009995', brand: 'visa', behaviour: 'insufficient_funds' },
  { number: '4000000000000069', brand: 'visa', behaviour: 'expired_card' },
  { number: '4000000000000127', brand: 'visa', behaviour: 'incorrect_cvc' },
  { number: '5105105105105100', brand: 'mastercard', behaviour: 'prepaid_not_accepted' },
] as const;

export type TestCard = (typeof testCards)[number];
export type Behaviour = TestCard['behaviour'];

/** The card with these digits, or undefined when the sandbox has none such. */
export function findTestCard(digits: string): TestCard | undefined {
  return testCards.find((card) => card.number === digits);
}

/** The check digit that every card number ends in (ISO/IEC 7812-1, annex B). */
export function luhnHolds(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return /^\d{12,19}$/.test(digits) && sum % 10 === 0;
}
