// What acceptance will do, in sentences: number, validity, IDs, mails.
import type { AcceptancePreview } from '../../../registrations/procedures/preview-acceptance.ts';
import type { DeskProcedure } from '../../../registrations/procedures/procedure-desk.ts';
import { formatDay } from '../../ui/dates.ts';
import type { Lang } from '../../ui/words.ts';
import { decideWords } from './decide-words.ts';

type Props = { lang: Lang; view: DeskProcedure; preview: AcceptancePreview };

export function WillHappen(props: Props) {
  const { lang, view, preview } = props;
  const w = decideWords[lang];
  const names = (rows: readonly { nameEn: string; mail?: string }[]): string =>
    rows
      .map(({ nameEn, mail }) => (mail === undefined ? nameEn : `${nameEn} <${mail}>`))
      .join(lang === 'ja' ? '、' : '; ');
  return (
    <>
      <h2>{w.willHeading}</h2>
      <ul>
        <li>{preview.number === null ? w.newNumber : `${w.sameNumber} (${preview.number})`}</li>
        <li>{termText(props)}</li>
        <li>{administratorText(props)}</li>
        <li>{preview.comes.length === 0 ? w.usersNone : w.usersNew(names(preview.comes))}</li>
        {preview.leaves.length === 0 ? null : <li>{w.usersEnd(names(preview.leaves))}</li>}
        <li>{w.firmMailed(view.procedure.mail)}</li>
      </ul>
    </>
  );
}

function termText({ lang, view, preview }: Props): string {
  const w = decideWords[lang];
  const [from, to] = [formatDay(lang, preview.validFrom), formatDay(lang, preview.validUntil)];
  if (preview.paperNumber !== null) return w.keepsTerm(preview.paperNumber, to);
  const { kind } = view.procedure;
  if (kind === 'change') return w.validStays(to);
  return kind === 'renewal' ? w.validUntil(to) : w.validFromTo(from, to);
}

function administratorText({ lang, view, preview }: Props): string {
  const w = decideWords[lang];
  const { nameJa, nameEn, mail } = view.procedure.content.contact;
  const name = lang === 'ja' ? nameJa : nameEn;
  if (preview.administrator === 'new') return w.administratorNew(name, mail);
  return preview.administrator === 'passes' ? w.administratorPasses(name, mail) : w.administratorStays;
}
