// Which keys do what, and the switch that turns them off (WCAG 2.1.4). Without script there are no such keys.
import type { Lang } from '../ui/words.ts';
import { keysWords } from './keys-words.ts';

const keysOf = { queue: ['n', 'j', 'k'], case: ['n', 'j', 'k', 'h', 'l', 'a', 'r'] } as const;

/** Hidden until the island `desk-keys` shows it. */
export function KeysHelp(props: { lang: Lang; page: keyof typeof keysOf }) {
  const w = keysWords[props.lang];
  return (
    <details class="desk-keys" data-island="desk-keys" hidden>
      <summary>{w.heading}</summary>
      <p class="choice">
        <input type="checkbox" id="desk-keys-on" autocomplete="off" />
        <label for="desk-keys-on">{w.on}</label>
      </p>
      <p class="quiet">{w.lead}</p>
      <dl>
        {keysOf[props.page].map((key) => (
          <div>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{w[key]}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
