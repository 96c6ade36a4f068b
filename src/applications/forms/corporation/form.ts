import { formOfKind } from '../chamber-made/form-of-kind.ts';
import { corporation } from './kind.ts';

export const corporationForm = formOfKind(corporation);
