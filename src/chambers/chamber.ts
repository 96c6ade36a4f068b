import { z } from 'zod';

/** 商工会議所, as strangers know it: these are on every certificate and on the reference page. */
export const Chamber = z.object({
  /** 商工会議所コード, the chamber's id here: `9901` */
  chamberId: z.string().regex(/^[0-9A-Z]{4}$/),
  nameJa: z.string().min(1),
  /** As printed: `The Osaka Chamber of Commerce and Industry` */
  nameEn: z.string().min(1),
  /** As printed under the name: `Osaka, Japan` */
  cityEn: z.string().min(1),
  telephone: z.string(),
  mail: z.string(),
});
export type Chamber = z.infer<typeof Chamber>;
