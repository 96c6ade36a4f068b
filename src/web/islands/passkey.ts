// A button that has the browser show or make a passkey, and sends the form with its answer. Without script there is none: the
// page's other ways stay.
import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser';

function start(frame: HTMLElement): void {
  const [name = '', waiting = '', failed = '', unsupported = ''] = JSON.parse(
    frame.dataset['words'] ?? '[]',
  ) as string[];
  const input = frame.querySelector('input');
  const { ask = '', way = 'show', tone = 'secondary' } = frame.dataset;
  const told = document.createElement('p');
  told.setAttribute('role', 'status');
  frame.append(told);
  if (!browserSupportsWebAuthn()) {
    told.textContent = unsupported;
    return;
  }
  const button = document.createElement('button');
  button.type = 'button';
  button.className = `button button-${tone}`;
  button.textContent = name;
  button.addEventListener('click', async () => {
    button.disabled = true;
    told.textContent = waiting;
    try {
      const answer = await asked(ask, way);
      if (answer === undefined || !input?.form) return;
      input.value = JSON.stringify(answer);
      input.form.requestSubmit();
    } catch {
      // Given up by the person, no such passkey here, or too late: the browser does not tell which.
      told.textContent = failed;
      button.disabled = false;
    }
  });
  // Back from the next page: the answer is used up.
  window.addEventListener('pageshow', () => {
    if (input) input.value = '';
    button.disabled = false;
  });
  frame.prepend(button);
}

/** Undefined: the server asks for something else first, which the page says when it is loaded again. */
async function asked(address: string, way: string): Promise<unknown> {
  const response = await fetch(address, { method: 'POST' });
  if (!response.ok) {
    location.reload();
    return undefined;
  }
  const optionsJSON = await response.json();
  return way === 'make' ? startRegistration({ optionsJSON }) : startAuthentication({ optionsJSON });
}

for (const frame of document.querySelectorAll<HTMLElement>('[data-island="passkey"]')) start(frame);
