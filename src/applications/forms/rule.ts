// What a rule is: a name that stays, the place that it is about, how hard it is, where it comes from, and one pure function.
import type { Finding, Place } from '../finding.ts';
import type { Content, Facts } from './content.ts';

/** One place where a rule is broken; `row` is the goods line (or invoice, or remark), from 1. */
export type Hit = { path: string; place?: Place; row?: number; ja: string; en: string };

export type Rule<C extends Content, F extends Facts = Facts> = {
  name: string;
  box: Place;
  level: Finding['level'];
  /** Where the outside world states it. */
  source: string;
  /** It protects the paper itself (what fits, what can be printed, who declares): no chamber may make it softer. */
  fixed?: true;
  find: (content: C, facts: F) => Finding[];
};

/** What a rule is, without what it does. */
export type AboutRule = Omit<Rule<Content>, 'find'>;

export type RuleDefinition<C extends Content, F extends Facts = Facts> = Omit<Rule<C, F>, 'find'> & {
  find: (content: C, facts: F) => readonly Hit[];
};

/** A rule from its definition: the findings get the rule's name, level and, unless a hit names another, its place. */
export function ruleOf<C extends Content, F extends Facts>({ find, ...about }: RuleDefinition<C, F>): Rule<C, F> {
  return {
    ...about,
    find: (content, facts) =>
      find(content, facts).map((hit) => ({ rule: about.name, level: about.level, place: about.box, ...hit })),
  };
}

/** For a rule about one place: the hit when it is broken, else nothing. */
export function hitIf(broken: boolean, path: string, ja: string, en: string): Hit[] {
  return broken ? [{ path, ja, en }] : [];
}

export const isBlank = (text: string): boolean => text.trim() === '';
