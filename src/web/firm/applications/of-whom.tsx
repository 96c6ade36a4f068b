// Of whom a list of applications is: the signatory whose signature they bear (`?signatory=`), and the ID under which they
// are made (`?id=`).
import { normaliseLoginId } from '../../../accounts/account.ts';
import type { ListedApplication, Whom } from '../../../applications/read.ts';
import { isId } from '../../../lib/ids.ts';
import type { Req } from '../../request.ts';
import { SelectField } from '../../ui/select-field.tsx';
import type { Column } from '../../ui/table.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { catalogue, type Lang } from '../../ui/words.ts';

const ofWhomWords = catalogue(
  {
    signatory: '署名者',
    id: '作成したID',
    idHelp: '例: U0001-01',
    every: 'すべて',
    by: (name: string) => `署名者 ${name}`,
  },
  {
    signatory: 'Signatory',
    id: 'Made under ID',
    idHelp: 'Such as U0001-01',
    every: 'All',
    by: (name) => `Signatory ${name}`,
  },
);

/** What is not asked is undefined. */
export type OfWhom = { signatoryId: string | undefined; loginId: string | undefined };

const longestLoginId = 20;

/** What stands in the address; what can be no signatory and no ID is not asked. */
export function ofWhomIn(c: Req): OfWhom {
  const signatory = c.req.query('signatory') ?? '';
  const id = normaliseLoginId(c.req.query('id') ?? '');
  return {
    signatoryId: isId(signatory) ? signatory : undefined,
    loginId: /^[A-Z0-9-]+$/.test(id) && id.length <= longestLoginId ? id : undefined,
  };
}

/** Adds to the query of an address what is asked. */
export function addOfWhom(query: URLSearchParams, { signatoryId, loginId }: Partial<OfWhom>): void {
  if (signatoryId) query.set('signatory', signatoryId);
  if (loginId) query.set('id', loginId);
}

/** Whether there is anybody to tell from anybody else. */
export const isOfSeveral = ({ signatories, makers }: Whom): boolean =>
  signatories.length > 1 || makers === undefined || makers.length > 1;

/** In the page's language, where there is a name in it. */
export const nameOf = (lang: Lang, one: { nameJa: string; nameEn: string }): string =>
  lang === 'ja' ? one.nameJa || one.nameEn : one.nameEn;

/** An ID and its holder: `U0001-01 見本 次郎`. */
export const idText = (lang: Lang, one: { loginId: string; nameJa: string; nameEn: string }): string =>
  `${one.loginId} ${nameOf(lang, one)}`;

/** Fields of the list's filter; nothing for an ID that sees its own only. */
export function OfWhomFields({ lang, whom, asked }: { lang: Lang; whom: Whom; asked: OfWhom }) {
  const w = ofWhomWords[lang];
  if (!isOfSeveral(whom)) return null;
  return (
    <>
      {whom.signatories.length > 1 ? (
        <SelectField
          {...{ lang, name: 'signatory', label: w.signatory, value: asked.signatoryId ?? '', answered: true }}
          options={[
            { value: '', label: w.every },
            ...whom.signatories.map((one) => ({ value: one.signatoryId, label: nameOf(lang, one) })),
          ]}
        />
      ) : null}
      <IdField lang={lang} whom={whom} asked={asked} />
    </>
  );
}

/** A list to choose from; where there are too many IDs for one, the ID is typed. */
function IdField({ lang, whom: { makers }, asked }: { lang: Lang; whom: Whom; asked: OfWhom }) {
  const w = ofWhomWords[lang];
  if (makers === undefined)
    return (
      <TextField
        {...{ lang, name: 'id', label: w.id, help: w.idHelp, value: asked.loginId ?? '', width: 'short' }}
        maxlength={longestLoginId}
      />
    );
  const isKnown = asked.loginId === undefined || makers.some(({ loginId }) => loginId === asked.loginId);
  return (
    <SelectField
      {...{ lang, name: 'id', label: w.id, value: asked.loginId ?? '', answered: true }}
      options={[
        { value: '', label: w.every },
        // What is filtered by stays in sight, also when nobody has that ID.
        ...(isKnown ? [] : [{ value: asked.loginId ?? '', label: asked.loginId ?? '' }]),
        ...makers.map((one) => ({ value: one.loginId, label: idText(lang, one) })),
      ]}
    />
  );
}

/** The ID, and below it the signatory where it is somebody else. */
export const ofWhomColumn = (lang: Lang): Column<ListedApplication> => ({
  ...{ key: 'of-whom', head: ofWhomWords[lang].id },
  cell: ({ madeBy, signatory }) => (
    <>
      {idText(lang, madeBy)}
      {madeBy.role === 'sub' ? (
        <>
          <br />
          <span class="quiet">{ofWhomWords[lang].by(nameOf(lang, signatory))}</span>
        </>
      ) : null}
    </>
  ),
});
