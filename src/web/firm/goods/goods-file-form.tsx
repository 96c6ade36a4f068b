// Where a file of goods is chosen.
import { paths } from '../../paths.ts';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import type { Lang } from '../../ui/words.ts';
import { goodsWords } from './goods-words.ts';

/** A workbook may be so large; text is refused above 2 MB by the deed that reads it, which says so. */
const goodsFileBytes = 5_000_000;

/** A form of its own: reading a file leaves what is typed above unsaved, so the island saves first. */
export function FileForm(props: { lang: Lang; id: string; heading: string; waiting?: boolean }) {
  const { lang, id } = props;
  const w = goodsWords[lang];
  return (
    <section aria-labelledby="goods-file">
      <h2 id="goods-file">{props.heading}</h2>
      {props.waiting ? (
        <p>
          {w.waiting} <a href={paths.goodsUpload(id)}>{w.seeWaiting}</a>
        </p>
      ) : null}
      <p>{w.fileText}</p>
      <form method="post" action={paths.goodsUpload(id)} enctype="multipart/form-data">
        <FileDrop
          {...{ lang, name: 'file', label: w.file, types: w.fileTypes, more: w.fileMore, maxBytes: goodsFileBytes }}
          accept=".xlsx,.tsv,.csv,.txt"
        />
        <ButtonRow>
          <Button>{w.read}</Button>
        </ButtonRow>
      </form>
    </section>
  );
}
