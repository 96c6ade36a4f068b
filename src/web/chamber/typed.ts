// What was typed on a case's page: read from the form, and shown again when the deed says no.
import { type Place, places } from '../../applications/finding.ts';
import { formOf, type Req } from '../request.ts';

export type Typed = {
  /** The submission that was on the screen. */
  round: number;
  remarks: readonly { place: Place; words: string }[];
  note: string;
  invoiceSignedBy: string;
  /** From the form that sets the print window anew: the last day asked for, and the one that stood on the page. */
  reopen: { until: string; seenUntil: string } | undefined;
  /** The button said that it certifies too. */
  certifies: boolean;
  /** Where to go afterwards. */
  goOn: string | undefined;
};

export const remarkField = (place: Place): string => `remark.${place}`;

export async function typedIn(c: Req): Promise<Typed> {
  const form = await formOf(c);
  return {
    round: /^\d{1,6}$/.test(form['round'] ?? '') ? Number(form['round']) : 0,
    remarks: places.flatMap((place) => {
      const words = plain(form[remarkField(place)]);
      return words === '' ? [] : [{ place, words }];
    }),
    note: plain(form['note']),
    invoiceSignedBy: form['invoiceSignedBy'] ?? '',
    reopen: reopenIn(form),
    certifies: form['certify'] === 'yes',
    goOn: form['after'],
  };
}

function reopenIn(form: Readonly<Record<string, string>>): Typed['reopen'] {
  const { until, seenUntil } = form;
  return seenUntil === undefined ? undefined : { until: until ?? '', seenUntil };
}

/** Line breaks stay; other control characters go: the database takes no NUL in a text. */
function plain(typed: string | undefined): string {
  return (typed ?? '')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .trim();
}
