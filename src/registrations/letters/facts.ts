// What the letters of a procedure are made from.
import type { RegistrationContent } from '../content.ts';
import type { ProcedureKind } from '../procedures/procedure.ts';

export type LetterChamber = {
  nameJa: string;
  nameEn: string;
  /** 商工会議所コード */
  code: string;
  telephone: string;
  mail: string;
};

export type LetterFacts = {
  chamber: LetterChamber;
  procedure: {
    kind: ProcedureKind;
    /** 受付番号 */
    number: string;
    /** Which edition of 認証規程 and 罰則規程 the firm agreed to, as the chamber names it. */
    rulesVersion: string;
  };
  content: RegistrationContent;
  /** The day that the letters bear, YYYY-MM-DD in Japan. */
  today: string;
};
