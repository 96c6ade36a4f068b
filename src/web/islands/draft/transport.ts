// Box 5: shows the fields of the form that is chosen, at once; without this a button shows them.

export function startTransport(): void {
  const form = document.getElementById('f-transport.form');
  if (!(form instanceof HTMLSelectElement)) return;
  const parts = document.querySelectorAll<HTMLElement>('[data-island="transport-part"]');
  const show = (): void => {
    for (const part of parts) {
      const isUsed = (part.dataset['forms'] ?? '').split(' ').includes(form.value);
      // What holds a text stays in sight, so that it can be emptied.
      part.hidden = !isUsed && !holdsText(part);
    }
  };
  form.addEventListener('change', show);
  for (const button of document.querySelectorAll<HTMLElement>('[data-island="transport-show"]')) button.hidden = true;
  show();
}

function holdsText(part: HTMLElement): boolean {
  return [...part.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')].some((control) =>
    control instanceof HTMLInputElement && control.type === 'radio' ? control.checked : control.value.trim() !== '',
  );
}
