// One signatory of the form: who, and the signature large enough to compare with the 署名届.
import type { Child } from 'hono/jsx';
import type { ContentSignatory } from '../../../registrations/content.ts';
import {
  originOfSignature,
  registeredRow,
  type SignatureState,
} from '../../../registrations/procedures/desk-signature.ts';
import { paths } from '../../paths.ts';
import { StatusTag } from '../../ui/status-tag.tsx';
import { procedureWords } from './procedure-words.ts';
import { RemarkBox, type RemarkProps } from './remark-box.tsx';

type Props = RemarkProps & { row: ContentSignatory; index: number };

export function ProcedureSignatory(props: Props) {
  const { lang, view, row, index } = props;
  const w = procedureWords[lang];
  const id = `signatory-${index}`;
  const successor = view.procedure.content.signatories.find(({ key }) => key === row.successorKey);
  const titles = [row.titleJa, row.titleEn].filter(Boolean).join(' / ');
  return (
    <section class="reg-signatory" aria-labelledby={id}>
      <h4 id={id}>
        <span class="quiet">{index + 1}</span> <span lang="en">{row.nameEn}</span> {row.nameJa}{' '}
        <StateTag lang={lang} row={row} registered={registeredRow(view.registered, row)} />
      </h4>
      <p class="desk-attached-about">
        {titles ? `${w.lead(w.jobTitle)}${titles} ` : null}
        {w.lead(w.mailTo)}
        <span lang="en">{row.mail || '—'}</span>
        {row.leaves ? ` ${w.successor(successor?.nameEn ?? '—')}` : null}
      </p>
      {row.leaves ? null : <Signatures {...props} />}
      <RemarkBox {...props} place={`signatories.${row.key}`} name={row.nameEn || row.nameJa} />
    </section>
  );
}

function StateTag(props: { row: ContentSignatory; registered: ContentSignatory | undefined } & Pick<Props, 'lang'>) {
  const { lang, row, registered } = props;
  const w = procedureWords[lang];
  if (row.leaves) return <StatusTag tone="stopped" text={w.leaves} />;
  if (row.signatoryId === '') return <StatusTag tone="attention" text={w.comes} />;
  const differs = registered !== undefined && JSON.stringify(shownOf(registered)) !== JSON.stringify(shownOf(row));
  return differs ? <StatusTag tone="attention" text={w.changed} /> : <StatusTag tone="neutral" text={w.registered} />;
}

const shownOf = ({ titleJa, titleEn, mail, withoutSignature, signatureSha256 }: ContentSignatory) => [
  ...[titleJa, titleEn, mail, withoutSignature, signatureSha256],
];

function Signatures(props: Props) {
  const { lang, view, row } = props;
  const w = procedureWords[lang];
  const registered = registeredRow(view.registered, row);
  const old = registered !== undefined && registered.signatureSha256 !== '' ? registered.signatureSha256 : undefined;
  const isNew = old !== undefined && old !== row.signatureSha256;
  const origin = originOfSignature(row, view.registered);
  return (
    <div class="reg-signatures">
      {isNew ? <Picture {...props} state="registered" alt={w.signatureBeforeOf} says={w.signatureRegistered} /> : null}
      {origin === 'none' ? (
        <p class="quiet">{row.withoutSignature ? w.withoutSignature : w.signatureOnPaper}</p>
      ) : (
        <Picture {...props} state="now" alt={w.signatureOf} says={w.signatureNow} />
      )}
      {origin === 'scan' ? <Scan {...props} /> : null}
      {origin === 'drawn' ? <p class="quiet">{w.signatureDrawn}</p> : null}
      {origin === 'registered' ? <p class="quiet">{w.signatureKept}</p> : null}
    </div>
  );
}

type PictureProps = Props & {
  state: SignatureState;
  alt: (name: string) => string;
  says: Child;
};

function Picture({ view, row, state, alt, says }: PictureProps) {
  const src = paths.deskProcedureSignature(view.procedure.procedureId, row.key, state);
  return (
    <figure>
      <img src={src} alt={alt(row.nameEn)} loading="lazy" />
      <figcaption>{says}</figcaption>
    </figure>
  );
}

/** What the signature was cut from, and the way to its whole page. */
function Scan(props: Props) {
  const { lang, view, row } = props;
  const w = procedureWords[lang];
  const whole = paths.deskProcedureSignature(view.procedure.procedureId, row.key, 'page');
  const says = (
    <>
      {w.signatureScan}{' '}
      <a href={whole}>
        {w.signaturePage}
        <span class="unseen">{w.of(row.nameEn)}</span>
      </a>
    </>
  );
  return <Picture {...props} state="cut" alt={w.signatureScanOf} says={says} />;
}
