// A rule of the certificate of origin, and where such rules come from.
import type { BoxFit, Facts } from '../../content.ts';
import { type Hit, type Rule, type RuleDefinition, ruleOf } from '../../rule.ts';
import type { GoodsLine, OriginContent } from '../content.ts';

export type MeasuredBox = '1' | '2' | '3' | '4' | '5' | '6';

/** What the rules need to know beyond what was typed. */
export type OriginFacts = Facts & {
  /** Printed lines that each of boxes 1–6 takes and holds. */
  boxFit?: Partial<Record<MeasuredBox, BoxFit>>;
};

export type OriginRule = Rule<OriginContent, OriginFacts>;

export const rule = (definition: RuleDefinition<OriginContent, OriginFacts>): OriginRule => ruleOf(definition);

/** Runs a test over every goods line and gives its hits the line's number. */
export function eachLine(goods: readonly GoodsLine[], find: (line: GoodsLine, path: string) => readonly Hit[]): Hit[] {
  return goods.flatMap((line, index) => find(line, `goods.${index}`).map((hit) => ({ ...hit, row: index + 1 })));
}

// Where rules come from, as the outside world knows the texts.
export const tokyoGuide = (box: string): string => `東京商工会議所「原産地証明:証明書の記載方法」${box}`;
export const fukuiGuide = (box: string): string => `福井商工会議所「原産地証明書記載欄別要領」${box}`;
export const osakaForm = (box: string): string => `大阪商工会議所 原産地証明書用紙の記載注意(2008年)${box}`;
export const osakaDocuments = '大阪商工会議所「原産地証明(オンライン)典拠資料」';
export const nagoyaForm = (box: string): string => `名古屋商工会議所 原産地証明書用紙の記載注意(2010年)${box}`;
