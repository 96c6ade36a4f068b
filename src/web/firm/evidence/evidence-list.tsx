// What is attached, page by page, and the registered signatures to compare with.
import { evidenceNames } from '../../../applications/evidence-kinds.ts';
import type { FirmEvidence } from '../../../applications/firm-evidence.ts';
import { paths } from '../../paths.ts';
import { PostButton } from '../../ui/button.tsx';
import { formatBytes } from '../../ui/dates.ts';
import type { Lang } from '../../ui/words.ts';
import { evidenceScreenWords } from './evidence-words.ts';

export type Attached = FirmEvidence['evidence'][number];

/** One file, its pages as pictures, and the way to take it off again. `named`: also what kind of document it is. */
export function AttachedFile(props: { lang: Lang; file: Attached; open: boolean; named?: boolean }) {
  const { lang, file } = props;
  const w = evidenceScreenWords[lang];
  const headingId = `evidence-${file.evidenceId}`;
  return (
    <article class="attached" aria-labelledby={headingId}>
      <h3 id={headingId}>{file.fileName}</h3>
      <div class="attached-about">
        {props.named ? <span>{evidenceNames[file.kind][lang]}</span> : null}
        <span class="quiet">{w.about(file.pages, formatBytes(file.bytes))}</span>
        <a href={paths.evidenceFile(file.applicationId, file.evidenceId)} download="">
          {w.download}
          <span class="unseen">{w.of(file.fileName)}</span>
        </a>
        {props.open ? (
          <PostButton action={paths.removeEvidence(file.applicationId, file.evidenceId)} tone="link">
            {w.remove}
            <span class="unseen">{w.of(file.fileName)}</span>
          </PostButton>
        ) : null}
      </div>
      <Pages lang={lang} file={file} />
    </article>
  );
}

function Pages({ lang, file }: { lang: Lang; file: Attached }) {
  const w = evidenceScreenWords[lang];
  const others = Array.from({ length: Math.max(0, file.pages - 1) }, (_, index) => index + 2);
  return (
    <>
      <a class="attached-first" href={pictureOf(file, 1)}>
        <Picture lang={lang} file={file} page={1} />
      </a>
      {others.length === 0 ? null : (
        // Pictures in a closed part are not fetched before it is opened.
        <details class="attached-others">
          <summary>{others.length === 1 ? w.second : w.others(file.pages)}</summary>
          <ol class="attached-thumbnails" start={2}>
            {others.map((page) => (
              <li class="attached-page">
                <a href={pictureOf(file, page)}>
                  <Picture lang={lang} file={file} page={page} />
                  {w.enlarge(page)}
                </a>
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  );
}

const pictureOf = (file: Attached, page: number): string =>
  paths.evidencePage(file.applicationId, file.evidenceId, String(page));

function Picture(props: { lang: Lang; file: Attached; page: number }) {
  const { file, page } = props;
  const pixels = file.pictures[page - 1];
  return (
    <img
      src={pictureOf(file, page)}
      alt={evidenceScreenWords[props.lang].pageOf(file.fileName, page)}
      width={pixels && String(pixels.width)}
      height={pixels && String(pixels.height)}
      loading="lazy"
    />
  );
}

/** Every signatory of the firm: an invoice may bear another's signature than the applicant's. */
export function Signatures(props: { lang: Lang; signatories: FirmEvidence['signatories'] }) {
  const w = evidenceScreenWords[props.lang];
  return (
    <aside aria-labelledby="signatures">
      <h3 id="signatures">{w.signatures}</h3>
      <p class="field-help">{w.signaturesLead}</p>
      <ul class="signatures">
        {props.signatories.map((signatory) => (
          <li class="signature">
            <p lang="en" translate="no">
              {signatory.nameEn}
            </p>
            {signatory.signatureSha256 === null ? (
              <p class="quiet">{w.noSignature}</p>
            ) : (
              <img
                src={paths.signaturePicture(signatory.signatoryId)}
                alt={w.signatureOf(signatory.nameEn)}
                loading="lazy"
              />
            )}
          </li>
        ))}
      </ul>
    </aside>
  );
}
