// One key for each thing that an examiner does three hundred times a day. They do nothing while one types, and can be
// turned off (WCAG 2.1.4); the choice stays in this browser. Every key only does what a link or a button does.

const store = 'hakkyu-desk-keys';
const help = document.querySelector<HTMLDetailsElement>('[data-island="desk-keys"]');
const toggle = help?.querySelector<HTMLInputElement>('input[type="checkbox"]');

function isOn(): boolean {
  try {
    return localStorage.getItem(store) !== 'off';
  } catch {
    return true; // a browser that keeps nothing: on until the page is left
  }
}

function keep(on: boolean): void {
  try {
    localStorage.setItem(store, on ? 'on' : 'off');
  } catch {
    // The switch still holds for this page: the box itself is asked at each key.
  }
}

const typesIn = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !['radio', 'checkbox', 'submit', 'button'].includes(target.type)));

const pane = (side: 'left' | 'right'): HTMLElement | null => document.getElementById(`pane-${side}`);

/** What j and k step through: the rows of a list, or the pages in the part that has the focus, else in the right one. */
function steps(): HTMLElement[] {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')];
  if (rows.length > 0) return rows;
  const left = pane('left');
  const side = left?.contains(document.activeElement) ? left : pane('right');
  return side ? [...side.querySelectorAll<HTMLElement>('[data-page]')] : [];
}

/** Side by side the parts move by themselves, and stay in sight together: the signatures stand above the invoice. */
function show(one: HTMLElement): void {
  const sides = one.closest('.desk-sides');
  const part = one.closest('.desk-pane');
  if (!sides || sides.clientHeight > window.innerHeight) {
    one.scrollIntoView({ block: sides && part ? 'start' : 'nearest' });
    return;
  }
  if (part) part.scrollTop += one.getBoundingClientRect().top - part.getBoundingClientRect().top - 8;
  sides.scrollIntoView({ block: 'nearest' });
}

/** Which page was last gone to, in each part: the focus may stand on the part itself. */
let at: HTMLElement | undefined;

function step(by: 1 | -1): void {
  const all = steps();
  const { activeElement } = document;
  const focused = activeElement instanceof HTMLElement ? all.indexOf(activeElement) : -1;
  const now = focused >= 0 || !at ? focused : all.indexOf(at);
  const next = all[now < 0 ? 0 : Math.min(all.length - 1, Math.max(0, now + by))];
  if (!next) return;
  at = next;
  next.focus({ preventScroll: true });
  show(next);
}

function act(key: string): void {
  const target = document.querySelector<HTMLElement>(`[data-key="${key}"]`);
  if (!target) return;
  if (key === 'n') target.click();
  else {
    target.focus({ preventScroll: true });
    show(target);
  }
}

const deeds: Readonly<Record<string, () => void>> = {
  n: () => act('n'),
  a: () => act('a'),
  r: () => act('r'),
  h: () => pane('left')?.focus(),
  l: () => pane('right')?.focus(),
  j: () => step(1),
  k: () => step(-1),
};

function onKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.isComposing || event.repeat) return;
  if (event.defaultPrevented || !toggle?.checked || typesIn(event.target)) return;
  const deed = deeds[event.key];
  if (!deed) return;
  event.preventDefault();
  deed();
}

if (help && toggle) {
  toggle.checked = isOn();
  toggle.addEventListener('change', () => keep(toggle.checked));
  help.hidden = false;
  document.addEventListener('keydown', onKey);
}

export {};
