// Saves the boxes while one types, and says so. The form works without this: it only spares the button.
import { type ShownFinding, showFindings } from './draft/findings.ts';
import { type MendRow, showMends } from './draft/mends.ts';
import { type Begins, makeSaver, type Saver, type SaverEvents } from './draft/saver.ts';
import { startTransport } from './draft/transport.ts';

/** What the server answers (web/firm/boxes/boxes.tsx). */
type Answer = { version: number; saved: string; findings: ShownFinding[]; mends: MendRow[]; more: string };

function start(form: HTMLFormElement): void {
  const output = document.querySelector<HTMLOutputElement>('output[data-island="saved"]');
  const version = form.elements.namedItem('version');
  const { autosave } = form.dataset;
  if (!(version instanceof HTMLInputElement) || autosave === undefined) return;

  const tell = (state: string, text: string): void => {
    if (!output) return;
    output.dataset['state'] = state;
    // What was said is not said again by a screen reader, nor a link taken from under somebody's hand.
    if (output.firstChild?.textContent !== text) output.textContent = text;
    if (state === 'signedOut') offerSignIn(output, form.dataset['signIn'] ?? '');
  };
  const events: SaverEvents = {
    say: (what) => tell(what, form.dataset[what] ?? ''),
    refused: (body) => showFindings(form, (body as Partial<Answer> | undefined)?.findings ?? []),
    saved(body, isNewer) {
      const answer = body as Answer;
      version.value = String(answer.version);
      if (isNewer) tell('unsaved', form.dataset['unsaved'] ?? '');
      else tell('saved', answer.saved);
      refreshPaper(answer.version);
      showFindings(form, answer.findings);
      showMends(form, answer.mends, answer.more);
    },
  };
  const saver = makeSaver(autosave, () => fieldsOf(form), events, begins(output?.dataset['state']));
  listen(form, saver);
}

/** A page that came back with what could not be saved is not clean: a conflict waits for a person, the rest for a change. */
function begins(standing: string | undefined): Begins {
  if (standing === 'conflict') return 'stopped';
  return standing === 'refused' ? 'refused' : 'clean';
}

/** In another tab, as the goods page does it: what was typed stays on this one. */
function offerSignIn(output: HTMLOutputElement, label: string): void {
  if (output.querySelector('a')) return;
  const link = Object.assign(document.createElement('a'), { href: '/sign-in', target: '_blank', rel: 'noreferrer' });
  link.textContent = label;
  output.append(' ', link);
}

function listen(form: HTMLFormElement, saver: Saver): void {
  let isLeaving = false;
  form.addEventListener('input', () => saver.changed());
  form.addEventListener('compositionstart', () => saver.compose(true));
  form.addEventListener('compositionend', () => saver.compose(false));
  form.addEventListener('focusout', () => void saver.save());
  window.addEventListener('online', () => void saver.save());
  form.addEventListener('submit', (event) => {
    isLeaving = mayLeave(form, saver, event);
    if (isLeaving) saver.leave();
    else event.preventDefault();
  });
  window.addEventListener('beforeunload', (event) => {
    if (!isLeaving && saver.state() !== 'clean') event.preventDefault();
  });
  // A page that the browser kept knows an old version: another step may have saved since.
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload();
  });
}

function mayLeave(form: HTMLFormElement, saver: Saver, { submitter }: SubmitEvent): boolean {
  const state = saver.state();
  if (state === 'sent') {
    // The answer brings the version without which the form would be in conflict with itself; without a connection
    // (or signed out) posting the form would only lose what stands in it.
    void saver.save().then(() => {
      if (saver.state() !== 'sent') form.requestSubmit(submitter);
    });
    return false;
  }
  // The strip's button, which is also what the Enter key presses: saved, and one stays where one is.
  if (submitter?.closest('.save-strip') == null || state === 'stopped' || state === 'refused') return true;
  if (state === 'clean') saver.changed();
  void saver.save();
  return false;
}

/** The form as it would be posted; it holds no files. */
function fieldsOf(form: HTMLFormElement): URLSearchParams {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value);
  return fields;
}

/** The new picture is loaded before it replaces the old one, so that the paper does not flash. */
function refreshPaper(version: number): void {
  const paper = document.querySelector<HTMLImageElement>('img[data-island="paper"]');
  if (!paper) return;
  const address = new URL(paper.src);
  address.searchParams.set('v', String(version));
  const next = new Image();
  next.addEventListener('load', () => {
    paper.src = next.src;
  });
  next.src = address.href;
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-island="draft"]')) start(form);
startTransport();
