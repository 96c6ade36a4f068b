// The name of what changed, and its value in words where it is a code.
import type { Difference } from '../../applications/differences.ts';
import { goodsClasses } from '../../applications/forms/origin/content.ts';
import { labelOf } from '../firm/boxes/boxes-labels.ts';
import { countryName } from '../firm/draft/request-sheet-form.tsx';
import { goodsClassWords, requestSheetWords } from '../firm/draft/request-sheet-words.ts';
import type { Lang } from '../ui/words.ts';
import { caseWords } from './case-words.ts';

const onRequestSheet = ['goodsClass', 'destination', 'inkSignature', 'perforation', 'tallySeal'] as const;

/** `consignee.address` -> 荷受人の住所; `goods.4` -> 商品 5行目. */
export function changedLabel(lang: Lang, { path, row }: Pick<Difference, 'path' | 'row'>): string {
  const asked = onRequestSheet.find((key) => path === `request.${key}`);
  if (asked) return requestSheetWords[lang][asked];
  if (row !== undefined && /^goods\.\d+$/.test(path)) return caseWords[lang].lineOf(row);
  return labelOf(lang, path);
}

export function changedValue(lang: Lang, path: string, value: string): string {
  const w = caseWords[lang];
  if (path === 'request.destination') return countryName(lang, value) || value;
  const goodsClass = path === 'request.goodsClass' ? goodsClasses.find((one) => one === value) : undefined;
  if (goodsClass) return goodsClassWords[lang][goodsClass];
  if (path.startsWith('request.') && value === 'true') return w.yes;
  return path.startsWith('request.') && value === 'false' ? w.no : value;
}
