// Passkeys (WebAuthn): what a browser is asked, and whether its answer is right. The device asks its holder for a PIN, a
// finger or a face each time (user verification), so that a stolen key alone opens nothing.
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { z } from 'zod';
import type { Account } from './account.ts';
import type { PasskeyFactor } from './second-factors-store.ts';

export type { PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON };

/** More than any browser answers. */
const answerLength = 20_000;

const base64url = z.string().regex(/^[A-Za-z0-9_-]+={0,2}$/);
const made = z.object({
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().max(40)).max(10).default([]),
  }),
});
const shown = z.object({
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  response: z.object({ clientDataJSON: base64url, authenticatorData: base64url, signature: base64url }),
});

/** COSE's numbers of EdDSA, ES256 and RS256: what devices make today, and no warning of Node's about newer ones. */
const algorithms = [-8, -7, -257];

/** To whom a passkey belongs: the host of our own address, which browsers compare (`localhost` in the demo). */
const partyOf = (base: string) => ({ id: new URL(base).hostname, origin: new URL(base).origin });

/** What a browser is asked so that it makes a passkey. Remember its `challenge`. @param base the address people reach us at */
export function askToMake(
  base: string,
  account: Pick<Account, 'chamberId' | 'accountId' | 'loginId' | 'nameJa'>,
  there: readonly Pick<PasskeyFactor, 'credentialId' | 'transports'>[],
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  return generateRegistrationOptions({
    ...{ rpName: 'Hakkyu', rpID: partyOf(base).id, userName: `${account.chamberId} ${account.loginId}` },
    ...{ userDisplayName: account.nameJa, userID: Buffer.from(account.accountId.replaceAll('-', ''), 'hex') },
    // Who made the device is nothing to us, and asking would tell the maker's model of a person's device.
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'discouraged', userVerification: 'required' },
    excludeCredentials: there.map(asked),
    supportedAlgorithmIDs: algorithms,
    timeout: challengeMs,
  });
}

/** What a browser is asked so that it shows one of these passkeys. Remember its `challenge`. */
export function askToShow(
  base: string,
  passkeys: readonly Pick<PasskeyFactor, 'credentialId' | 'transports'>[],
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return generateAuthenticationOptions({
    ...{ rpID: partyOf(base).id, userVerification: 'required', timeout: challengeMs },
    allowCredentials: passkeys.map(asked),
  });
}

/** How long an answer may take: a person looks for the key in a bag. */
export const challengeMs = 5 * 60_000;

const asked = ({ credentialId, transports }: Pick<PasskeyFactor, 'credentialId' | 'transports'>) => ({
  id: credentialId,
  transports: [...transports],
});

export type MadePasskey = Pick<PasskeyFactor, 'credentialId' | 'publicKey' | 'counter' | 'transports'>;

/** The passkey that a browser has made. undefined: the answer is not one to that challenge, or not from a page of ours. */
export async function readMade(base: string, answer: string, challenge: string): Promise<MadePasskey | undefined> {
  const read = made.safeParse(jsonOf(answer));
  if (!read.success) return undefined;
  const { response } = read.data;
  const { id, origin } = partyOf(base);
  const verified = await orUndefined(
    verifyRegistrationResponse({
      response: {
        ...read.data,
        clientExtensionResults: {},
        response: { ...response, transports: response.transports },
      },
      ...{ expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: id, requireUserVerification: true },
      supportedAlgorithmIDs: algorithms,
    }),
  );
  if (!verified?.verified) return undefined;
  const { credential } = verified.registrationInfo;
  return {
    ...{ credentialId: credential.id, publicKey: Buffer.from(credential.publicKey), counter: credential.counter },
    transports: response.transports,
  };
}

/**
 * Which of these passkeys was shown, and what its counter says now. undefined: none, or the answer is not one to that
 * challenge, or the counter has not gone on, which a copy of the key would show by.
 */
export async function readShown<P extends PasskeyFactor>(
  base: string,
  passkeys: readonly P[],
  answer: string,
  challenge: string,
): Promise<{ passkey: P; counter: number } | undefined> {
  const read = shown.safeParse(jsonOf(answer));
  const passkey = read.success ? passkeys.find((one) => one.credentialId === read.data.id) : undefined;
  if (!read.success || passkey === undefined) return undefined;
  const { id, origin } = partyOf(base);
  const { credentialId, publicKey, counter } = passkey;
  const verified = await orUndefined(
    verifyAuthenticationResponse({
      response: { ...read.data, clientExtensionResults: {} },
      credential: { id: credentialId, publicKey: new Uint8Array(publicKey), counter },
      ...{ expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: id, requireUserVerification: true },
    }),
  );
  return verified?.verified ? { passkey, counter: verified.authenticationInfo.newCounter } : undefined;
}

function jsonOf(text: string): unknown {
  if (text.length > answerLength) return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The library throws a plain Error for each answer that is not right, whatever is wrong with it. */
async function orUndefined<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch {
    return undefined;
  }
}
