// Where a finding is mended: the step of the draft, the page of the goods, the field.
import type { ApplicationRow } from '../../../applications/application.ts';
import type { Place } from '../../../applications/finding.ts';
import type { DraftStep } from '../../kinds/kind-pages.ts';
import { pagesOf } from '../../kinds/kinds.ts';
import { paths } from '../../paths.ts';
import { fieldId } from '../../ui/field-frame.tsx';
import { goodsPageSize } from '../goods/goods-page.ts';

/** Which application, and of which kind. */
export type Which = Pick<ApplicationRow, 'applicationId' | 'kind'>;

/** The address of a step of one application. */
export function stepHref(applicationId: string, step: DraftStep): string {
  const href = {
    ...{ request: paths.requestSheet, boxes: paths.boxes, goods: paths.goods },
    ...{ evidence: paths.evidence, review: paths.review },
  };
  return href[step](applicationId);
}

/** The address of the field itself: `/applications/…/goods?page=2#f-goods.60.quantity`. */
export function findingHref({ applicationId, kind }: Which, found: { place: Place; path: string }): string {
  const pages = pagesOf(kind);
  const step = pages.stepOf(found);
  const line = /^goods\.(\d+)/.exec(found.path)?.[1];
  const page = line === undefined ? 1 : Math.floor(Number(line) / goodsPageSize) + 1;
  const query = step === 'goods' && page > 1 ? `?page=${page}` : '';
  return `${stepHref(applicationId, step)}${query}#${fieldId(pages.fieldOf(found.path))}`;
}

/** Where a remark at a box is mended: the box itself where the step shows boxes. */
export function placeHref({ applicationId, kind }: Which, place: Place): string {
  const step = pagesOf(kind).stepOf({ place });
  return `${stepHref(applicationId, step)}${step === 'boxes' ? `#box-${place}` : ''}`;
}
