import type { Standing } from '../../../registrations/registration.ts';
import { StatusTag, type StatusTone } from '../../ui/status-tag.tsx';
import type { Lang } from '../../ui/words.ts';
import { standingWords } from './register-words.ts';

const tones: Readonly<Record<Standing, StatusTone>> = {
  ...{ good: 'done', not_yet: 'neutral', expired: 'stopped', suspended: 'stopped', ended: 'neutral' },
  struck_off: 'stopped',
};

export const StandingTag = ({ lang, standing }: { lang: Lang; standing: Standing }) => (
  <StatusTag tone={tones[standing]} text={standingWords[lang][standing]} />
);
