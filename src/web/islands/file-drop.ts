// A place to drop files, and a word about one that is too large before it goes on its way. The input works without this.

function start(place: HTMLElement): void {
  const input = place.querySelector<HTMLInputElement>('input[type="file"]');
  const most = Number(place.dataset['maxBytes']);
  if (!input) return;
  for (const name of ['dragenter', 'dragover']) place.addEventListener(name, () => place.classList.add('over'));
  for (const name of ['dragleave', 'drop']) place.addEventListener(name, () => place.classList.remove('over'));
  input.addEventListener('change', () => {
    const large = [...(input.files ?? [])].find((file) => file.size > most);
    // The browser shows it at the field when the form is sent, and sends nothing.
    input.setCustomValidity(large === undefined ? '' : `${large.name}: ${place.dataset['tooLarge'] ?? ''}`);
    if (large !== undefined) input.reportValidity();
  });
}

for (const place of document.querySelectorAll<HTMLElement>('[data-island="file-drop"]')) start(place);

export {};
