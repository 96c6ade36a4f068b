// Forms of registration for tests of their pages: begun, opened in a browser without script, read as they stand.
import { expect } from 'vitest';
import type { FormCtx } from '../src/registrations/procedures/applicant.ts';
import { readForm } from '../src/registrations/procedures/read-procedure.ts';
import { startByMail } from '../src/registrations/procedures/start-procedure.ts';
import type { Visitor, World } from './world.ts';

const chamberId = '9901';
export const startPath = '/registration/9901/start';

export type Forms = ReturnType<typeof formsOf>;

export function formsOf(world: World) {
  let addresses = 0;
  /** Each from a place of its own, so that no test uses up another's attempts. */
  const nextMail = (): string => `form${++addresses}@shiken.example`;

  /** Agrees, and asks for the mail. */
  const begin = (visitor: Visitor, mail: string, more: Record<string, string> = {}): Promise<Response> =>
    visitor.post(startPath, { kind: 'new', version: '1', agreed: 'yes', mail, paperNumber: '', ...more });

  /** The code of the newest mail to this address. */
  async function codeTo(mail: string): Promise<string> {
    await world.work();
    const text = world.mails.findLast((one) => one.to === mail && one.text.includes('#'))?.text ?? '';
    return /#([0-9A-Z-]+)/.exec(text)?.[1] ?? '';
  }

  /** Opens the form in that browser. */
  async function open(visitor: Visitor, code: string): Promise<string> {
    const answer = await visitor.post('/registration/open', { code });
    expect(answer.status).toBe(303);
    return /forms\/([^/]+)$/.exec(answer.headers.get('location') ?? '')?.[1] ?? '';
  }

  /** Begun by the deed: the pages count what comes from one address, and all these browsers have the same. */
  async function began(paperNumber?: string): Promise<{ visitor: Visitor; id: string; mail: string }> {
    const [visitor, mail] = [world.visitor(), nextMail()];
    const { db, jobs, outside } = world.house;
    const kind = paperNumber === undefined ? { kind: 'new' as const } : { kind: 'switch' as const, paperNumber };
    const input = { chamberId, mail, agreed: true, rulesVersion: 1, ...kind };
    await startByMail({ db, jobs, outside, now: world.now() }, input);
    return { visitor, mail, id: await open(visitor, await codeTo(mail)) };
  }

  const asForm = (id: string): FormCtx => {
    const { db, jobs, outside } = world.house;
    return { db, jobs, outside, now: world.now(), applicant: { kind: 'link', chamberId, procedureId: id } };
  };
  const versionOf = async (id: string): Promise<string> => String((await readForm(asForm(id), id)).procedure.version);

  return { nextMail, begin, codeTo, open, began, asForm, versionOf };
}
