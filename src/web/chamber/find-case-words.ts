import { catalogue } from '../ui/words.ts';

export const findCaseWords = catalogue(
  {
    title: '案件を探す',
    label: '受付番号・証明書番号',
    help: '交付済の案件も探せます。例: R2026-000123、9901-2026-000123-K',
    find: '案件を開く',
  },
  {
    title: 'Find a case',
    label: 'Receipt number or certificate number',
    help: 'Issued cases are found too. For example R2026-000123, 9901-2026-000123-K',
    find: 'Open the case',
  },
);
