// 外国産: how foreign goods come to be certified here. Asked on the 証明依頼書 of a certificate for foreign goods, not printed,
// and not in the record.
import { z } from 'zod';

export const tradeForms = [
  're-export', // 再輸出: imported and cleared, exported again
  'reshipment', // 積戻し: bonded goods, sent out uncleared
  'intermediary', // 仲介貿易: from abroad to abroad, the firm between
] as const;
export type TradeForm = (typeof tradeForms)[number];

/** Why a chamber in Japan certifies what never comes to Japan (名古屋商工会議所). */
export const intermediaryReasons = [
  'no-embassy', // at the place of loading there is no embassy, so a consul in Japan must legalise
  'lc-exporter', // the L/C names the firm in Japan as the exporter
] as const;

const text = (max: number) => z.string().max(max).default('');

export const Trade = z.object({
  form: z.enum(['', ...tradeForms]).default(''),
  /** Of `intermediary` only. */
  reason: z.enum(['', ...intermediaryReasons]).default(''),
  /** The certificate of origin of the foreign public body, whose goods, quantity and marks must be the same. */
  certificateNumber: text(100),
  certificateIssuer: text(200),
});
export type Trade = z.infer<typeof Trade>;
