/** Why a file is not taken as the scan of a sheet. */
export type ScanReason =
  | 'empty'
  | 'too_big'
  | 'tiff'
  | 'heic'
  | 'not_a_scan'
  | 'print_colours'
  | 'too_many_pixels'
  | 'too_small'
  | 'too_many_pages'
  | 'encrypted'
  | 'unreadable'
  | 'too_heavy'
  | 'busy';

/** What is wrong, then what to do, as the person who uploaded the file reads it. */
export const scanWords: Record<ScanReason, { ja: string; en: string }> = {
  empty: { ja: 'ファイルが空です。選び直してください。', en: 'The file is empty. Choose it again.' },
  too_big: {
    ja: 'ファイルは12MBまでです。300dpi程度でスキャンし直してください。',
    en: 'A file may have up to 12 MB. Scan it again at about 300 dpi.',
  },
  tiff: {
    ja: 'TIFFは読み取れません。スキャナの保存形式をPDF・JPEG・PNGのいずれかにして、スキャンし直してください。',
    en: 'TIFF cannot be read. Set the scanner to save as PDF, JPEG or PNG and scan again.',
  },
  heic: {
    ja: 'HEIC形式の写真は読み取れません。iPhoneの「設定」→「カメラ」→「フォーマット」で「互換性優先」を選んで撮り直すか、写真をJPEGで保存してください。',
    en: 'Photos in HEIC cannot be read. On the iPhone choose Settings > Camera > Formats > Most Compatible and take it again, or save the photo as JPEG.',
  },
  not_a_scan: {
    ja: 'PDF・JPEG・PNGのファイルではありません。署名届をスキャンするか撮影して、いずれかの形式で保存したものを選んでください。',
    en: 'This is not a PDF, JPEG or PNG. Scan or photograph the sheet and choose the file saved in one of these formats.',
  },
  print_colours: {
    ja: '印刷用の色（CMYK）のJPEGは読み取れません。RGBまたはグレースケールで保存し直してください。',
    en: 'A JPEG in printing colours (CMYK) cannot be read. Save it again in RGB or grey.',
  },
  too_many_pixels: {
    ja: '画像が大きすぎます（4,000万画素まで。A4で600dpi）。解像度を300dpi程度に下げてください。',
    en: 'The picture is too large (40 million pixels at most: A4 at 600 dpi). Lower the resolution to about 300 dpi.',
  },
  too_small: {
    ja: '画像が小さすぎます（縦横とも100画素以上が必要です）。署名届を300dpi程度でスキャンし直してください。',
    en: 'The picture is too small (at least 100 pixels each way). Scan the sheet again at about 300 dpi.',
  },
  too_many_pages: {
    ja: 'PDFは5ページまでです。署名届のページだけをスキャンし直してください。',
    en: 'A PDF may have up to 5 pages. Scan the pages of the signature sheet only.',
  },
  encrypted: {
    ja: 'パスワードの付いたPDFです。パスワードを外して保存し直してください。',
    en: 'The PDF is protected by a password. Remove the password and save it again.',
  },
  unreadable: {
    ja: 'ファイルが途中で切れているか壊れているため、読み取れません。スキャンし直すか、元のファイルを選び直してください。',
    en: 'The file is cut off or damaged and cannot be read. Scan the sheet again, or choose the original file again.',
  },
  too_heavy: {
    ja: '読み取りに時間またはメモリがかかりすぎます。署名届だけを300dpi程度でスキャンし直してください。',
    en: 'Reading the file takes too much time or memory. Scan the signature sheet alone at about 300 dpi.',
  },
  busy: {
    ja: 'ただいま混み合っています。1分ほどたってから、もう一度アップロードしてください。',
    en: 'Too many files are being read just now. Upload it again in about a minute.',
  },
};
