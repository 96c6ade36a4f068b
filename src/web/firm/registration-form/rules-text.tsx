// 認証規程・罰則規程 as they were published: plain text, a blank line between paragraphs.
import type { RulesText as Rules } from '../../../registrations/procedures/rules-text-store.ts';
import type { Lang } from '../../ui/words.ts';

export function RulesText({ lang, rules }: { lang: Lang; rules: Rules }) {
  const text = lang === 'ja' ? rules.textJa : rules.textEn;
  return (
    <>
      {text.split(/\n{2,}/).map((paragraph) => (
        <p>
          {paragraph.split('\n').map((line, index) => (
            <>
              {index === 0 ? null : <br />}
              {line}
            </>
          ))}
        </p>
      ))}
    </>
  );
}
