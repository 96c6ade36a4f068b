// Nothing typed is lost by leaving the page.
import type { Saver } from './saver.ts';

/** Forms leave the page when what is typed is saved, or when the server has to say why it cannot be. */
export function guardLeaving(form: HTMLFormElement, saver: Saver): void {
  let leaving = false;
  let warned = false;

  document.addEventListener('submit', (event) => {
    const leaver = event.target;
    if (!(leaver instanceof HTMLFormElement) || leaving || warned) return;
    if (!saver.dirty()) {
      leaving = true;
      return;
    }
    event.preventDefault();
    const { submitter } = event;
    void saver.flush().then((done) => {
      leaving = done || leaver === form;
      // Who tries again in spite of what was said is asked by the browser.
      warned = !leaving;
      if (leaving) leaver.requestSubmit(submitter);
    });
  });
  window.addEventListener('beforeunload', (event) => {
    if (!leaving && saver.dirty()) event.preventDefault();
  });
  window.addEventListener('pageshow', (event) => {
    leaving = false;
    // A page that the browser kept has an old version, and rows that may have changed since.
    if (event.persisted) location.reload();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void saver.flush();
  });
  form.addEventListener('focusout', (event) => {
    if (!(event.relatedTarget instanceof Node && form.contains(event.relatedTarget))) void saver.flush();
  });
}
