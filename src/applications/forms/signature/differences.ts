import { type Difference, lineDifferences, type Places, partDifferences } from '../../differences.ts';
import type { SignatureContent, SignatureGoods } from './content.ts';

const places: Places<SignatureContent> = {
  request: 'request',
  declarant: '1',
  addressee: '2',
  reference: '3',
  language: '4',
  title: '4',
  statement: '4',
  maker: '4',
  plant: '4',
  translation: '4',
  declaration: '5',
};

export const signatureDifferences = (before: SignatureContent, after: SignatureContent): Difference[] => [
  ...partDifferences(places, before, after),
  ...lineDifferences(before.goods, after.goods, lineText),
];

const lineText = ({ description, lot, quantity, unit }: SignatureGoods): string =>
  [description, lot, quantity, unit].join(' | ');
