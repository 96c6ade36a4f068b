// PostgreSQL refuses to run as root. Started by root, it runs as the user `postgres` (made when missing), with the one
// capability to pass folder permissions: the data folder may lie below root's own 0700 home.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';

export type DatabaseUser = { uid: number; gid: number };

/** undefined: we are no root, the database runs as ourselves. An existing database keeps its owner. */
export function databaseUserFor(existing: string | undefined): DatabaseUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  if (existing) {
    const { uid, gid } = statSync(existing);
    if (uid !== 0) return { uid, gid };
  }
  const found = findUser('postgres');
  if (found) return found;
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], { stdio: 'pipe' });
  } catch (cause) {
    throw new Error(
      'PostgreSQL does not run as root, and the user "postgres" could not be made. Start as another user.',
      {
        cause,
      },
    );
  }
  const made = findUser('postgres');
  if (!made) throw new Error('The user "postgres" was made and is not in /etc/passwd. Start as another user.');
  return made;
}

function findUser(name: string): DatabaseUser | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

/** The command line that runs a program as that user, told to end when we die. */
export function asDatabaseUser(user: DatabaseUser | undefined, program: string, args: string[]): [string, string[]] {
  const hasSetpriv = process.platform === 'linux' && spawnSync('setpriv', ['--version']).status === 0;
  const death = ['--pdeathsig', 'INT'];
  if (!user) return hasSetpriv ? ['setpriv', [...death, program, ...args]] : [program, args];
  if (!hasSetpriv)
    throw new Error('To run PostgreSQL as root the program `setpriv` (util-linux) is needed. Start as another user.');
  const only = '-all,+dac_override';
  return [
    'setpriv',
    [
      ...['--reuid', String(user.uid), '--regid', String(user.gid), '--clear-groups', '--no-new-privs', ...death],
      // no_setuid_fixup: without it access(2) would ignore the capability, and initdb calls its own binary invalid
      ...['--inh-caps', only, '--ambient-caps', only, '--bounding-set', only, '--securebits', '+no_setuid_fixup'],
      program,
      ...args,
    ],
  ];
}
