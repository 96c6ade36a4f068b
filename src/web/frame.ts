// What the frame around every page shows, from the request.
import type { Role } from '../accounts/account.ts';
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
  menu: readonly MenuItem[];
};

export function frameOf(c: Req): Frame {
  const { lang, actor, chamber } = c.var;
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
    menu: actor ? menuOf(lang, path, actor.role) : [],
  };
}

function firmItems(lang: Lang): Omit<MenuItem, 'current'>[] {
  const w = roleWords[lang];
  return [
    { href: paths.applications, label: w.applications },
    { href: paths.payments, label: w.payments },
    { href: paths.printable, label: w.printable },
  ];
}

function menuOf(lang: Lang, path: string, role: Role): MenuItem[] {
  const w = roleWords[lang];
  const items = [
    { href: paths.home, label: w.home },
    ...(role === 'user' ? firmItems(lang) : []),
    ...(role === 'staff' ? [{ href: paths.queue, label: w.desk }] : []),
    { href: paths.sessions, label: w.sessions },
    { href: paths.apiKeys, label: w.apiKeys },
  ];
  return items.map((item) => ({ ...item, current: path.split('?')[0] === item.href }));
}
