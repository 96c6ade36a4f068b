// Whether this database holds the demo world, and with which accounts: a row of the installation's own table.
import { z } from 'zod';
import { type Db, inInstallation } from '../src/lib/db.ts';

const DemoAccount = z.object({
  chamber: z.string(),
  id: z.string(),
  password: z.string(),
  role: z.string(),
  apiKey: z.string(),
  totpSecret: z.string().optional(),
});
const DemoCertificate = z.object({
  number: z.string(),
  accessCode: z.string(),
  date: z.string(),
  qr: z.string(),
  pdf: z.string(),
});
const Marker = z.discriminatedUnion('state', [
  z.object({ state: z.literal('making') }),
  z.object({ state: z.literal('ready'), accounts: z.array(DemoAccount), certificate: DemoCertificate }),
]);
export type Marker = z.infer<typeof Marker>;

const key = 'demo_world';

export async function readMarker(db: Db): Promise<Marker | undefined> {
  const row = await inInstallation(db, (trx) =>
    trx.selectFrom('installation').select('value').where('key', '=', key).executeTakeFirst(),
  );
  return row && Marker.parse(row.value);
}

export async function writeMarker(db: Db, marker: Marker): Promise<void> {
  const value = JSON.stringify(marker);
  await inInstallation(db, (trx) =>
    trx
      .insertInto('installation')
      .values({ key, value })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
      .execute(),
  );
}

/** True when somebody else's data is here: a database with a chamber, and no word of a demo. */
export async function isInUse(db: Db): Promise<boolean> {
  const row = await inInstallation(db, (trx) =>
    trx.selectFrom('chamber').select('chamber_id').limit(1).executeTakeFirst(),
  );
  return row !== undefined;
}
