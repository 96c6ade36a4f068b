// The way to the next case: one button, one key.
import type { Account } from '../../accounts/account.ts';
import { may } from '../../accounts/rights.ts';
import { paths } from '../paths.ts';
import type { ButtonTone } from '../ui/button.tsx';
import type { Lang } from '../ui/words.ts';
import { queueWords } from './queue-words.ts';

type Deed = 'examine' | 'certify';

/** How many cases nobody examines yet, and whether one waits that the reader may certify. */
export type Waiting = { unclaimed: number; toCertify: boolean };

type Props = {
  lang: Lang;
  reader: Pick<Account, 'role' | 'rights'>;
  /** What the list in sight is about. */
  first: Deed;
  /** Left out where nobody has counted; then the button says by itself when there is none. */
  waiting?: Waiting | undefined;
  quiet?: boolean;
};

/**
 * Examines or certifies the next, whichever the reader may and has waiting. Where none waits it is no button to press at
 * once, but the key still takes what has come since the page was drawn.
 */
export function NextCaseButton({ lang, reader, first, waiting, quiet }: Props) {
  const order: readonly Deed[] = first === 'certify' ? ['certify', 'examine'] : ['examine', 'certify'];
  const has = { examine: waiting === undefined || waiting.unclaimed > 0, certify: waiting?.toCertify ?? true };
  const mine = order.filter((one) => may(reader, `desk.${one}`));
  const deed = mine.find((one) => has[one]);
  const tone: ButtonTone = quiet ? 'secondary' : 'primary';
  if (deed === undefined)
    return mine.includes('examine') ? <Examine tone="link" label={queueWords[lang].nextIfAny} /> : null;
  if (deed === 'certify')
    return (
      <a class={`button button-${tone}`} href={paths.nextToCertify} data-key="n">
        {queueWords[lang].nextToCertify}
      </a>
    );
  return <Examine tone={tone} label={queueWords[lang].next} />;
}

function Examine({ tone, label }: { tone: ButtonTone; label: string }) {
  return (
    <form method="post" action={paths.nextCase} class="post-button">
      <button type="submit" class={`button button-${tone}`} data-key="n">
        {label}
      </button>
    </form>
  );
}
