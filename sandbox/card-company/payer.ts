/** What a payer does at the payment page: which card, and the answer to its issuer's 3-D Secure page. */
export type Payment = { number: string; secure?: 'approve' | 'deny' | 'wrong_code' };

/** Where it ended: back at the shop (an address), or at a page of the card company that asks for something. */
export type Ending = { returnedTo: string } | { status: number; page: string; url: string };

/** A payer without a browser: goes through the pages as their forms say, for tests and for filling a demo world. */
export async function payAtPage(pageUrl: string, payment: Payment): Promise<Ending> {
  const form = await openForm(pageUrl);
  const sent = await sendForm(form, { number: payment.number, expiry: '12/99', cvc: '123', name: 'TARO SUZUKI' });
  if (!('returnedTo' in sent) && new URL(sent.url).pathname.endsWith('/secure')) {
    return sendForm(formOf(sent), secureAnswer(sent.page, payment.secure ?? 'approve'));
  }
  return sent;
}

export type PageForm = { action: string; hidden: Record<string, string> };

/** Opens a page of the card company and reads its form. */
export async function openForm(pageUrl: string): Promise<PageForm> {
  const page = await follow(pageUrl, await fetch(pageUrl, { redirect: 'manual' }));
  if ('returnedTo' in page) throw new Error(`expected a form at ${pageUrl}, was sent to ${page.returnedTo}`);
  return formOf(page);
}

/** Sends a form as a browser would, and goes where the answer leads. */
export async function sendForm(form: PageForm, fields: Record<string, string>): Promise<Ending> {
  const answer = await fetch(form.action, {
    method: 'POST',
    body: new URLSearchParams({ ...form.hidden, ...fields }),
    redirect: 'manual',
  });
  return follow(form.action, answer);
}

/** The one-time code that the 3-D Secure page shows, with the button that is pressed. */
export function secureAnswer(page: string, answer: 'approve' | 'deny' | 'wrong_code'): Record<string, string> {
  const shown = /<p class="code">(\d{6})<\/p>/.exec(page)?.[1];
  if (shown === undefined) throw new Error('expected a one-time code on the page');
  const wrong = shown === '000000' ? '111111' : '000000';
  return { code: answer === 'wrong_code' ? wrong : shown, answer: answer === 'deny' ? 'deny' : 'approve' };
}

async function follow(from: string, answer: Response): Promise<Ending> {
  const location = answer.headers.get('location');
  if (answer.status !== 303 || location === null) {
    return { status: answer.status, page: await answer.text(), url: from };
  }
  await answer.body?.cancel();
  const next = new URL(location, from);
  if (next.origin !== new URL(from).origin) return { returnedTo: next.href };
  return follow(next.href, await fetch(next, { redirect: 'manual' }));
}

export function formOf(shown: { page: string; url: string }): PageForm {
  const form = /<form method="post" action="([^"]+)"[^>]*>(.*?)<\/form>/s.exec(shown.page);
  if (form?.[1] === undefined || form[2] === undefined) throw new Error(`expected a form at ${shown.url}`);
  const hidden = [...form[2].matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  return {
    action: new URL(form[1], shown.url).href,
    hidden: Object.fromEntries(hidden.map((field) => [field[1], field[2]])),
  };
}
