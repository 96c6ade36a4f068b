// What the ticked applications come to, while one ticks. The server adds it up by itself when the form is sent.

function start(form: HTMLElement): void {
  const output = form.querySelector('output');
  const boxes = [...form.querySelectorAll<HTMLInputElement>('input[type="checkbox"][data-yen]')];
  if (!output) return;
  const count = (n: number): string => n.toLocaleString('en-US');
  const show = (): void => {
    const ticked = boxes.filter((box) => box.checked);
    const yen = ticked.reduce((sum, box) => sum + Number(box.dataset['yen']), 0);
    const text = (output.dataset['words'] ?? '').replace('{count}', count(ticked.length)).replace('{yen}', count(yen));
    if (output.textContent !== text) output.textContent = text;
  };
  for (const box of boxes) box.addEventListener('change', show);
  // A browser that comes back keeps what was ticked, and not what we wrote.
  window.addEventListener('pageshow', show);
  show();
}

for (const form of document.querySelectorAll<HTMLElement>('[data-island="payment-total"]')) start(form);

export {};
