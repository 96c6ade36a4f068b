/** The addresses that the frame around every page points to. `lang` and `back` are posted to `language`. */
export const shellPaths = {
  home: '/',
  /** ご利用環境 */
  environment: '/help/environment',
  /** 3種類のIDについて */
  idKinds: '/help/ids',
  language: '/language',
  /** 取引先の切替 */
  clients: '/account/clients',
  signIn: '/sign-in',
  signOut: '/sign-out',
} as const;
