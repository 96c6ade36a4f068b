// Box 5: where and when the firm declares. The document bears no later date than its application (Osaka CCI; Tokyo allows more).
import * as declared from '../../declaration-rules.ts';
import { osakaSign, ownChoice } from './rule.ts';

const osaka = { box: '5', source: osakaSign('日付') } as const;
const own = { box: '5', source: ownChoice('宣誓の場所') } as const;

export const declarationPlaceGiven = declared.declarationPlaceGiven(own);
export const declarationPlaceInJapan = declared.declarationPlaceInJapan(own);
export const declarationDateReal = declared.declarationDateReal(osaka);
export const declarationNotFuture = declared.declarationNotFuture(osaka);
/** No chamber refuses an older document: the examiner sees it. */
export const declarationRecent = declared.declarationRecent({ ...osaka, level: 'warn' });
