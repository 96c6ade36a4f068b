// A procedure of another firm with everything that an address can name of it, and a stranger who holds the link of his own.

import { inChamber } from '../../src/lib/db.ts';
import { newId } from '../../src/lib/ids.ts';
import type { FormCtx } from '../../src/registrations/procedures/applicant.ts';
import { insertPaper } from '../../src/registrations/procedures/procedure-papers-store.ts';
import { findNewestRules } from '../../src/registrations/procedures/rules-text-store.ts';
import { changeForm } from '../../src/registrations/procedures/save-procedure.ts';
import { startByAdministrator } from '../../src/registrations/procedures/start-procedure.ts';
import { submitForm } from '../../src/registrations/procedures/submit-procedure.ts';
import { legalRegistration, signatoryRow } from '../fixtures-registration.ts';
import { beginForm } from '../form-visitor.ts';
import { putSignature } from '../registration-desk-world.ts';
import type { World } from '../world.ts';
import { makeAdministrator, type Person } from './people.ts';
import type { Ids } from './row.ts';

export type ForeignProcedure = {
  /** Whose it is. */
  owner: Person;
  ids: Ids;
  /** His registration, as the register's addresses name it. */
  firm: Ids;
  /** The cookie of somebody who has another form open. */
  stranger: string;
};

/** 登録変更 of that user's firm, handed in: the desk sees it, too. */
export async function makeForeignProcedure(world: World, of: Person): Promise<ForeignProcedure> {
  const stranger = await beginForm(world, 'stranger@shiken.example');
  const owner = await makeAdministrator(world, 'other firm’s administrator', 'A9201', of);
  const { chamberId, registrationId } = owner.actor;
  const sha256 = await putSignature(world);
  const rules = await inChamber(world.house.db, chamberId, (trx) => findNewestRules(trx, chamberId));
  const began = { kind: 'change' as const, agreed: true, rulesVersion: rules?.version ?? 0 };
  const { procedureId } = await startByAdministrator(owner.ctx, began);
  const form: FormCtx = { ...owner.ctx, applicant: { kind: 'administrator', actor: owner.actor } };
  const key = newId(world.now());
  const row = {
    ...{ ...signatoryRow(key, 'Foreign Signatory', 'foreign@shiken.example'), withoutSignature: false },
    ...{ signatureSha256: sha256, signatureSourceSha256: sha256 },
    signatureScan: { pages: [sha256], cut: { page: 1, turn: 0 as const, before: sha256 } },
  };
  await changeForm(form, { procedureId }, () => legalRegistration({ signatories: [row] }));
  const paperId = newId(world.now());
  const paper = {
    chamberId,
    paperId,
    procedureId,
    kind: 'business_details',
    signatoryKey: null,
    how: 'upload',
  } as const;
  const picture = { sha256, width: 10, height: 10 };
  const file = { day: '2026-11-16', sha256: Buffer.from(sha256, 'hex'), fileName: 'scan.pdf', pictures: [picture] };
  await inChamber(world.house.db, chamberId, (trx) =>
    insertPaper(trx, { ...paper, ...file, accountId: null }, world.now()),
  );
  await submitForm(form, { procedureId });
  const parts = { key, page: '1', state: 'now', signatory: of.signatoryId ?? '', signatoryId: of.signatoryId ?? '' };
  return {
    ...{ owner, stranger: `hakkyu-form=${stranger.cookie}` },
    ids: { ...parts, id: procedureId, paper: paperId, paperId },
    firm: { ...parts, id: registrationId ?? '' },
  };
}
