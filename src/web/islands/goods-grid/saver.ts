// Saves what is typed, one request at a time, and never over somebody else's work without being told to.
import type { GoodsLine } from '../../../applications/forms/origin/content.ts';
import { type GridState, isEmptyLine } from '../../firm/goods/goods-page.ts';
import type { Lang } from '../../ui/words.ts';
import { type Answer, sendLines } from './send.ts';
import type { Status } from './status.ts';
import { gridWords } from './words.ts';

const quietMs = 1000;

export type Saver = {
  /** Something was typed: it is saved a second after the last of it. */
  changed(): void;
  /** Saves now what is not saved; true when nothing is left. `again`: also where the last try was refused. */
  flush(options?: { again?: boolean }): Promise<boolean>;
  /** Resolves when no request is under way, whatever came of it. */
  settled(): Promise<void>;
  /** Lines that go behind the page's last with the next save; those of a save under way are not among them. */
  behind: GoodsLine[];
  dirty(): boolean;
};

type House = {
  form: HTMLFormElement;
  state: GridState;
  lang: Lang;
  status: Status;
  lines: () => readonly GoodsLine[];
  /** After each save; `behind`: how many lines went behind the page. */
  saved: (behind: number) => Promise<void> | void;
  /** The server does not take it; true when the grid has dealt with it (a paste that is too long is taken back). */
  invalid: (behind: number) => boolean;
};

export function makeSaver(house: House): Saver {
  const { state, status, lang, form } = house;
  const w = gridWords[lang];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dirty = false;
  let stopped = false; // a refusal that only a person can settle
  let running: Promise<boolean> | undefined;

  const again = { label: w.again, act: () => void saver.flush({ again: true }) };
  const signIn = { label: w.signIn, href: '/sign-in' };
  const latest = { label: w.latest, href: form.getAttribute('action') ?? '' };

  async function save(): Promise<boolean> {
    const kept = house.lines().filter((line) => !isEmptyLine(line));
    const { behind } = saver;
    saver.behind = [];
    dirty = false;
    status.saving();
    const { version, from, count } = state;
    const answer = await sendLines(state.linesAddress, { version, from, count, goods: [...kept, ...behind] });
    if (answer.kind !== 'saved') return refused(answer, behind);
    Object.assign(state, { version: answer.version, total: answer.total, count: kept.length });
    for (const name of ['version', 'count'] as const)
      form.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.setAttribute('value', String(state[name]));
    status.time(answer.time);
    await house.saved(behind.length);
    return true;
  }

  function refused(answer: Exclude<Answer, { kind: 'saved' }>, behind: readonly GoodsLine[]): boolean {
    const problems = problemsOf(answer);
    if (problems && house.invalid(behind.length)) {
      status.say('attention', [...problems, w.takenBack]);
      return true;
    }
    saver.behind.unshift(...behind);
    dirty = true;
    stopped = true;
    status.unsaved();
    if (answer.kind === 'conflict') conflict(answer);
    else if (answer.kind === 'signed-out') status.say('attention', [w.signedOut], [again, signIn]);
    else status.say('attention', problems ?? [w.failed], [again]);
    return false;
  }

  const problemsOf = (answer: Answer): readonly string[] | undefined =>
    answer.kind === 'invalid' ? answer.problems : answer.kind === 'too-large' ? [w.tooLarge] : undefined;

  function conflict(answer: { version: number; status: string }): void {
    if (answer.status !== 'draft' && answer.status !== 'returned') {
      status.say('attention', [w.closed], [latest]);
      return;
    }
    const mine = {
      label: w.mine,
      act: () => {
        state.version = answer.version;
        void saver.flush({ again: true });
      },
    };
    status.say('attention', [w.conflict], [mine, latest]);
  }

  const saver: Saver = {
    behind: [],
    async settled() {
      while (running !== undefined) await running;
    },
    dirty: () => dirty || running !== undefined,
    changed() {
      dirty = true;
      if (!stopped) status.unsaved();
      clearTimeout(timer);
      timer = setTimeout(() => void saver.flush(), quietMs);
    },
    async flush(options = {}) {
      clearTimeout(timer);
      if (options.again) {
        stopped = false;
        dirty = true;
        status.clear();
      }
      await saver.settled();
      if (stopped || !dirty) return !dirty;
      running = save();
      const done = await running;
      running = undefined;
      return done && (dirty ? saver.flush() : true);
    },
  };
  return saver;
}
