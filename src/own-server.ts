// Our own PostgreSQL below the data folder, with the newest shape of the database in it.
import { join } from 'node:path';
import { jobNames } from './audit/jobs.ts';
import type { DbAddress } from './lib/db.ts';
import { migrate } from './lib/db-migrate.ts';
import { dropOwnDatabase, type OwnDatabase, ownDatabase } from './outside/own-database.ts';
import { ownPort, socketFolderOf, startOwnPostgres } from './outside/own-postgres.ts';

export type OwnServer = OwnDatabase & {
  /** Throws everything in the database away and makes it anew, empty. */
  startOver(): Promise<void>;
  stop(): Promise<void>;
};

const name = 'hakkyu';

/** @param data the data folder; @param root the checkout. Throws AlreadyRunning when somebody runs on that folder. */
export async function openOwnServer(data: string, root: string): Promise<OwnServer> {
  const server = await startOwnPostgres(data);
  const make = async (): Promise<OwnDatabase> => {
    const database = await ownDatabase(server, name, join(root, 'db/roles.sql'));
    await migrate(database.owner, join(root, 'db/migrations'), jobNames);
    return database;
  };
  try {
    const database = await make();
    return {
      ...database,
      async startOver() {
        await dropOwnDatabase(server, name);
        await make();
      },
      stop: server.stop,
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** The database of a server that runs on that data folder already, as the server's own role. */
export function runningServer(data: string): DbAddress {
  return { host: socketFolderOf(data), port: ownPort, user: 'hakkyu_app', database: name };
}
