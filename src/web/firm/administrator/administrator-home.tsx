// What an administrator sees first: how long the registration lasts, IDs that nobody can sign in with yet, what was paid
// this month.
import type { Ctx } from '../../../accounts/context.ts';
import { dayInJapan } from '../../../lib/clock.ts';
import { spendOf } from '../../../payments/spend.ts';
import type { Sums } from '../../../payments/spend-store.ts';
import { countIdsWithoutPassword } from '../../../registrations/firm-ids.ts';
import { type RegistrationView, readRegistration } from '../../../registrations/read-registration.ts';
import { paths } from '../../paths.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { formatCount, formatMoney } from '../../ui/dates.ts';
import { SummaryList } from '../../ui/summary-list.tsx';
import type { Lang } from '../../ui/words.ts';
import { administratorHomeWords } from './administrator-home-words.ts';
import { RegistrationState } from './registration-state.tsx';

export type AdministratorView = { registration: RegistrationView; withoutPassword: number; spend: Sums };

export async function administratorViewOf(ctx: Ctx): Promise<AdministratorView> {
  const month = dayInJapan(ctx.now).slice(0, 7);
  return {
    registration: await readRegistration(ctx),
    withoutPassword: await countIdsWithoutPassword(ctx),
    spend: (await spendOf(ctx, { from: month, to: month })).total,
  };
}

export function AdministratorHome({ lang, view }: { lang: Lang; view: AdministratorView }) {
  const w = administratorHomeWords[lang];
  const { cases, paid, refunded } = view.spend;
  return (
    <>
      <h2>{w.heading}</h2>
      <RegistrationState
        lang={lang}
        view={view.registration}
        action={<ButtonLink href={paths.registration}>{w.toRegistration}</ButtonLink>}
      />
      <SummaryList
        items={[
          {
            ...{ key: w.ids, action: <a href={paths.firmIds}>{w.toIds}</a> },
            value: view.withoutPassword === 0 ? w.idsNone : w.idCount(formatCount(view.withoutPassword)),
          },
          {
            ...{ key: w.spend, action: <a href={paths.spend}>{w.toSpend}</a> },
            value: w.cases(formatCount(cases), formatMoney(lang, paid - refunded)),
          },
        ]}
      />
    </>
  );
}
