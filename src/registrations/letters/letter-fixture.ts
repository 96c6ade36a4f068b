// For tests: a firm as usual, and the text of what is drawn, read back out of the PDF.
import { drawPdf } from '../../paper/draw-pdf.ts';
import type { PageModel } from '../../paper/page.ts';
import { readBack } from '../../paper/read-back.ts';
import { type ContentSignatory, RegistrationContent } from '../content.ts';
import type { LetterChamber, LetterFacts } from './facts.ts';

export const keyOf = (n: number): string => `01990000-0000-7000-8000-${String(n).padStart(12, '0')}`;

export const demoSignatory = (n: number, more: Partial<ContentSignatory> = {}): Record<string, unknown> => ({
  ...{ key: keyOf(n), nameJa: `山田 太郎${n}`, nameEn: `Taro YAMADA ${n}`, titleJa: '貿易部長' },
  ...{ titleEn: 'Export Manager', mail: `yamada${n}@mihon.example`, ...more },
});

const usual = {
  ...{ kind: 'applicant', legalForm: 'corporation', corporateNumber: '7000012050002' },
  ...{ nameJa: '株式会社見本貿易', nameKana: 'カブシキガイシャミホンボウエキ', nameEn: 'MIHON TRADING CO., LTD.' },
  ...{ postalCode: '540-0029', addressJa: '大阪府大阪市中央区本町橋2番8号', placeEn: 'Osaka, Japan' },
  ...{ addressEn: '2-8, Hommachibashi, Chuo-ku, Osaka 540-0029, Japan', telephone: '06-1111-2222' },
  ...{ representativeTitleJa: '代表取締役', representativeNameJa: '髙﨑 花子', memberClass: 'member' },
  business: { since: '1987-04', capitalYen: '30000000', employees: '125', descriptionJa: '産業機械の輸出' },
  contact: { departmentJa: '貿易部', nameJa: '佐藤 花子', nameEn: 'Hanako SATO', mail: 'sato@mihon.example' },
  signatories: [demoSignatory(1), demoSignatory(2, { withoutSignature: true })],
};

export const demoContent = (more: Record<string, unknown> = {}): RegistrationContent =>
  RegistrationContent.parse({ ...usual, ...more });

export const demoChamber: LetterChamber = {
  ...{ nameJa: '浪速商工会議所', nameEn: 'The Naniwa Chamber of Commerce and Industry', code: '9901' },
  ...{ telephone: '06-0000-0000', mail: 'boeki@naniwa-cci.example' },
};

export const demoFacts = (more: Record<string, unknown> = {}): LetterFacts => ({
  chamber: demoChamber,
  procedure: { kind: 'new', number: 'T2026-000123', rulesVersion: '2020-09-16' },
  content: demoContent(more),
  today: '2026-11-23',
});

/** The text of each page as PDFium reads it, without spaces and line breaks: a line may break anywhere. */
export async function readPages(pages: readonly PageModel[]): Promise<string[]> {
  const pdf = await drawPdf(pages, { title: 'x', lang: 'ja', createdAt: new Date('2026-11-23T00:00:00Z') });
  return (await readBack(pdf)).pages.map(({ text }) => text.replace(/\s/g, ''));
}
