// While a payment is being confirmed or its certificates are made: looks for news and shows them in place. Without this the
// page has a link to itself.

const everyMs = 3_000;
/** Whoever leaves the page open over night does not go on asking. */
const mostTimes = 400;

function start(): void {
  const said = document.querySelector('#payment-said');
  let times = 0;
  const look = async (): Promise<void> => {
    const live = document.querySelector<HTMLElement>('#payment-live');
    const address = live?.dataset['refresh'];
    if (!live || address === undefined || ++times > mostTimes) return;
    const fresh = document.hidden ? undefined : await ask(address);
    if (fresh && fresh.innerHTML !== live.innerHTML && !live.contains(document.activeElement)) {
      live.replaceWith(fresh);
      const text = fresh.querySelector('.next-step')?.textContent ?? '';
      if (said) said.textContent = text.replace(/\s+/g, ' ').trim();
    }
    setTimeout(() => void look(), everyMs);
  };
  setTimeout(() => void look(), everyMs);
}

/** The same part of the page as it is now; undefined when it cannot be had at this moment. */
async function ask(address: string): Promise<HTMLElement | undefined> {
  try {
    const answer = await fetch(address, { headers: { accept: 'text/html' } });
    if (!answer.ok) return undefined;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    return page.querySelector<HTMLElement>('#payment-live') ?? undefined;
  } catch {
    return undefined; // no network now: the next look may have it
  }
}

start();

export {};
