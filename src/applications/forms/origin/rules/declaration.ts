// Box 9: where and when the exporter declares.
import * as declared from '../../declaration-rules.ts';
import { fukuiGuide, tokyoGuide } from './rule.ts';

const tokyo = { box: '9', source: tokyoGuide('第9欄') } as const;
const fukui = { box: '9', source: fukuiGuide('9. Declaration by the Exporter') } as const;

export const declarationPlaceGiven = declared.declarationPlaceGiven(tokyo);
export const declarationPlaceInJapan = declared.declarationPlaceInJapan(tokyo);
export const declarationDateReal = declared.declarationDateReal(fukui);
export const declarationNotFuture = declared.declarationNotFuture(fukui); // 「未来の日付になっているものはお預かりできません」
export const declarationRecent = declared.declarationRecent({ ...tokyo, level: 'block' }); // 2週間前まで
