// One signatory of the form: who, and the signature large enough to compare with the 署名届.
import type { ContentSignatory } from '../../../registrations/content.ts';
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
        <StateTag lang={lang} row={row} registered={registeredRow(props)} />
      </h4>
      <p class="desk-attached-about">
        {titles ? `${w.lead(w.jobTitle)}${titles} ` : null}
        {w.lead(w.mailTo)}
        <span lang="en">{row.mail || '—'}</span>
        {row.leaves ? ` ${w.successor(successor?.nameEn ?? '—')}` : null}
      </p>
      {row.leaves ? null : <Signatures {...props} />}
      <RemarkBox {...props} place={`signatories.${index}`} name={row.nameEn || row.nameJa} />
    </section>
  );
}

/** What stands in the register of him; undefined: nothing. */
const registeredRow = ({ view, row }: Props): ContentSignatory | undefined =>
  view.registered?.signatories.find(({ signatoryId }) => signatoryId !== '' && signatoryId === row.signatoryId);

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
  const { procedureId } = view.procedure;
  const registered = registeredRow(props);
  const old = registered !== undefined && registered.signatureSha256 !== '' ? registered.signatureSha256 : undefined;
  const isNew = old !== undefined && old !== row.signatureSha256;
  return (
    <div class="reg-signatures">
      {isNew ? (
        <figure>
          <img
            src={paths.deskProcedureSignature(procedureId, row.key, 'registered')}
            alt={w.signatureBeforeOf(row.nameEn)}
            loading="lazy"
          />
          <figcaption>{w.signatureRegistered}</figcaption>
        </figure>
      ) : null}
      {row.signatureSha256 === '' ? (
        <p class="quiet">{row.withoutSignature ? w.withoutSignature : w.signatureOnPaper}</p>
      ) : (
        <figure>
          <img
            src={paths.deskProcedureSignature(procedureId, row.key, 'now')}
            alt={w.signatureOf(row.nameEn)}
            loading="lazy"
          />
          <figcaption>{w.signatureNow}</figcaption>
        </figure>
      )}
    </div>
  );
}
