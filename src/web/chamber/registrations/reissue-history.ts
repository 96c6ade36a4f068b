// The papers of a 管理者ID再発行 as its line of the history says them.
import { z } from 'zod';
import { reissueLetterName } from '../../../registrations/letters/reissue-letter.ts';
import { paperNames } from '../../../registrations/procedures/paper-names.ts';
import { formatDay } from '../../ui/dates.ts';
import type { Lang } from '../../ui/words.ts';
import { reissueWords } from './reissue-words.ts';

const Came = z.object({ how: z.enum(['counter', 'post']), day: z.string(), issuedOn: z.string().optional() });
const Detail = z.object({
  ...{ former: z.string(), loginId: z.string() },
  papers: z.object({
    reissue_letter: Came.optional(),
    ...{ seal_certificate: Came.optional(), personal_seal_certificate: Came.optional() },
  }),
});

/** Empty for every other event. */
export function reissueText(lang: Lang, detail: unknown): string {
  const read = Detail.safeParse(detail);
  if (!read.success) return '';
  const w = reissueWords[lang];
  const { former, loginId, papers } = read.data;
  const said = (name: string, came: z.infer<typeof Came> | undefined): string[] => {
    if (!came) return [];
    const issued = came.issuedOn === undefined ? '' : `, ${w.issuedOn} ${formatDay(lang, came.issuedOn)}`;
    return [`${name} (${w[came.how]} ${formatDay(lang, came.day)}${issued})`];
  };
  return [
    `${former} → ${loginId}`,
    ...said(reissueLetterName[lang], papers.reissue_letter),
    ...said(paperNames.seal_certificate[lang], papers.seal_certificate),
    ...said(paperNames.personal_seal_certificate[lang], papers.personal_seal_certificate),
  ].join(' ');
}
