/** The addresses that the frame around every page points to. `lang` and `back` are posted to `language`. */
export const shellPaths = {
  home: '/',
  /** ご利用環境 */
  environment: '/help/environment',
  language: '/language',
  signIn: '/sign-in',
  signOut: '/sign-out',
} as const;
