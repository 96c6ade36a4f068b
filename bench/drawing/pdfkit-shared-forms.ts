// What an engineer does who sees the ground again on each sheet and reads pdfkit's source: a form XObject (ISO 32000-1,
// 8.10), written by turning aside for a while what pdfkit writes to the page. pdfkit has no method for it.
import type PDFDocument from 'pdfkit';
import { type Form, mmPerPoint } from '../../src/paper/page.ts';

type Ref = { write(chunk: Uint8Array | string): void; end(): void };
/** What all that pdfkit draws goes to. */
type Target = { write(chunk: string): unknown; xobjects: Record<string, Ref> };
type Inside = { page: Target; ref(data: Record<string, unknown>): Ref; addContent(operators: string): unknown };

export type SharedForms = Map<Form, Ref>;

/** Places the form at the present origin; `draw` is called when it is the first time. */
export function placeSharedForm(
  doc: InstanceType<typeof PDFDocument>,
  forms: SharedForms,
  form: Form,
  draw: () => void,
): void {
  const pdf = doc as unknown as Inside;
  const known = forms.get(form) ?? written(pdf, form, draw);
  forms.set(form, known);
  const name = `Form-${form.name}`;
  pdf.page.xobjects[name] = known;
  pdf.addContent(`/${name} Do`);
}

function written(pdf: Inside, { box }: Form, draw: () => void): Ref {
  const xobjects: Record<string, Ref> = {};
  const ref = pdf.ref({
    ...{ Type: 'XObject', Subtype: 'Form', Resources: { XObject: xobjects } },
    BBox: [box.x, box.y, box.x + box.width, box.y + box.height].map((mm) => mm / mmPerPoint),
  });
  const { page } = pdf;
  pdf.page = Object.create(page, {
    write: { value: (chunk: string) => ref.write(chunk) },
    xobjects: { value: xobjects },
  }) as Target;
  draw();
  pdf.page = page;
  ref.end();
  return ref;
}
