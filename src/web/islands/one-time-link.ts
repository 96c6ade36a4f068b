// The code of a mailed link stands behind its `#`, which no server gets: it is put into the form, taken out of the address
// (and so out of the browser's history), and the form is sent, which only shows whose ID it is for.

function start(form: HTMLFormElement): void {
  const input = form.querySelector('input');
  const take = (): void => {
    const code = location.hash.slice(1);
    if (!input || !/^[0-9A-Za-z-]+$/.test(code)) return;
    // The links within a page have ids behind their `#`, too.
    if (document.getElementById(code)) return;
    history.replaceState(null, '', location.pathname);
    input.value = code;
    form.requestSubmit();
  };
  window.addEventListener('hashchange', take);
  take();
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-island="one-time-link"]')) start(form);

export {};
