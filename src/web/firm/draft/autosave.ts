// How a form of a draft tells the page's script (islands/draft.ts) where to save it while one types, and what to say of it.
import { shellWords } from '../../ui/shell-words.ts';
import type { Lang } from '../../ui/words.ts';
import { draftWords } from './draft-words.ts';

/** Attributes of the `<form>`. @param address answers JSON: version, saved, findings, mends, more */
export function autosaveTo(address: string, lang: Lang) {
  const w = draftWords[lang];
  return {
    'data-island': 'draft',
    'data-autosave': address,
    'data-unsaved': w.unsaved,
    'data-failed': w.failed,
    'data-conflict': w.conflictLive,
    'data-signed-out': w.signedOut,
    'data-sign-in': w.signIn,
    'data-refused': w.refused,
    'data-error-prefix': shellWords[lang].errorPrefix,
  };
}
