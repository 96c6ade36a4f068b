// What does not flow to a second sheet must fit its box: said while it is typed.
import type { Place } from '../finding.ts';
import type { BoxFit, Content, Facts } from './content.ts';
import { type Hit, type Rule, ruleOf } from './rule.ts';

/** @param fields of each measured box the field at which it is mended; their order is the paper's */
export const boxesHold = <C extends Content, Box extends Place>(
  fields: Readonly<Record<Box, string>>,
  { box, source }: { box: Place; source: string },
): Rule<C, Facts & { boxFit?: Partial<Record<Box, BoxFit>> }> =>
  ruleOf({
    name: 'boxes-hold',
    box,
    level: 'block',
    fixed: true,
    source,
    find: (_content, facts) =>
      (Object.keys(fields) as Box[]).flatMap((place): Hit[] => {
        const fit: BoxFit | undefined = facts.boxFit?.[place];
        if (fit === undefined || fit.linesUsed <= fit.linesAllowed) return [];
        const over = fit.linesUsed - fit.linesAllowed;
        return [
          {
            path: fields[place],
            place,
            ja: `第${place}欄に${over}行分入りきりません(${fit.linesAllowed}行まで)。短くしてください。`,
            en: `Box ${place} holds ${fit.linesAllowed} lines; ${over} do not fit. Shorten it.`,
          },
        ];
      }),
  });
