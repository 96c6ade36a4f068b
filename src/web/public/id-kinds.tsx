// 3種類のIDについて: for whoever holds a paper with a number on it and wonders what it is, so it asks nobody to sign in.
import { Hono } from 'hono';
import { type Act, actNames, acts, type Scope } from '../../accounts/rights.ts';
import { frameOf } from '../frame.ts';
import { paths } from '../paths.ts';
import type { Env } from '../request.ts';
import { Layout, page } from '../ui/layout.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import type { Lang } from '../ui/words.ts';
import { idKindsWords } from './id-kinds-words.ts';

const kinds = ['administrator', 'user', 'sub'] as const;
type Kind = (typeof kinds)[number];

export const idKindsScreens = new Hono<Env>();

idKindsScreens.get(paths.idKinds, (c) => {
  const { lang } = c.var;
  const w = idKindsWords[lang];
  return c.html(
    page(
      <Layout {...frameOf(c)} title={w.title}>
        <p>{w.lead}</p>
        {kinds.map((kind) => (
          <Kind lang={lang} kind={kind} />
        ))}
        <h2>{w.passwords}</h2>
        <p>{w.passwordsText}</p>
        <ul>
          <li>
            <a href={paths.forgotten}>{w.toForgotten}</a>
          </li>
          <li>
            <a href={paths.oneTimeLink}>{w.toLink}</a>
          </li>
        </ul>
        <section id="second-factor">
          <h2>{w.factors}</h2>
          <p>{w.factorsText}</p>
          <ul>
            <li>{w.factorTotp}</li>
            <li>{w.factorPasskey}</li>
            <li>{w.factorRecovery}</li>
          </ul>
          <p>{w.factorsWho}</p>
          <p>{w.factorsProof}</p>
          <p>{w.factorsLost}</p>
        </section>
      </Layout>,
    ),
  );
});

function Kind({ lang, kind }: { lang: Lang; kind: Kind }) {
  const w = idKindsWords[lang];
  return (
    <section id={kind}>
      <h2>{w[kind]}</h2>
      <SummaryList
        items={[
          { key: w.purpose, value: w[`${kind}Purpose`] },
          { key: w.holder, value: w[`${kind}Holder`] },
          { key: w.stands, value: w[`${kind}Stands`] },
          { key: w.made, value: w[`${kind}Made`] },
          { key: w.may, value: <May lang={lang} kind={kind} /> },
          { key: w.forgotten, value: w[`${kind}Forgotten`] },
        ]}
      />
    </section>
  );
}

/** From the table of rights, so that this page cannot say anything else. What everybody may do with the own ID is left out. */
function May({ lang, kind }: { lang: Lang; kind: Kind }) {
  const w = idKindsWords[lang];
  return (
    <>
      <ul>
        {actNames.flatMap((act) => {
          const scope = acts[act][kind];
          return scope === null || act.startsWith('account.') ? [] : [<li>{said(lang, act, scope)}</li>];
        })}
      </ul>
      {kind === 'sub' ? <p>{w.subMay}</p> : null}
    </>
  );
}

function said(lang: Lang, act: Act, scope: Scope): string {
  const w = idKindsWords[lang];
  const words: Partial<Record<Scope, string>> = { own: w.own, signatory: w.signatory, shared: w.shared };
  const of =
    act.startsWith('application.read') || act.startsWith('payment.') || act.startsWith('paper.')
      ? words[scope]
      : undefined;
  return of === undefined ? acts[act][lang] : w.withScope(acts[act][lang], of);
}
