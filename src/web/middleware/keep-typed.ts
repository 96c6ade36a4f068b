// A person's typing is never thrown away, also when the session has ended meanwhile.
import type { MiddlewareHandler } from 'hono';
import { Refusal } from '../../lib/refusal.ts';
import { lastChamberCookie } from '../cookies.ts';
import { errorStatus } from '../errors.tsx';
import { carriedBytes, type KeptForm, keptForm, saysSomething } from '../kept-form.ts';
import type { FindPageForm } from '../page-forms.ts';
import { signInPage } from '../public/sign-in-page.tsx';
import { type Env, hasForm, pathOf, type Req } from '../request.ts';

type Options = {
  find: FindPageForm;
  /** Bytes of a form without files. More is not read for somebody who is not signed in. */
  limit: number;
  /** Whether an earlier hand has put that limit on bodies for this path. */
  isLimited: (path: string) => boolean;
};

/**
 * A page's form that comes without a session is answered by the sign-in, which carries what was typed (ADR 0005). It
 * stands behind `sameOrigin`: another site's form never gets here. What a script posts keeps its own answer.
 */
export function keepTyped(options: Options): MiddlewareHandler<Env> {
  return async (c, next) => {
    if (c.var.actor || c.req.method !== 'POST' || !isPosted(c)) return next();
    const form = options.find(pathOf(c));
    if (!form) return next();
    const posted = await formDataOf(c, options);
    const say =
      posted === undefined ? { why: 'ended-file' as const } : saidOf(keptForm(form, c.var.now, posted), options);
    const typed = { chamber: lastChamberCookie(c), id: '', back: form.page };
    return c.html(signInPage(c, typed, say), errorStatus.not_signed_in);
  };
}

/** A button without fields has nothing to keep: one comes back to its page. Refuses what the sign-in could not carry. */
function saidOf(kept: KeptForm, { limit }: Options): { kept: KeptForm } | { why: 'ended' } {
  if (carriedBytes(kept) > limit) throw new Refusal('not_signed_in');
  return saysSomething(kept) || kept.files.length > 0 ? { kept } : { why: 'ended' };
}

/** By a page's form, not by its script; a browser too old to say so is taken for a form. */
function isPosted(c: Req): boolean {
  const mode = c.req.header('sec-fetch-mode');
  return hasForm(c) && (mode === undefined || mode === 'navigate');
}

/** Bytes of the largest upload that any screen takes. */
const largestUpload = 12_000_000;

/** Takes a body in and forgets it piece by piece: many a browser reads no answer before it has sent all. */
async function letPass(c: Req): Promise<void> {
  const reader = c.req.raw.body?.getReader();
  for (let bytes = 0; reader && bytes <= largestUpload; ) {
    const { done, value } = await reader.read();
    if (done) return;
    bytes += value.byteLength;
  }
  await reader?.cancel();
}

/** Undefined: it is too large to be read for a stranger, which only a form with a file is. */
async function formDataOf(c: Req, { limit, isLimited }: Options): Promise<FormData | undefined> {
  const size = Number(c.req.header('content-length') ?? (isLimited(c.req.path) ? 0 : Number.POSITIVE_INFINITY));
  if (!(size <= limit)) {
    await letPass(c);
    return undefined;
  }
  await c.req.arrayBuffer(); // beforehand, so that a body over the limit is not taken for one that cannot be read
  try {
    return await c.req.formData();
  } catch (error) {
    // What cannot be read as a form was not sent by one: there is nothing to keep.
    if (error instanceof TypeError) throw new Refusal('not_signed_in');
    throw error;
  }
}
