// The kinds of certificate on the pages: a line each.
import type { ApplicationKind, ContentOf } from '../../applications/forms/forms.ts';
import type { KindPages } from './kind-pages.ts';
import { originPages } from './origin.tsx';

const pages: { [K in ApplicationKind]: KindPages<ContentOf<K>> } = {
  origin: originPages,
  foreign_origin: originPages,
};

export const pagesOf = (kind: ApplicationKind): KindPages => pages[kind];
