// A database of its own in a temporary folder, with the demo chamber and as many certificates as a bench wants.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DemoAccount, makeDemoWorld } from '../../demo/world.ts';
import type { DbAddress } from '../../src/lib/db.ts';
import { type House, openHouse } from '../../src/main.ts';
import { noGateway } from '../../src/outside/card-gateway.ts';
import { openOwnServer } from '../../src/own-server.ts';
import { root } from '../root.ts';

/** What another process needs to open the same house. */
export type BenchPlace = { database: DbAddress; folder: string; base: string };

export type BenchWorld = {
  place: BenchPlace;
  house: House;
  accounts: readonly DemoAccount[];
  close(): Promise<void>;
};

/** As an installation has it: PostgreSQL with fsync, files on disk. Nothing is sent, nothing is paid. */
export const quietHouse = ({ database, folder, base }: BenchPlace) => ({
  ...{ database, base, root, clock: () => new Date(), gateway: noGateway, mailer: { send: async () => undefined } },
  ...{ files: join(folder, 'files'), keys: join(folder, 'keys') },
});

/** @param base the address that the server will have */
export async function openBenchWorld(base: string): Promise<BenchWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'hakkyu-bench-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  const server = await openOwnServer(folder, root).catch((error: unknown) => {
    remove();
    throw error;
  });
  const place = { database: server.app, folder, base };
  const house = await openHouse({ ...quietHouse(place), worker: false, log: complain });
  const close = async (): Promise<void> => {
    await house.close();
    await server.stop();
    remove();
  };
  try {
    const ctx = { db: house.db, jobs: house.jobs, outside: house.outside, now: new Date() };
    const accounts = await makeDemoWorld(ctx, join(folder, 'keys'));
    return { place, house, accounts, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A bench in which something fails has measured nothing. */
export const complain = {
  info: () => undefined,
  error: (what: string, error: unknown) => console.error(what, error),
};
