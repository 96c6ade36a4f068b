// What a kind of certificate says about itself. A new kind is a folder that answers these questions, and a line in
// `forms.ts`; nothing else asks which kind it has in front of it.
import type { z } from 'zod';
import type { ChamberSettings } from '../../chambers/settings.ts';
import type { PageModel } from '../../paper/page.ts';
import type { Registration } from '../../registrations/registration.ts';
import type { Difference } from '../differences.ts';
import type { Finding, Place } from '../finding.ts';
import type { BoxFit, CharacterChange, Content, Facts, Keys } from './content.ts';
import type { Imprint, Printed } from './imprint.ts';
import type { NeededEvidence } from './needed.ts';
import type { AboutRule } from './rule.ts';
import type { Shown } from './shown.ts';
import type { Sought } from './sought.ts';

/** The lines of a file of goods, and everything that is wrong with them. */
export type GoodsFile<C extends Content> = { rows: number; goods: C['goods'][number][]; findings: Finding[] };

/**
 * Written with methods, whose parameters TypeScript compares in both directions: that lets a list hold the forms of all
 * kinds. It is safe as long as a form is given only content that it has read itself, which `formFor(kind)` sees to.
 */
export interface Form<C extends Content = Content, Wording = unknown> {
  /** 原産地証明 / Certificate of origin: in lists and headings. */
  readonly name: { ja: string; en: string };
  /** On the file of the paper. */
  readonly paperTitle: string;
  /** Names the layout in a record. A change that moves print is another one, so that old records are drawn as they were. */
  readonly template: string;
  /** Names the shape of the record. */
  readonly recordSchema: string;
  /** What was stored or sent; what is missing is empty. */
  readonly Content: z.ZodType<C>;
  readonly Wording: z.ZodType<Wording>;

  /** A new draft: what the registration knows is filled in; of a copy, what belongs to one case only is left out. */
  begin(registration: Registration, copied: C | undefined, today: string): C;
  keysOf(content: C): Keys;
  readonly maxGoodsLines: number;
  checkGoodsFile(bytes: Uint8Array, fileName: string, facts: Pick<Facts, 'missingGlyphs'>): Promise<GoodsFile<C>>;

  /** At the rules' own levels: nobody but `problems.ts` asks this. */
  problemsOf(content: C, facts: Facts): Finding[];
  /** What must be attached to a case with this content, and why; `[]` where nothing must. */
  evidence(content: C, facts: Facts): NeededEvidence[];
  /** All that `problemsOf` asks, at their own levels; the chamber's are laid over them in `problems.ts`. */
  readonly rules: readonly AboutRule[];
  /** Characters that have a plain meaning put plainly, and what that changes where. */
  mendCharacters(content: C): { content: C; changes: CharacterChange[] };
  /** The places at which something may be found or remarked, in the order of the paper. */
  readonly places: readonly Place[];
  differencesBetween(before: C, after: C): Difference[];
  /** What of a content goes into the record, which is attached to the paper and handed on with it. */
  recorded(content: C): C;
  /** What the attached invoice (典拠インボイス) should say too; [] for a kind that rests on none. */
  toCompare(content: C): Sought[];

  /** The words on the sheet, the chamber's own where it has some. */
  wordingOf(settings: Pick<ChamberSettings, 'sheetWording'>): Wording;
  /** By the name of what does not flow on: its lines. For what is declared, and for what chamber and registration add. */
  declaredFit(content: C): Record<string, BoxFit>;
  imprintFit(printed: Printed<Wording>): Record<string, BoxFit>;
  /** All sheets in order. Throws an Error for an issued one that cannot have been certified. */
  sheets(content: C, imprint: Imprint<Wording>): PageModel[];
  /** One of them, from 1, and how many there are. Beyond the last it is the last. */
  sheet(content: C, imprint: Imprint<Wording>, number: number): { page: PageModel; sheets: number };
  /** What stands on the paper, for whoever checks it; nothing of what is not printed. */
  shown(content: C, printed: Printed<Wording> & { number: string; date: string }): Shown;
}
