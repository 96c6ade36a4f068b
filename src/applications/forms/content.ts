// What the forms of all kinds have in common: something was typed, rules look at it, boxes hold it.
import type { RuleLevels } from '../../chambers/settings.ts';

/** What was typed. Lines of goods are kept apart from the rest, since they are many; a kind without goods has none. */
export type Content = { readonly goods: readonly Readonly<Record<string, string>>[] };

/** What is kept beside the content, for lists and searches. */
export type Keys = { consignee: string; invoiceNumbers: string[]; goodsLines: number };

/** What the rules of every kind may ask beyond what was typed. */
export type Facts = {
  /** The firm as its trade registration (貿易登録) has it, in English. */
  registered: { name: string; addresses: readonly string[] };
  /** Today in Japan, YYYY-MM-DD. */
  today: string;
  /** The day of the application that is looked at again, YYYY-MM-DD in Japan; missing: it is being made today. */
  appliedOn?: string;
  /** Invoice numbers of this firm's other applications that were not withdrawn or rejected. */
  usedInvoiceNumbers: ReadonlySet<string>;
  /** How many days back the date of a declaration may lie; chambers differ, 14 unless told otherwise. */
  maxDeclarationAgeDays?: number;
  /** The levels that the chamber has set for rules, by name; where it has none, the rule's own holds. */
  ruleLevels?: RuleLevels;
  /** The characters of a text that no font of ours draws. */
  missingGlyphs?: (text: string) => readonly string[];
};

/** Printed lines that something takes, and that there is room for. */
export type BoxFit = { linesUsed: number; linesAllowed: number };

/** A text before and after its characters were mended. */
export type CharacterChange = { path: string; before: string; after: string };
