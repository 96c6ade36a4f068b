// Boxes 1 to 3 and the place in box 5 do not flow to a second sheet.
import * as fit from '../../box-fit-rule.ts';
import type { SignatureContent } from '../content.ts';
import { type FittedBox, ownChoice } from './rule.ts';

export const boxesHold = fit.boxesHold<SignatureContent, FittedBox>(
  { '1': 'declarant.address', '2': 'addressee.address', '3': 'reference', '5': 'declaration.place' },
  { box: '1', source: ownChoice('9ポイント以上、枠内に記載') },
);
