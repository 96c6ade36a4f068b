// A button beside a password that shows what is typed: a long one is typed right more often so (NIST SP 800-63B-4, 3.1.1.2).

function start(frame: HTMLElement): void {
  const input = frame.querySelector('input');
  const [show = '', hide = '', shown = '', hidden = ''] = JSON.parse(frame.dataset['words'] ?? '[]') as string[];
  if (!input) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button button-link';
  button.setAttribute('aria-controls', input.id);
  const told = document.createElement('span');
  told.className = 'unseen';
  told.setAttribute('role', 'status');
  const set = (visible: boolean): void => {
    input.type = visible ? 'text' : 'password';
    button.textContent = visible ? hide : show;
  };
  button.addEventListener('click', () => {
    const visible = input.type === 'password';
    set(visible);
    told.textContent = visible ? shown : hidden;
  });
  // A browser remembers what was typed into a field of text, and may offer it to the next person.
  input.form?.addEventListener('submit', () => set(false));
  window.addEventListener('pageshow', () => set(false));
  set(false);
  frame.append(button, told);
}

for (const frame of document.querySelectorAll<HTMLElement>('[data-island="reveal-password"]')) start(frame);

export {};
