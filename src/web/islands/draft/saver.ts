// When to save, and what to think of the answer. Knows no element of the page but the form it sends.

/** What the page shows of it. */
export type SaverEvents = {
  /** Which of the form's sentences (`data-…`) says how things stand. */
  say(what: 'unsaved' | 'failed' | 'conflict' | 'signedOut' | 'refused'): void;
  /** An answer came. `isNewer`: something was typed meanwhile. */
  saved(answer: unknown, isNewer: boolean): void;
  /** What stands there cannot be kept; the answer says why, where it came. */
  refused(answer: unknown): void;
};

/** How the page came: with what is saved, or with what could not be. */
export type Begins = 'clean' | 'stopped' | 'refused';

export type Saver = {
  /** Something was typed: saved when the typing pauses. */
  changed(): void;
  /** Now, if there is anything; resolves when it is answered. */
  save(): Promise<void>;
  /** The form is being posted: nothing goes beside it, with the same version. */
  leave(): void;
  /** While an input method composes, what stands in the field is not yet what is meant. */
  compose(on: boolean): void;
  /** `clean`: all is saved. `sent`: no answer yet. `stopped`: somebody saved first, a person must look. `refused`: until changed. */
  state(): 'clean' | 'dirty' | 'sent' | 'stopped' | 'refused';
};

type Memory = {
  isComposing: boolean;
  isDirty: boolean;
  isStopped: boolean;
  /** What stands there cannot be kept; it is tried again when it changes. */
  isRefused: boolean;
  /** What was sent and not answered: sent again as it is, since it may have been saved. */
  unanswered: URLSearchParams | undefined;
  failures: number;
};

/** Milliseconds after the last key; between tries at most; for an answer. */
const [pause, longestRetry, patience] = [1000, 30_000, 15_000];

/** @param fields the form as it would be posted now */
export function makeSaver(
  address: string,
  fields: () => URLSearchParams,
  events: SaverEvents,
  begins: Begins = 'clean',
): Saver {
  const now: Memory = {
    ...{ isComposing: false, isDirty: begins !== 'clean' },
    ...{ isStopped: begins === 'stopped', isRefused: begins === 'refused' },
    ...{ unanswered: undefined, failures: 0 },
  };
  let sending: Promise<void> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const later = (): void => {
    clearTimeout(timer);
    if (!now.isDirty || now.isStopped || now.isRefused || now.isComposing) return;
    const wait = now.failures === 0 ? pause : Math.min(longestRetry, pause * 2 ** now.failures);
    timer = setTimeout(() => void save(), wait);
  };
  const save = (): Promise<void> => {
    clearTimeout(timer);
    if (sending !== undefined) return sending;
    if (now.isComposing || now.isStopped || now.isRefused || !(now.isDirty || now.unanswered)) return Promise.resolve();
    sending = send(address, fields, now, events).finally(() => {
      sending = undefined;
      later();
    });
    return sending;
  };
  const changed = (): void => {
    now.isDirty = true;
    now.isRefused = false;
    if (now.isStopped) return;
    if (now.failures === 0) events.say('unsaved');
    if (sending === undefined) later();
  };
  const compose = (on: boolean): void => {
    now.isComposing = on;
    if (on) clearTimeout(timer);
    else changed();
  };
  return { changed, save, compose, leave: () => clearTimeout(timer), state: () => stateOf(now) };
}

function stateOf(now: Memory): ReturnType<Saver['state']> {
  if (now.isStopped) return 'stopped';
  if (now.unanswered !== undefined) return 'sent';
  if (now.isRefused) return 'refused';
  return now.isDirty ? 'dirty' : 'clean';
}

async function send(address: string, fields: () => URLSearchParams, now: Memory, events: SaverEvents): Promise<void> {
  if (now.unanswered === undefined) {
    now.unanswered = fields();
    now.isDirty = false;
  }
  const response = await answered(address, now.unanswered);
  if (response === undefined || !response.ok) return refused(response?.status ?? 0, response?.body, now, events);
  now.unanswered = undefined;
  now.failures = 0;
  events.saved(response.body, now.isDirty);
}

/** Undefined without a network, or when the answer was cut off. */
async function answered(
  address: string,
  body: URLSearchParams,
): Promise<{ ok: boolean; status: number; body: unknown } | undefined> {
  try {
    const response = await fetch(address, { method: 'POST', body, signal: AbortSignal.timeout(patience) });
    const { ok, status } = response;
    return { ok, status, body: ok || status === 422 ? await response.json() : undefined };
  } catch {
    return undefined;
  }
}

/** @param status 0: no answer came */
function refused(status: number, body: unknown, now: Memory, events: SaverEvents): void {
  const isNewer = now.isDirty;
  now.isDirty = true;
  // Nothing was heard, the server is not well, wants us slower, or knows us no more: the same again, later.
  if (status === 0 || status >= 500 || status === 429 || status === 401) {
    now.failures += 1;
    events.say(status === 401 ? 'signedOut' : 'failed');
    return;
  }
  now.unanswered = undefined;
  const isRefused = status === 422 || status === 413;
  // What was refused does not stand there any more: what does is sent next.
  if (isRefused && isNewer) {
    events.say('unsaved');
    return;
  }
  now.isRefused = isRefused;
  now.isStopped = !isRefused;
  events.say(status === 409 ? 'conflict' : 'refused');
  if (status === 422) events.refused(body);
}
