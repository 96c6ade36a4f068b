// Shows at the fields what the rules say of what was just saved, in the same elements as the server does.

export type ShownFinding = { path: string; level: 'block' | 'warn'; text: string };

/** Replaces everything that stood there before. */
export function showFindings(form: HTMLFormElement, findings: readonly ShownFinding[]): void {
  for (const old of form.querySelectorAll('.field-error, .field-hint')) old.remove();
  for (const field of form.querySelectorAll('.field-wrong')) field.classList.remove('field-wrong');
  for (const control of form.querySelectorAll('[aria-invalid]')) control.removeAttribute('aria-invalid');
  for (const control of form.querySelectorAll('[aria-describedby]')) describe(control);
  const seen = new Set<string>();
  for (const finding of findings) {
    const key = `${finding.level} ${finding.path}`;
    if (!seen.has(key)) show(form, finding);
    seen.add(key); // one sentence a field and kind: the next shows when this is mended
  }
}

function show(form: HTMLFormElement, { path, level, text }: ShownFinding): void {
  const place = document.getElementById(`f-${path}`);
  const field = place?.closest('.field');
  if (!place || !field || !form.contains(place)) return;
  const isWrong = level === 'block';
  const words = document.createElement(isWrong ? 'p' : 'span');
  words.className = isWrong ? 'field-error' : 'field-hint';
  words.id = isWrong ? `f-${path}-error` : `f-${path}-hint`;
  if (isWrong) words.append(unseen(form.dataset['errorPrefix'] ?? ''));
  words.append(text);
  if (place === field) field.append(words);
  else before(place, field).before(words);
  if (isWrong) field.classList.add('field-wrong');
  if (place === field) return;
  describe(field.matches('fieldset') ? field : place, words.id);
  if (isWrong) place.setAttribute('aria-invalid', 'true');
}

/** The child of the field that holds the control. */
function before(control: Element, field: Element): Element {
  let child = control;
  while (child.parentElement !== null && child.parentElement !== field) child = child.parentElement;
  return child;
}

/** Ties words to a control, or unties all that an earlier answer has tied. */
function describe(control: Element, id = ''): void {
  const others = (control.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .filter((one) => !/-(error|hint)$/.test(one));
  const all = [...others, id].filter((one) => one !== '');
  if (all.length > 0) control.setAttribute('aria-describedby', all.join(' '));
  else control.removeAttribute('aria-describedby');
}

function unseen(text: string): HTMLElement {
  const span = document.createElement('span');
  span.className = 'unseen';
  span.textContent = text;
  return span;
}
