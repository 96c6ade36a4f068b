// The chamber's own words in boxes 9 and 10: seen in every preview, frozen when it certifies, on the paper for ever.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deskSheet } from '../src/applications/desk-preview.ts';
import { originWordingProblems } from '../src/applications/forms/origin/chamber-wording.ts';
import { originForm } from '../src/applications/forms/origin/form.ts';
import { originWording } from '../src/applications/forms/origin/wording.ts';
import { previewPdf, previewSheet } from '../src/applications/preview.ts';
import { downloadPaper } from '../src/certificates/print.ts';
import { recordOf } from '../src/certificates/record.ts';
import { findLiveCertificate } from '../src/certificates/store.ts';
import { type ChamberSettings, defaultSettings } from '../src/chambers/settings.ts';
import { getSettings, saveSettings } from '../src/chambers/settings-store.ts';
import { inChamber } from '../src/lib/db.ts';
import { type PageModel, shapesOf } from '../src/paper/page.ts';
import { readBack } from '../src/paper/read-back.ts';
import { contextOf, readyApplication } from './deeds.ts';
import { payAndIssue } from './issued.ts';
import { type PayingWorld, startPayingWorld } from './paying-world.ts';

let world: PayingWorld;
beforeAll(async () => {
  world = await startPayingWorld();
}, 60_000);
afterAll(() => world.close());

const own = {
  declaration: 'We, the exporter named in box 1, declare that these goods are of the origin shown in box 4.',
  certification:
    'The Mihon Chamber certifies on the evidence shown to it that these goods are of the origin shown in box 4, ' +
    'and has entered this certificate in its register.',
};
const save = (sheetWording: ChamberSettings['sheetWording']): Promise<void> => {
  const settings = { ...defaultSettings, ...(sheetWording === undefined ? {} : { sheetWording }) };
  return inChamber(world.house.db, '9901', (trx) =>
    saveSettings(trx, '9901', settings, world.now(), originWordingProblems),
  );
};
const joined = (text: string): string => text.replaceAll(/\s+/g, ' ');
const textOf = async (pdf: Buffer): Promise<string> =>
  joined((await readBack(pdf)).pages.map((one) => one.text).join('\n'));
const drawnText = ({ page }: { page: PageModel }): string =>
  joined(
    shapesOf(page.parts)
      .flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []))
      .join(' '),
  );
const paperText = async (applicationId: string): Promise<string> =>
  textOf((await downloadPaper(await world.firm(), { applicationId, version: 'ORIGINAL' })).bytes);

/** These sentences, and not the system's. */
function says(text: string, wording: { declaration: string; certification: string }): void {
  const other = wording === own ? originWording : own;
  for (const name of ['declaration', 'certification'] as const) {
    expect(text).toContain(wording[name]);
    expect(text).not.toContain(other[name]);
  }
}

describe('the wording of boxes 9 and 10', () => {
  test('the chamber’s own stands in the previews of firm and desk, in the record and on the paper; a later change does not', async () => {
    const [before = ''] = await world.certified(1);
    await save(own);
    const firm = await world.firm();
    const draft = await readyApplication(firm);
    says(await textOf(await previewPdf(firm, draft)), own);
    says(drawnText(await previewSheet(firm, { applicationId: draft, sheet: 1 })), own);

    const [applicationId = ''] = await world.certified(1);
    says(drawnText(await deskSheet(await contextOf(world, 'examiner'), { applicationId, sheet: 1 })), own);
    const certificate = await inChamber(world.house.db, '9901', (trx) =>
      findLiveCertificate(trx, { chamberId: '9901', applicationId }),
    );
    const record = recordOf(originForm).parse(JSON.parse(certificate?.record ?? '{}'));
    expect(record.wording).toEqual({ ...originWording, ...own });

    await save(undefined);
    await payAndIssue(world, [applicationId, before]);
    says(await paperText(applicationId), own);
    // Certified before the chamber had its own.
    says(await paperText(before), originWording);
    says(await textOf(await previewPdf(firm, draft)), originWording);
  });

  test('words that do not fit, have no place or cannot be printed are not saved', async () => {
    await save(own);
    const refused = async (sheetWording: Record<string, string>) => {
      await expect(save(sheetWording)).rejects.toMatchObject({
        code: 'invalid',
        fields: Object.keys(sheetWording).map((name) => ({ field: `sheetWording.${name}` })),
      });
    };
    await refused({ declaration: 'Certification '.repeat(40) });
    await refused({ title: 'CERTIFICATE' });
    await refused({ certification: '原産地を証明する。' });
    // Nobody who saves forgets to ask the form.
    const unasked = inChamber(world.house.db, '9901', (trx) =>
      saveSettings(trx, '9901', { ...defaultSettings, sheetWording: own }, world.now()),
    );
    await expect(unasked).rejects.toMatchObject({ code: 'invalid' });
    const kept = await inChamber(world.house.db, '9901', (trx) => getSettings(trx, '9901'));
    expect(kept.sheetWording).toEqual(own);
  });
});
