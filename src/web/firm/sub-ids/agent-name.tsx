import type { HolderFirm } from '../../../registrations/firm-ids-store.ts';
import type { Lang } from '../../ui/words.ts';
import { subIdsWords } from './sub-ids-words.ts';

export const agentName = (lang: Lang, { nameJa, nameEn }: HolderFirm): string => (lang === 'ja' ? nameJa : nameEn);

/** The agent whose clerk holds a sub ID, and that its sub IDs do not work where its registration is not good. */
export function AgentName({ lang, agent }: { lang: Lang; agent: HolderFirm }) {
  return (
    <>
      {agentName(lang, agent)}({agent.number})
      {agent.usable ? null : (
        <>
          <br />
          {subIdsWords[lang].agentUnusable}
        </>
      )}
    </>
  );
}
