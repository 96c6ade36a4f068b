/**
 * administrator: 管理者ID, one for each registration. user: ユーザーID, a signatory's. sub: サブID, made by a signatory for
 * somebody of the firm or of its agent. staff: of the chamber.
 */
export const roles = ['administrator', 'user', 'sub', 'staff'] as const;
export type Role = (typeof roles)[number];

/** What a member of staff may do besides looking. register: examine and accept trade registrations. */
export const rights = ['examine', 'certify', 'revoke', 'manage_staff', 'register'] as const;
export type Right = (typeof rights)[number];

/** Rights that a bearer key has only where the chamber says so for that very key. */
export const keyRights = ['certify', 'revoke', 'manage_staff', 'register'] as const satisfies readonly Right[];
export type KeyRight = (typeof keyRights)[number];

/** ended: signs in no more; its history stays. */
export const accountStatuses = ['active', 'ended'] as const;
export type AccountStatus = (typeof accountStatuses)[number];

/** An ID with which somebody signs in. */
export type Account = {
  chamberId: string;
  accountId: string;
  /** What is typed at sign-in, next to the chamber code. */
  loginId: string;
  role: Role;
  status: AccountStatus;
  /** The firm whose ID it is; null: staff. A sub ID is its signatory's firm's, also when an agent's clerk holds it. */
  registrationId: string | null;
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
