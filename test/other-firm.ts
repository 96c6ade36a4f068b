// A second firm of the same chamber, to whom nothing of the first belongs.

import { demoSignature } from '../demo/signature.ts';
import type { Ctx } from '../src/accounts/context.ts';
import { hashPassword } from '../src/accounts/password.ts';
import { findActor } from '../src/accounts/sessions.ts';
import { insertAccount } from '../src/accounts/store.ts';
import { insertFiles } from '../src/chambers/files-store.ts';

import { addDays, dayInJapan } from '../src/lib/clock.ts';
import { inChamber } from '../src/lib/db.ts';
import { newId } from '../src/lib/ids.ts';
import { insertRegistration, insertSignatory } from '../src/registrations/store.ts';
import type { Visitor, World } from './world.ts';

export type OtherFirm = { visitor: Visitor; ctx: Ctx; signatoryId: string };

/** Signed in already. */
export async function makeOtherFirm(world: World): Promise<OtherFirm> {
  const { db, jobs, outside } = world.house;
  const [chamberId, now] = [world.account('user').chamber, world.now()];
  const [registrationId, accountId, signatoryId] = [newId(now), newId(now), newId(now)];
  const login = { chamber: chamberId, id: 'U9999', password: 'other-firm-u9999' };
  const signature = demoSignature();
  const signatureSha256 = await outside.files.put(signature);
  const passwordHash = await hashPassword(login.password);
  await inChamber(db, chamberId, async (trx) => {
    await insertRegistration(
      trx,
      {
        ...{ chamberId, registrationId, number: '9901-999999', nameJa: '別の会社', nameEn: 'OTHER FIRM INC.' },
        ...{ addressEn: '9 Other Street', placeEn: 'Mihon, Japan', memberClass: 'member', status: 'active' },
        ...{ validFrom: addDays(dayInJapan(now), -1), validUntil: addDays(dayInJapan(now), 700) },
        ...{ usersSeeAll: false, releaseRequired: false, kind: 'applicant', legalForm: 'corporation' },
        ...{ corporateNumber: null, paperNumber: null },
      },
      now,
    );
    await insertAccount(
      trx,
      {
        ...{
          chamberId,
          accountId,
          loginId: login.id,
          role: 'user',
          status: 'active',
          registrationId,
          nameJa: '別 人',
          nameEn: 'Other Person',
        },
        ...{ titleEn: '', mail: 'other@firm.example', rights: [], passwordHash },
      },
      now,
    );
    await insertFiles(trx, chamberId, now, [
      { sha256: signatureSha256, mediaType: 'image/png', size: signature.length },
    ]);
    const names = {
      ...{ nameJa: '別 人', nameEn: 'Other Person', titleEn: 'Clerk' },
      ...{ status: 'active' as const, successorId: null },
    };
    await insertSignatory(trx, { chamberId, signatoryId, registrationId, accountId, signatureSha256, ...names }, now);
  });
  const visitor = world.visitor();
  await visitor.signIn(login);
  const cookie = /\bhakkyu=([^;]*)/.exec(visitor.cookie)?.[1] ?? '';
  const actor = await findActor(db, decodeURIComponent(cookie), now);
  if (!actor) throw new Error('the other firm is not signed in');
  return { visitor, signatoryId, ctx: { db, jobs, outside, now, actor } };
}
