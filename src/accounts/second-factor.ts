// 2段階認証: what the holder of an ID shows beside the password.

export const factorKinds = ['totp', 'passkey'] as const;
/** totp: the codes of an authenticator app. passkey: of the device, of a password manager, or a security key (WebAuthn). */
export type FactorKind = (typeof factorKinds)[number];

/** As its holder sees it. */
export type Factor = {
  factorId: string;
  kind: FactorKind;
  /** By which its holder tells one from another. */
  name: string;
  madeAt: Date;
  lastUsedAt: Date | null;
};

/** More than anybody carries about; a sign-in asks each of them. */
export const factorsAtMost = 10;
export const factorNameLength = 60;

export const provings = ['password', 'totp', 'passkey', 'recovery'] as const;
/** By what somebody has shown who he is. recovery: one of the codes for who has lost the second factor. */
export type Proving = (typeof provings)[number];
/** The same, by a second factor. */
export type FactorProving = Exclude<Proving, 'password'>;

/** What somebody gives as second factor, as typed or as the browser answers. */
export type GivenFactor =
  | { kind: 'totp'; code: string }
  | { kind: 'recovery'; code: string }
  /** `answer`: the JSON of the browser. */
  | { kind: 'passkey'; answer: string };
