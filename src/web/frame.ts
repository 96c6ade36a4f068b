// What the frame around every page shows, from the request.
import type { Actor } from '../accounts/context.ts';
import { may } from '../accounts/rights.ts';
import { paths } from './paths.ts';
import { pathOf, type Req } from './request.ts';
import { roleWords } from './role-words.ts';
import type { MenuItem, SignedIn } from './ui/header.tsx';
import type { Lang } from './ui/words.ts';

export type Frame = {
  lang: Lang;
  path: string;
  section: 'firm' | 'chamber';
  chamber: string | undefined;
  user: SignedIn | undefined;
  client: string | undefined;
  menu: readonly MenuItem[];
};

export function frameOf(c: Req): Frame {
  const { lang, actor, chamber, client } = c.var;
  const path = pathOf(c);
  return {
    ...{ lang, path },
    section: actor?.role === 'staff' ? 'chamber' : 'firm',
    chamber: chamber && (lang === 'ja' ? chamber.nameJa : chamber.nameEn),
    user: actor && {
      name: lang === 'ja' ? actor.nameJa : actor.nameEn,
      id: actor.loginId,
      role: roleWords[lang][actor.role],
    },
    client: client && (lang === 'ja' ? client.nameJa : client.nameEn),
    menu: actor ? menuOf(lang, path, actor) : [],
  };
}

function menuOf(lang: Lang, path: string, actor: Actor): MenuItem[] {
  const w = roleWords[lang];
  const items = [
    { href: paths.home, label: w.home },
    ...(may(actor, 'application.read') ? [{ href: paths.applications, label: w.applications }] : []),
    ...(may(actor, 'payment.pay') ? [{ href: paths.payments, label: w.payments }] : []),
    ...(may(actor, 'paper.print') ? [{ href: paths.printable, label: w.printable }] : []),
    ...(may(actor, 'sub.manage') ? [{ href: paths.subIds, label: w.subIds }] : []),
    ...(may(actor, 'id.list') ? [{ href: paths.firmIds, label: w.firmIds }] : []),
    ...(may(actor, 'registration.set') ? [{ href: paths.registration, label: w.registration }] : []),
    // Who pays finds it among the payments.
    ...(may(actor, 'payment.read') && !may(actor, 'payment.pay') ? [{ href: paths.spend, label: w.spend }] : []),
    ...(may(actor, 'desk.look')
      ? [
          { href: paths.queue, label: w.desk },
          { href: paths.deskProcedures, label: w.deskProcedures },
          { href: paths.register, label: w.register },
        ]
      : []),
    { href: paths.sessions, label: w.sessions },
    { href: paths.secondFactor, label: w.secondFactor },
    { href: paths.apiKeys, label: w.apiKeys },
  ];
  return items.map((item) => ({ ...item, current: path.split('?')[0] === item.href }));
}
