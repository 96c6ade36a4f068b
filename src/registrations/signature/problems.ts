import type { FieldProblem } from '../../lib/refusal.ts';

/** Why there is no signature that would print well. */
export type SignatureProblem = Pick<FieldProblem, 'ja' | 'en'> & { reason: SignatureReason };
export type SignatureReason = keyof typeof words | 'coarse' | 'small';

const words = {
  no_frame: {
    ja: '署名の枠を見つけられませんでした。署名の周りを手で囲んで切り抜いてください。',
    en: 'The frame of the signature was not found. Crop by hand: draw a box around the signature.',
  },
  several: {
    ja: '署名のあるページが2枚以上あります。署名届は署名者ごとに1枚です。この署名者のページを選んでください。',
    en: 'More than one page has a signature. There is one sheet for each signatory: choose the page of this one.',
  },
  empty: {
    ja: '枠の中に署名が見つかりません。黒か青のペンで署名した署名届をスキャンしてください。',
    en: 'There is no signature in the frame. Scan the sheet after signing it with a black or blue pen.',
  },
  only_red: {
    ja: '赤いもの（印影など）しか見つかりません。印鑑ではなく、黒か青のペンで署名してください。',
    en: 'Only something red was found, such as a seal. Sign with a black or blue pen instead of a seal.',
  },
  faint: {
    ja: '署名の線が薄すぎて、印刷するとかすれます。濃い黒か青のペンで署名し直すか、スキャナの濃度を上げてスキャンし直してください。',
    en: 'The strokes are too faint to print. Sign again with a dark black or blue pen, or scan again with a darker setting.',
  },
  blurred: {
    ja: '画像がぼやけています。スキャナで300dpi程度でスキャンし直すか、明るい所でピントを合わせて撮り直してください。',
    en: 'The picture is blurred. Scan the sheet at about 300 dpi, or photograph it again in good light and in focus.',
  },
  cut: {
    ja: '署名が枠からはみ出しているか、枠線と重なっているか、端で切れています。枠の内側に収まるように署名し直してください。手で囲んだ場合は、署名全体が入るように広く囲み直してください。',
    en: 'The signature runs out of the frame, along its line, or is cut off at the edge. Sign again well inside the frame; if you cropped by hand, draw a larger box around the whole signature.',
  },
  block: {
    ja: '署名の線ではなく、塗りつぶしや写真のように見えます。白い紙にペンで署名したものをスキャンし、署名だけを囲んでください。',
    en: 'This looks like a filled area or a photo, not like strokes of a pen. Scan a signature written on white paper and crop the signature only.',
  },
  busy: {
    ja: 'ただいま混み合っています。1分ほどたってから、もう一度お試しください。',
    en: 'Too many signatures are being read just now. Try again in about a minute.',
  },
  box: {
    ja: '囲んだ範囲が小さすぎるか、ページの外にあります。署名全体を囲み直してください。',
    en: 'The box is too small or outside the page. Draw it again around the whole signature.',
  },
  no_strokes: {
    ja: '署名が書かれていません。枠の中に署名してください。',
    en: 'Nothing was drawn. Sign in the box.',
  },
  short_strokes: {
    ja: '点や短い線だけでは署名になりません。枠の中に、読める大きさで署名してください。',
    en: 'Dots or a short line are not a signature. Sign in the box, large enough to be seen.',
  },
  too_many_strokes: {
    ja: '線が多すぎます。「消す」を押して、はじめから署名してください。',
    en: 'There are too many strokes. Clear the box and sign from the beginning.',
  },
  wrong_strokes: {
    ja: '署名の線を読み取れませんでした。画面を開き直して、もう一度署名してください。',
    en: 'The strokes could not be read. Open the page again and sign once more.',
  },
} as const;

export const signatureProblem = (reason: keyof typeof words): SignatureProblem => ({ reason, ...words[reason] });

/** @param dpi of the scan; `needed` so that it prints well at the size in which it was written */
export const coarseProblem = (dpi: number, needed: number): SignatureProblem => ({
  reason: 'coarse',
  ja: `スキャンの解像度が低すぎます（約${dpi}dpi）。この署名には${needed}dpi以上が必要です。300dpi程度でスキャンし直してください。`,
  en: `The resolution of the scan is too low (about ${dpi} dpi). This signature needs ${needed} dpi at least: scan it again at about 300 dpi.`,
});

/** @param high height of the signature in pixels of the scan; `needed` so that it prints well */
export const smallProblem = (high: number, needed: number): SignatureProblem => ({
  reason: 'small',
  ja: `署名の高さが${high}画素しかなく、印刷すると粗くなります（${needed}画素以上が必要です）。解像度を上げてスキャンし直すか、大きく署名し直してください。`,
  en: `The signature is only ${high} pixels high and would print coarsely (${needed} are needed). Scan again at a higher resolution, or sign larger.`,
});
