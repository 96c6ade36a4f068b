import type { EvidenceDanger } from './evidence-pdf-inspect.ts';

/** Why a PDF is not taken as evidence. */
export type EvidenceReason =
  | EvidenceDanger
  | 'empty'
  | 'too_big'
  | 'not_pdf'
  | 'unreadable'
  | 'too_many_pages'
  | 'too_heavy'
  | 'busy';

const printAgain = {
  ja: 'お使いのソフトで開き、「印刷」から「PDFに保存」して作り直したものを添付してください。',
  en: 'Open it, choose "Print" and "Save as PDF", and attach the file so made.',
} as const;

/** What is wrong, then what to do, as the person who attached the file reads it. */
export const evidenceWords: Record<EvidenceReason, { ja: string; en: string }> = {
  empty: {
    ja: 'ファイルが空です。選び直してください。',
    en: 'The file is empty. Choose it again.',
  },
  too_big: {
    ja: 'PDFは10MBまでです。ページを分けるか、スキャンの解像度を200dpi程度に下げてください。',
    en: 'A PDF may have up to 10 MB. Divide it, or scan it at about 200 dpi.',
  },
  not_pdf: {
    ja: `PDFではありません。${printAgain.ja}`,
    en: `This is not a PDF. ${printAgain.en}`,
  },
  unreadable: {
    ja: `PDFが途中で切れているか壊れているため、全ページを確実に表示できません。${printAgain.ja}`,
    en: `The PDF is cut off or damaged, so that its pages cannot be shown reliably. ${printAgain.en}`,
  },
  encrypted: {
    ja: 'パスワードまたは編集・印刷の制限が付いたPDFです。作成元のソフトで制限を外すか、印刷して「PDFに保存」し直したものを添付してください。',
    en: 'The PDF is protected by a password or restricted. Remove the protection where it was made, or print it and save it as a PDF again.',
  },
  too_many_pages: {
    ja: 'PDFは200ページまでです。必要なページだけを添付してください。',
    en: 'A PDF may have up to 200 pages. Attach only those that are needed.',
  },
  script: {
    ja: `プログラム（JavaScript）を含むPDFは受け付けていません。${printAgain.ja}`,
    en: `The PDF contains a program (JavaScript), which is not accepted. ${printAgain.en}`,
  },
  opens_by_itself: {
    ja: `開いたときに自動で動作するPDFは受け付けていません。${printAgain.ja}`,
    en: `The PDF does something by itself when opened, which is not accepted. ${printAgain.en}`,
  },
  reaches_out: {
    ja: `他のファイルやプログラム、送信先を呼び出すPDFは受け付けていません。${printAgain.ja}`,
    en: `The PDF calls other files or programs or sends data, which is not accepted. ${printAgain.en}`,
  },
  attachment: {
    ja: `中に別のファイルが添付されたPDFは受け付けていません。${printAgain.ja}`,
    en: `The PDF carries other files inside, which is not accepted. ${printAgain.en}`,
  },
  media: {
    ja: `動画・音声・3Dを含むPDFは受け付けていません。${printAgain.ja}`,
    en: `The PDF contains film, sound or 3D, which is not accepted. ${printAgain.en}`,
  },
  xfa: {
    ja: `XFA形式の入力フォームは正しく表示できません。${printAgain.ja}`,
    en: `The PDF is an XFA form, which cannot be shown correctly. ${printAgain.en}`,
  },
  big_picture: {
    ja: '画像が大きすぎます（1枚4,000万画素まで。A4で600dpi）。解像度を下げて作り直してください。',
    en: 'A picture in the PDF is too large (40 million pixels at most: A4 at 600 dpi). Make it again with a lower resolution.',
  },
  font_missing: {
    ja: 'PDFに埋め込まれていないフォント（中国語・韓国語など）があり、文字を表示できません。フォントを埋め込んで保存するか、印刷して「PDFに保存」し直したものを添付してください。',
    en: 'A font that the PDF uses (Chinese, Korean or other) is not embedded, so its text cannot be shown. Save it with fonts embedded, or print it and save it as a PDF again.',
  },
  too_heavy: {
    ja: `表示に時間またはメモリがかかりすぎるPDFです。ページを分けるか、画像の解像度を下げてください。${printAgain.ja}`,
    en: `The PDF takes too much time or memory to show. Divide it or lower the resolution of its pictures. ${printAgain.en}`,
  },
  busy: {
    ja: 'ただいま混み合っています。1分ほどたってから、もう一度添付してください。',
    en: 'Too many files are being read just now. Attach it again in about a minute.',
  },
};
