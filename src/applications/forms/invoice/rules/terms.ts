// Box 6: on which terms the goods are delivered and paid for, and which papers this one belongs to.
import { hitIf, isBlank } from '../../rule.ts';
import type { InvoiceContent } from '../content.ts';
import { hasAmounts } from '../document-kinds.ts';
import { incoterms } from '../incoterms.ts';
import { formOf, iccTerms, ours, rule, tokyoInvoice } from './rule.ts';

/** The rule of Incoterms, where the document prints one. */
const termOf = (content: InvoiceContent) =>
  content.terms.incoterm === '' || formOf(content).tradeTerms === 'none'
    ? undefined
    : { code: content.terms.incoterm, ...incoterms[content.terms.incoterm] };

export const tradeTermsGiven = rule({
  name: 'trade-terms-given',
  box: '6',
  level: 'block',
  source: tokyoInvoice,
  find: (content) =>
    hitIf(
      formOf(content).tradeTerms === 'must' && content.terms.incoterm === '',
      'terms.incoterm',
      '建値(FOB、CIF などの貿易条件)を選んでください。',
      'Choose the trade terms, such as FOB or CIF.',
    ),
});

export const tradeTermsPlaceGiven = rule({
  name: 'trade-terms-place-given',
  box: '6',
  level: 'block',
  source: iccTerms, // each rule stands before a named place or port
  find: (content) => {
    const term = termOf(content);
    return hitIf(
      term !== undefined && isBlank(content.terms.place),
      'terms.place',
      `${term?.code} に続く地名(港名)を入れてください(例: FOB Kobe, Japan)。`,
      `Give the place or port that belongs to ${term?.code} (FOB Kobe, Japan).`,
    );
  },
});

export const tradeTermsFitTransport = rule({
  name: 'trade-terms-fit-transport',
  box: '6',
  level: 'warn',
  source: `${iccTerms}: FAS, FOB, CFR, CIF are for sea and inland waterway transport`,
  find: (content) => {
    const term = termOf(content);
    const { by } = content.shipping;
    const byWater = by === '' || by === 'sea';
    return hitIf(
      term?.waterOnly === true && !byWater,
      'terms.incoterm',
      `${term?.code} は海上輸送だけの条件です。航空・宅配・複合輸送では FCA、CPT、CIP などにならないか確かめてください。`,
      `${term?.code} is for transport by sea only. Check whether FCA, CPT or CIP is meant.`,
    );
  },
});

const firstWord = (text: string): string => /[\p{L}\p{N}]+/u.exec(text)?.[0].toUpperCase() ?? '';

/** `FOB Osaka` with a route from Kobe: a slip of the pen more often than not. */
export const tradeTermsPlaceOnRoute = rule({
  name: 'trade-terms-place-on-route',
  box: '6',
  level: 'warn',
  source: iccTerms,
  find: (content) => {
    const term = termOf(content);
    if (term?.waterOnly !== true) return [];
    const { from, to } = content.shipping;
    const port = term.place === 'port-of-shipment' ? from : to;
    const { place } = content.terms;
    return hitIf(
      !isBlank(place) && !isBlank(port) && firstWord(place) !== firstWord(port),
      'terms.place',
      `${term.code} の地名「${place.trim()}」と第5欄の港「${port.trim()}」が違います。確かめてください。`,
      `The port behind ${term.code}, "${place.trim()}", is not that of box 5, "${port.trim()}". Check both.`,
    );
  },
});

export const freightWithinTerms = rule({
  name: 'freight-within-terms',
  box: '6',
  level: 'warn',
  source: iccTerms,
  find: (content) => {
    const term = termOf(content);
    if (term === undefined || term.carriagePaid || !hasAmounts(formOf(content))) return [];
    return content.adjustments.flatMap(({ kind, label }, index) =>
      hitIf(
        kind === 'charge' && /\b(?:freight|carriage|insurance|premium)\b/i.test(label),
        `adjustments.${index}.label`,
        `${term.code} の価格に運賃・保険料は含まれません。合計に「${label.trim()}」を加えてよいか確かめてください。`,
        `A price on ${term.code} terms has no freight or insurance in it. Check whether "${label.trim()}" belongs to the total.`,
      ).map((hit) => ({ ...hit, row: index + 1 })),
    );
  },
});

export const paymentGiven = rule({
  name: 'payment-given',
  box: '6',
  level: 'block',
  source: tokyoInvoice,
  find: (content) =>
    hitIf(
      formOf(content).payment === 'must' && !content.noCommercialValue && isBlank(content.terms.payment),
      'terms.payment',
      '支払条件を入れてください(例: T/T in advance、L/C at sight)。',
      'Give the terms of payment, such as T/T in advance or L/C at sight.',
    ),
});

export const noCommercialValueUnpaid = rule({
  name: 'no-commercial-value-unpaid',
  box: '6',
  level: 'warn',
  source: ours,
  find: (content) => {
    const { noCommercialValue, terms } = content;
    return hitIf(
      noCommercialValue &&
        formOf(content).payment !== 'none' &&
        /\b(?:T\/T|L\/C|D\/P|D\/A|remittance|within)\b/i.test(terms.payment),
      'terms.payment',
      `「NO COMMERCIAL VALUE」の書類に支払条件「${terms.payment.trim()}」があります。どちらが正しいか確かめてください。`,
      `The goods have no commercial value, yet payment is "${terms.payment.trim()}". Check which of them is right.`,
    );
  },
});

export const referenceWhole = rule({
  name: 'reference-whole',
  box: '6',
  level: 'block',
  source: ours,
  find: ({ references }) =>
    references.flatMap(({ title, text }, index) =>
      hitIf(
        isBlank(title) || isBlank(text),
        `references.${index}.${isBlank(title) ? 'title' : 'text'}`,
        '参照番号などは、項目名(例: L/C No.)と内容の両方を入れてください。不要な行は削除してください。',
        'A reference has a title (L/C No.) and a text. Give both, or delete the row.',
      ).map((hit) => ({ ...hit, row: index + 1 })),
    ),
});

export const noteRefersToInvoice = rule({
  name: 'note-refers-to-invoice',
  box: '6',
  level: 'block',
  source: ours,
  find: (content) =>
    hitIf(
      formOf(content).refersToInvoice && !content.references.some(({ title }) => /\binv(?:oice)?\b/i.test(title)),
      'references',
      'クレジットノート・デビットノートには、対象のインボイス番号を参照番号に入れてください(例: Invoice No. / A-101)。',
      'A credit or debit note names the invoice that it is about: give a reference such as Invoice No. / A-101.',
    ),
});
