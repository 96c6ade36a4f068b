// What the grid says to the person: the saved time, what a paste did, why something was not saved and what can be done.
import { draftWords } from '../../firm/draft/draft-words.ts';
import type { Lang } from '../../ui/words.ts';
import { holdStill } from './hold-still.ts';
import { gridWords } from './words.ts';

/** `press`: what the button of that value does on the server. */
export type Offer =
  | { label: string; act: () => void }
  | { label: string; href: string }
  | { label: string; press: string };
export type Status = {
  time(text: string): void;
  saving(): void;
  unsaved(): void;
  /** Replaces what was said before; sentences, then what can be done about it. */
  say(tone: 'info' | 'attention', sentences: readonly string[], offers?: readonly Offer[]): void;
  clear(): void;
};

export function makeStatus(form: HTMLFormElement, lang: Lang): Status {
  const saved = document.querySelector('[data-island="saved"]');
  const place = form.querySelector('[data-part="say"]');
  const put = (...boxes: HTMLElement[]) =>
    holdStill(form.querySelector('.goods-grid'), () => place?.replaceChildren(...boxes));
  const write = (text: string) => {
    if (saved) saved.textContent = text;
  };
  return {
    time: (time) => write(draftWords[lang].saved(time)),
    saving: () => write(gridWords[lang].saving),
    unsaved: () => write(gridWords[lang].unsaved),
    clear: () => put(),
    say(tone, sentences, offers = []) {
      const box = document.createElement('div');
      box.className = `notice notice-${tone}`;
      const text = document.createElement('div');
      for (const sentence of sentences) {
        const words = document.createElement('p');
        words.textContent = sentence;
        text.append(words);
      }
      box.append(text);
      const row = document.createElement('div');
      row.className = 'button-row';
      row.append(...offers.map(offerElement));
      if (offers.length > 0) box.append(row);
      put(box);
    },
  };
}

function offerElement(offer: Offer): HTMLElement {
  if ('href' in offer) {
    const link = document.createElement('a');
    link.href = offer.href;
    link.target = '_blank';
    link.rel = 'noreferrer';
    link.textContent = offer.label;
    return link;
  }
  const button = document.createElement('button');
  button.className = 'button button-secondary';
  button.textContent = offer.label;
  if ('press' in offer) Object.assign(button, { type: 'submit', name: 'do', value: offer.press });
  else {
    button.type = 'button';
    button.addEventListener('click', offer.act);
  }
  return button;
}
