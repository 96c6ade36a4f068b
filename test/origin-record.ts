import type { z } from 'zod';
import { originForm } from '../src/applications/forms/origin/form.ts';
import { recordOf } from '../src/certificates/record.ts';

/** A record of a certificate of origin. */
export const OriginRecord = recordOf(originForm);
export type OriginRecord = z.infer<typeof OriginRecord>;
