// A rule of the signature certificate, and where such rules come from.
import type { BoxFit, Facts } from '../../content.ts';
import { type Rule, type RuleDefinition, ruleOf } from '../../rule.ts';
import type { SignatureContent } from '../content.ts';

export type FittedBox = '1' | '2' | '3' | '5';

/** What the rules need to know beyond what was typed. */
export type SignatureFacts = Facts & {
  /** Printed lines that each box that does not flow on takes and holds. */
  boxFit?: Partial<Record<FittedBox, BoxFit>>;
};

export type SignatureRule = Rule<SignatureContent, SignatureFacts>;

export const rule = (definition: RuleDefinition<SignatureContent, SignatureFacts>): SignatureRule => ruleOf(definition);

// Where rules come from, as the outside world knows the texts.
export const tokyoSign = (about: string): string => `東京商工会議所「サイン証明」${about}`;
export const osakaSign = (about: string): string => `大阪商工会議所「サイン証明」${about}`;
export const nagoyaSign = '名古屋商工会議所「サイン証明」対象書類';
export const saitamaSign = 'さいたま商工会議所「サイン証明オンライン申請」証明依頼書';
/** What no chamber has published: the fields of the system's own form. */
export const ownChoice = (about: string): string => `本システムの様式(${about})`;
