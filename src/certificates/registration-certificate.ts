import type { Ctx } from '../accounts/context.ts';
import {
  currentRegistrationCertificatePdf,
  type Drawn,
  registrationCertificatePdf,
} from '../registrations/procedures/draw-letters.ts';
import { findSeal } from './store.ts';

/**
 * 貿易登録証 with the chamber's seal, which lies with the certificates. For the firm whose procedure it is, and for staff.
 * Refuses `conflict` before acceptance, `not_found`.
 */
export const sealedRegistrationCertificate = (
  ctx: Parameters<typeof registrationCertificatePdf>[0],
  procedureId: string,
): Promise<Drawn> => registrationCertificatePdf(ctx, procedureId, findSeal);

/** The same of a firm of the register, for staff. Refuses `not_found`. */
export const sealedCurrentCertificate = (ctx: Ctx, registrationId: string): Promise<Drawn> =>
  currentRegistrationCertificatePdf(ctx, registrationId, findSeal);
