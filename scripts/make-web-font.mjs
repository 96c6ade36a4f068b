// Makes public/fonts.css and public/fonts/*.woff2 from Noto Sans JP. The results are committed, and no other command runs this:
// run it by hand (`node_modules/.bin/node scripts/make-web-font.mjs`) after a change of the font package or of the rule below.
//
// Each weight is cut in two, so that a first visit loads one small file, and a rare character does not look foreign:
//   core  what nearly every page needs: Latin (with the letters of French and Spanish), kana, punctuation, the kanji that
//         six years of school teach, and every character of our own pages and documents as they are now;
//   rest  all else that Windows in Japan can write (code page 932: JIS X 0208 and the vendors' 髙﨑①㈱), loaded by the
//         browser only when a page holds such a character. Its range is written as whole blocks: where ranges overlap,
//         CSS takes the face declared last, which is core.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import compress from 'wawoff2/compress.js';
import { kyoikuKanji } from './kyoiku-kanji.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);
const fontFolder = dirname(require.resolve('@expo-google-fonts/noto-sans-jp/package.json'));
const weights = [
  { weight: 400, file: '400Regular/NotoSansJP_400Regular.ttf' },
  { weight: 700, file: '700Bold/NotoSansJP_700Bold.ttf' },
];

const between = (from, to) => Array.from({ length: to - from + 1 }, (_, n) => String.fromCodePoint(from + n));

/** All two-byte characters of code page 932, by the decoder of the web platform, which is that code page. */
function windowsCharacters() {
  const decoder = new TextDecoder('shift_jis');
  const found = [];
  for (const lead of [...between(0x81, 0x9f), ...between(0xe0, 0xfc)].map((c) => c.codePointAt(0)))
    for (let trail = 0x40; trail <= 0xfc; trail++) {
      const text = [...decoder.decode(new Uint8Array([lead, trail]))];
      const privateUse = /\p{Co}/u.test(text.join(''));
      if (text.length === 1 && text[0] !== '\ufffd' && !privateUse) found.push(text[0]);
    }
  return found;
}

/** Every character of the files that hold words for people. */
function ownCharacters() {
  const found = new Set();
  for (const folder of ['src', 'docs', 'demo'])
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
      if (entry.isFile() && ['.ts', '.tsx', '.md'].includes(extname(entry.name)))
        for (const char of readFileSync(join(entry.parentPath, entry.name), 'utf8')) found.add(char);
  return found;
}

function slices() {
  const windows = new Set(windowsCharacters());
  const everyday = [
    ...between(0x20, 0x7e),
    ...between(0xa0, 0x17f), // Latin-1 and Latin Extended-A: French, Spanish, the ū of Hakkyū
    ...'‐–—‘’“”†•…′″€™←↑→↓−×÷≤≥○●◎△▲▽▼□■☆★※〒①②③④⑤⑥⑦⑧⑨⑩㈱',
    ...between(0x3000, 0x3020),
    ...between(0x3041, 0x309e),
    ...between(0x30a0, 0x30fe),
    ...between(0xff01, 0xff5e),
    ...kyoikuKanji,
  ];
  const core = new Set([...everyday, ...[...ownCharacters()].filter((char) => windows.has(char))]);
  const rest = new Set([...windows, ...between(0xff61, 0xff9f)].filter((char) => !core.has(char)));
  return { core, rest };
}

async function subsetter() {
  const { instance } = await WebAssembly.instantiate(
    readFileSync(require.resolve('harfbuzzjs/dist/harfbuzz-subset.wasm')),
  );
  instance.exports._initialize();
  return instance.exports;
}

const tag = (name) => [...name].reduce((sum, char) => sum * 256 + char.charCodeAt(0), 0);
const layoutFeatureTags = 6; // HB_SUBSET_SETS_LAYOUT_FEATURE_TAG
const noHinting = 1; // HB_SUBSET_FLAGS_NO_HINTING
// Kerning, and the half-width punctuation that browsers use for `text-spacing-trim`; no vertical writing.
const features = ['ccmp', 'kern', 'liga', 'mark', 'mkmk', 'palt', 'halt', 'chws', 'tnum', 'locl'];

/** The font with the glyphs of these characters only, and the characters of them that it has. */
function cut(hb, font, characters) {
  const at = hb.malloc(font.byteLength);
  new Uint8Array(hb.memory.buffer).set(font, at);
  const blob = hb.hb_blob_create(at, font.byteLength, 1, 0, 0);
  const face = hb.hb_face_create(blob, 0);
  const input = hb.hb_subset_input_create_or_fail();
  const unicodes = hb.hb_subset_input_unicode_set(input);
  for (const char of characters) hb.hb_set_add(unicodes, char.codePointAt(0));
  const kept = hb.hb_subset_input_set(input, layoutFeatureTags);
  hb.hb_set_clear(kept);
  for (const feature of features) hb.hb_set_add(kept, tag(feature));
  hb.hb_subset_input_set_flags(input, noHinting);
  const result = hb.hb_subset_or_fail(face, input);
  if (result === 0) throw new Error('HarfBuzz cannot cut this font');
  const out = hb.hb_face_reference_blob(result);
  const from = hb.hb_blob_get_data(out, 0);
  const bytes = new Uint8Array(hb.memory.buffer, from, hb.hb_blob_get_length(out)).slice();
  hb.hb_blob_destroy(out);
  hb.hb_face_destroy(result);
  hb.hb_subset_input_destroy(input);
  hb.hb_face_destroy(face);
  hb.hb_blob_destroy(blob);
  hb.free(at);
  return bytes;
}

/** `U+20-7E,U+A5,…` */
function unicodeRange(characters) {
  const points = [...characters].map((char) => char.codePointAt(0)).sort((a, b) => a - b);
  const runs = [];
  for (const point of points) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === point - 1) last[1] = point;
    else runs.push([point, point]);
  }
  const hex = (n) => n.toString(16).toUpperCase();
  return runs.map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`)).join(', ');
}

// Greek and Cyrillic, signs, CJK, compatibility forms.
const restRange = 'U+370-52F, U+2010-27BF, U+3000-33FF, U+4E00-9FFF, U+F900-FAFF, U+FF00-FFEF';

const hb = await subsetter();
const { core, rest } = slices();
mkdirSync(join(root, 'public', 'fonts'), { recursive: true });
let css =
  '/* Made by scripts/make-web-font.mjs from Noto Sans JP (SIL Open Font License 1.1, fonts/OFL.txt). Do not edit. */\n';
const cuts = [
  { name: 'rest', characters: rest, range: restRange },
  { name: 'core', characters: core, range: unicodeRange(core) },
];
for (const { name, characters, range } of cuts)
  for (const { weight, file } of weights) {
    const woff2 = await compress(cut(hb, readFileSync(join(fontFolder, file)), characters));
    const target = `fonts/noto-sans-jp-${weight}-${name}.woff2`;
    writeFileSync(join(root, 'public', target), woff2);
    console.log(`${target}: ${characters.size} characters, ${Math.ceil(woff2.byteLength / 1000)} KB`);
    css += `@font-face {
  font-family: "Noto Sans JP";
  font-style: normal;
  font-weight: ${weight};
  font-display: swap;
  src: url(${target}) format("woff2");
  unicode-range:${range.length > 100 ? '\n    ' : ' '}${range};
}
`;
  }
writeFileSync(join(root, 'public', 'fonts.css'), css);
copyFileSync(join(fontFolder, 'LICENSE_FONT'), join(root, 'public', 'fonts', 'OFL.txt'));
