/** user: ユーザーID, a firm's signatory. staff: of the chamber. */
export const roles = ['user', 'staff'] as const;
export type Role = (typeof roles)[number];

/** What a member of staff may do besides looking. */
export const rights = ['examine', 'certify', 'revoke', 'manage_staff'] as const;
export type Right = (typeof rights)[number];

/** Rights that a bearer key has only where the chamber says so for that very key. */
export const keyRights = ['certify', 'revoke', 'manage_staff'] as const satisfies readonly Right[];
export type KeyRight = (typeof keyRights)[number];

/** An ID with which somebody signs in. */
export type Account = {
  chamberId: string;
  accountId: string;
  /** What is typed at sign-in, next to the chamber code. */
  loginId: string;
  role: Role;
  nameJa: string;
  nameEn: string;
  /** As printed under a certificate: `Manager, Certification Section`. */
  titleEn: string;
  /** Where mails about its cases go. */
  mail: string;
  rights: readonly Right[];
};

/** What a request may do: those of the ID itself; with a key, less what the chamber did not allow the key. */
export function rightsOf(account: Pick<Account, 'rights'>, key: { may: readonly KeyRight[] } | undefined): Right[] {
  if (!key) return [...account.rights];
  const held = (right: Right): right is KeyRight => (keyRights as readonly Right[]).includes(right);
  return account.rights.filter((right) => !held(right) || key.may.includes(right));
}

/** People copy an ID from a letter: spaces around it and small letters are forgiven. */
export function normaliseLoginId(typed: string): string {
  return typed.trim().normalize('NFKC').toUpperCase();
}
