// Codes of an authenticator app: RFC 6238 as every app has it, SHA-1, six digits, thirty seconds.
import { generateSync, generateURI, verifySync } from 'otplib';

/** Seconds for which a code stands. */
export const totpPeriod = 30;

/** What an app and we share: 160 bits (RFC 4226 R6 recommends as many), base32 as apps take it. */
export const totpSecretPattern = /^[A-Z2-7]{32}$/;

const codePattern = /^\d{6}$/;

/** A code as typed: spaces, and full-width digits of a Japanese keyboard, are forgiven. undefined: it is none. */
export function readTotpCode(typed: string): string | undefined {
  const plain = typed.normalize('NFKC').replace(/\s/g, '');
  return codePattern.test(plain) ? plain : undefined;
}

/** The address that the QR code holds. `issuer` and `label` are how the app names the entry. */
export function totpUri(secret: string, { issuer, label }: { issuer: string; label: string }): string {
  return generateURI({ secret, issuer, label });
}

/** The code that an app shows at that moment. */
export function totpCodeAt(secret: string, at: Date): string {
  return generateSync({ secret, epoch: secondsOf(at) });
}

/**
 * The time step that the code is of; undefined when it is wrong, or of a step up to `after`, so that a code that somebody
 * has seen over a shoulder is of no use (RFC 6238 5.2). One step early or late is right: clocks differ, and typing takes time.
 */
export function totpStepOf(
  secret: string,
  code: string,
  { at, after }: { at: Date; after: number },
): number | undefined {
  if (!codePattern.test(code)) return undefined;
  const current = Math.floor(secondsOf(at) / totpPeriod);
  // Beyond what the clock allows nothing can be right, and otplib would throw.
  if (after > current) return undefined;
  const found = verifySync({
    secret,
    token: code,
    epoch: secondsOf(at),
    epochTolerance: totpPeriod,
    afterTimeStep: after,
  });
  return found.valid && 'timeStep' in found ? found.timeStep : undefined;
}

const secondsOf = (at: Date): number => Math.floor(at.getTime() / 1000);
