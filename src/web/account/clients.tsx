// 取引先の切替: who holds sub IDs of several firms adds each once, and then switches by one button.
import { Hono } from 'hono';
import { type AddClientInput, addClient, removeClient, switchClient } from '../../accounts/clients.ts';
import { readTotpCode } from '../../accounts/totp.ts';
import { type Client, readClients } from '../../certificates/read-clients.ts';
import { isId } from '../../lib/ids.ts';
import { type FieldProblem, Refusal } from '../../lib/refusal.ts';
import { setLastChamberCookie, setSessionCookie } from '../cookies.ts';
import { errorStatus } from '../errors.tsx';
import { paths } from '../paths.ts';
import { addressOf, ctxOf, type Env, formOf, type Req } from '../request.ts';
import { clientsPage } from './clients-page.tsx';
import { clientsWords } from './clients-words.ts';

export const clientScreens = new Hono<Env>();

const nothingTyped = { chamber: '', id: '' };
const known = ['added', 'removed'] as const;

clientScreens.get(paths.clients, async (c) => {
  const done = known.find((one) => c.req.query(one) !== undefined);
  const added = c.req.query('added') ?? '';
  return c.html(clientsPage(c, await readClients(ctxOf(c)), { typed: nothingTyped, done, added }));
});

clientScreens.post(paths.clients, async (c) => {
  const form = await formOf(c);
  const typed = { chamber: form['chamber'] ?? '', id: form['id'] ?? '' };
  const password = form['password'] ?? '';
  const again = async (problems: readonly FieldProblem[], status: 422 | 429) =>
    c.html(clientsPage(c, await readClients(ctxOf(c)), { typed, problems }), status);
  const missing = missingIn({ ...typed, password });
  if (missing.length > 0) return again(missing, 422);
  try {
    const account = await addClient(
      { ...ctxOf(c), limits: c.var.deps.limits },
      {
        ...{ chamberId: typed.chamber, loginId: typed.id, password, browser: browserOf(c), address: addressOf(c) },
        ...factorIn(form['totp'] ?? ''),
      },
    );
    return c.redirect(`${paths.clients}?added=${account.accountId}`, 303);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'invalid') return again(error.fields.map(asNamed), 422);
    if (!(error instanceof Refusal) || error.code !== 'too_many') throw error;
    const seconds = error.retryAfterSeconds ?? 60;
    c.header('retry-after', String(seconds));
    return again([waitProblem(seconds)], errorStatus.too_many);
  }
});

/** One field for both: what is no code of an app is taken for a recovery code. */
function factorIn(typed: string): Pick<AddClientInput, 'factor'> {
  if (typed.trim() === '') return {};
  return { factor: { kind: readTotpCode(typed) === undefined ? 'recovery' : 'totp', code: typed } };
}

/** Names with `totp` in them are never carried through a sign-in (kept-form). */
const asNamed = (problem: FieldProblem): FieldProblem =>
  problem.field === 'factor' ? { ...problem, field: 'totp' } : problem;

/** `open`: the application to open then; whether it is that client's, its own page asks. */
clientScreens.post(paths.switchClient, async (c) => {
  const { accountId = '', open = '' } = await formOf(c);
  try {
    const { cookie, actor } = await switchClient(ctxOf(c), { accountId, browser: browserOf(c), address: addressOf(c) });
    setSessionCookie(c, cookie);
    setLastChamberCookie(c, actor.chamberId);
    return c.redirect(isId(open) ? paths.application(open) : paths.home, 303);
  } catch (error) {
    return gone(c, error);
  }
});

clientScreens.post(paths.removeClient, async (c) => {
  const { accountId = '' } = await formOf(c);
  try {
    await removeClient(ctxOf(c), accountId);
    return c.redirect(`${paths.clients}?removed`, 303);
  } catch (error) {
    return gone(c, error);
  }
});

async function gone(c: Req, error: unknown): Promise<Response> {
  if (!(error instanceof Refusal) || (error.code !== 'conflict' && error.code !== 'invalid')) throw error;
  const clients: Client[] = await readClients(ctxOf(c));
  if (error.code === 'invalid')
    return c.html(clientsPage(c, clients, { typed: nothingTyped, refused: error.fields[0] }), 422);
  return c.html(clientsPage(c, clients, { typed: nothingTyped, isGone: true }), errorStatus.conflict);
}

const browserOf = (c: Req): string => c.req.header('user-agent') ?? '';

const { ja, en } = clientsWords;
const waitProblem = (seconds: number): FieldProblem => ({ field: 'id', ja: ja.wait(seconds), en: en.wait(seconds) });

function missingIn(form: Readonly<Record<'chamber' | 'id' | 'password', string>>): FieldProblem[] {
  const fields = (['chamber', 'id', 'password'] as const).filter((field) => form[field].trim() === '');
  return fields.map((field) => ({ field, ja: ja[`${field}Missing`], en: en[`${field}Missing`] }));
}
