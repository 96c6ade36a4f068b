import type { By } from '../audit/events.ts';
import type { Jobs } from '../audit/jobs.ts';
import type { Db } from '../lib/db.ts';
import type { JobQueue } from '../lib/jobs.ts';
import type { Vault } from '../lib/vault.ts';
import type { CardGateway } from '../outside/card-gateway.ts';
import type { EvidenceReading } from '../outside/evidence-pdf.ts';
import type { FileStore } from '../outside/file-store.ts';
import type { ScanReading } from '../outside/scan-picture.ts';
import type { Signer } from '../outside/signer.ts';
import type { Account } from './account.ts';
import type { Proving } from './second-factor.ts';

/** Whoever asks, known by a session's cookie or by a bearer key. `rights` are those of this request. */
export type Actor = Account & {
  via: ({ kind: 'session' } & SessionVia) | { kind: 'api_key'; apiKeyId: string };
};

/** `proof`: when and by what it was last shown who this is; without it, not since this session began. */
export type SessionVia = { sessionId: string; proof?: Proof };
export type Proof = { at: Date; by: Proving };

/** The world beyond, as far as deeds speak to it. */
export type Outside = {
  /** The address under which people reach us, for links in mails. */
  base: string;
  files: FileStore;
  vault: Vault;
  gateway: CardGateway;
  /** The chamber's own signing key. */
  signerOf: (chamberId: string) => Promise<Signer>;
  readEvidence: (pdf: Buffer) => Promise<EvidenceReading>;
  /** A scanned sheet: PDF, JPEG or PNG. */
  readScan: (file: Buffer) => Promise<ScanReading>;
};

/** What every deed gets beside its input. `now` stands still for the length of a deed. */
export type Ctx = { db: Db; now: Date; jobs: JobQueue<Jobs>; outside: Outside; actor: Actor };

/** The same without anybody signed in. */
export type OpenCtx = Omit<Ctx, 'actor'>;

export function byOf(actor: Actor): By {
  return actor.via.kind === 'session'
    ? { kind: 'account', id: actor.accountId }
    : { kind: 'api_key', id: actor.via.apiKeyId };
}
