import { formOfKind } from '../chamber-made/form-of-kind.ts';
import { membership } from './kind.ts';

export const membershipForm = formOfKind(membership);
