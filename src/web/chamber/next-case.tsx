// The way to the next case: one button, one key.
import type { Right } from '../../accounts/account.ts';
import { paths } from '../paths.ts';
import type { ButtonTone } from '../ui/button.tsx';
import type { Lang } from '../ui/words.ts';
import type { QueueList } from './queue-address.ts';
import { queueWords } from './queue-words.ts';

type Props = { lang: Lang; rights: readonly Right[]; list: QueueList; quiet?: boolean };

/** Examines the next, or in the list of what is examined certifies the next; neither without the right. */
export function NextCaseButtons(props: Props) {
  const { rights, list, quiet } = props;
  const certifies = rights.includes('certify') && (list === 'approved' || !rights.includes('examine'));
  const tone: ButtonTone = quiet ? 'secondary' : 'primary';
  if (certifies)
    return (
      <a class={`button button-${tone}`} href={paths.nextToCertify} data-key="n">
        {queueWords[props.lang].nextToCertify}
      </a>
    );
  if (!rights.includes('examine')) return null;
  return (
    <form method="post" action={paths.nextCase} class="post-button">
      <button type="submit" class={`button button-${tone}`} data-key="n">
        {queueWords[props.lang].next}
      </button>
    </form>
  );
}
