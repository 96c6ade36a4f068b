// What a rule is: a name that stays, the box that it is about, how hard it is, where it comes from, and one pure function.
import type { Finding, Place } from '../../../finding.ts';
import type { BoxFit, Facts } from '../../content.ts';
import type { GoodsLine, OriginContent } from '../content.ts';

export type MeasuredBox = '1' | '2' | '3' | '4' | '5' | '6';

/** What the rules need to know beyond what was typed. */
export type OriginFacts = Facts & {
  /** Printed lines that each of boxes 1–6 takes and holds. */
  boxFit?: Partial<Record<MeasuredBox, BoxFit>>;
};

/** One place where a rule is broken; `row` is the goods line (or invoice, or remark), from 1. */
export type Hit = { path: string; place?: Place; row?: number; ja: string; en: string };

export type OriginRule = {
  name: string;
  box: Place;
  level: Finding['level'];
  /** Where the outside world states it. */
  source: string;
  find: (content: OriginContent, facts: OriginFacts) => Finding[];
};

type Definition = Omit<OriginRule, 'find'> & {
  find: (content: OriginContent, facts: OriginFacts) => readonly Hit[];
};

/** A rule from its definition: the findings get the rule's name, level and, unless a hit names another, its box. */
export function rule({ find, ...about }: Definition): OriginRule {
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

/** Runs a test over every goods line and gives its hits the line's number. */
export function eachLine(goods: readonly GoodsLine[], find: (line: GoodsLine, path: string) => readonly Hit[]): Hit[] {
  return goods.flatMap((line, index) => find(line, `goods.${index}`).map((hit) => ({ ...hit, row: index + 1 })));
}

export const isBlank = (text: string): boolean => text.trim() === '';

// Where rules come from, as the outside world knows the texts.
export const tokyoGuide = (box: string): string => `東京商工会議所「原産地証明:証明書の記載方法」${box}`;
export const fukuiGuide = (box: string): string => `福井商工会議所「原産地証明書記載欄別要領」${box}`;
export const osakaForm = (box: string): string => `大阪商工会議所 原産地証明書用紙の記載注意(2008年)${box}`;
export const nagoyaForm = (box: string): string => `名古屋商工会議所 原産地証明書用紙の記載注意(2010年)${box}`;
