// What goes into the record, which is attached to the paper and handed on with it: what is printed, and which document it is.
// What was typed for another document before this one was chosen stays in the case.
import { emptySignatureContent, partsFor, type SignatureContent } from './content.ts';

export function signatureRecorded(content: SignatureContent): SignatureContent {
  const parts = partsFor(content);
  const empty = emptySignatureContent();
  return {
    ...content,
    request: { ...empty.request, document: content.request.document },
    addressee: content.addressee.form === 'anyone' ? empty.addressee : content.addressee,
    title: parts.title ? content.title : '',
    maker: parts.maker ? content.maker : empty.maker,
    plant: parts.plant ? content.plant : empty.plant,
    translation: parts.translation ? content.translation : empty.translation,
    goods: parts.goods ? content.goods : [],
  };
}
