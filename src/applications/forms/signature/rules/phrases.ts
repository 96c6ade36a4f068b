// Words that a chamber refuses or asks about on a document to which it verifies the signature (Tokyo CCI: no wording as if the
// chamber guaranteed the contents; private documents only; no form that looks like the chamber's certificate of origin). Data:
// English, French and Spanish, since documents come in these.

const vouching = 'certif|guarant|warrant|confirm|attest|endors|approv|verif|vouch|authenticat|acknowledg|recommend';
const vouchingFr = 'certifi|garanti|confirm|attest|approuv|authentifi|cautionn|reconna';
const vouchingEs = 'certific|garantiz|confirm|avala|aprueb|aprob|autentific|acredit|reconoc';

const word = (stems: string): string => `(?<!\\p{L})(?:${stems})\\p{L}*`;
const near = '[^.\\n]{0,80}?';

/** As if the chamber stood behind the contents. A sentence that says that it does not is found too: the examiner reads it. */
export const chamberVouches: readonly RegExp[] = [
  new RegExp(`\\bchambers?(?: of commerce)?\\b${near}${word(vouching)}`, 'iu'),
  new RegExp(`${word(`${vouching}|issu|inspect|examin`)}\\s+by\\b${near}\\bchamber\\b`, 'iu'),
  new RegExp(`\\bchambre de commerce\\b${near}${word(vouchingFr)}`, 'iu'),
  new RegExp(`${word(`${vouchingFr}|délivr`)}\\s+par\\b${near}\\bchambre\\b`, 'iu'),
  new RegExp(`(?<!\\p{L})cámara de comercio(?!\\p{L})${near}${word(vouchingEs)}`, 'iu'),
  new RegExp(`${word(`${vouchingEs}|expedi`)}\\s+por\\b${near}cámara(?!\\p{L})`, 'iu'),
  /\bofficially\s+(?:certified|guaranteed|approved|authenticated|verified|endorsed)\b/i,
];

/** Titles of the chamber's own certificate of origin, and of others that only a public body issues for origin. */
export const originTitles: readonly RegExp[] = [
  /\bcertificates?\s+of\s+(?:\w+\s+)?origin\b/i,
  /\b(?:country\s+of\s+)?origin\s+certificates?\b/i,
  /\bcertificat\s+d\s*'\s*origine\b/i,
  /\bcertificado\s+de\s+origen\b/i,
  /\bform\s*\.?\s*a\b|\bgeneralized system of preferences\b/i,
  /\beur\.?\s?1\b/i,
];

/** What its ten boxes ask: a document that asks three of these looks like it. */
export const originLabels: readonly RegExp[] = [
  /\bcountry\s+of\s+origin\b/i,
  /\btransport\s+details\b/i,
  /\b(?:no\.?|number)\s+and\s+date\s+of\s+invoice\b/i,
  /\bmarks,?\s*(?:and\s+)?numbers\b/i,
  /\bnumber\s+and\s+kind\s+of\s+packages\b/i,
  /\bdeclaration\s+by\s+the\s+exporter\b/i,
  /^[^\w\n]{0,4}\d?[^\w\n]{0,4}consignee\b/im,
  /^[^\w\n]{0,4}\d?[^\w\n]{0,4}exporter\b/im,
];

/** Titles of the three documents that have a form of their own, which asks for what they must say. */
export const titlesOfOwnForm: readonly RegExp[] = [
  /\b(?:health|sanitary)\s+certificate\b|\bcertificat\s+sanitaire\b|\bcertificado\s+sanitario\b/i,
  /\bfree\s+sales?\b|\b(?:libre\s+vente|vente\s+libre|libre\s+venta|venta\s+libre)\b/i,
  /\b(?:translation|translator|traduction|traducción)/i,
];

/** Documents that only a public office issues: nobody's registered signature belongs on them. */
export const publicTitles: readonly RegExp[] = [
  /\b(?:phyto\s?sanitary|veterinary|sanitary export|quarantine|fumigation)\s+(?:health\s+)?certificate\b/i,
  /\bcertificat\s+phytosanitaire\b|\bcertificado\s+fitosanitario\b/i,
  /\bcertificate\s+of\s+(?:all\s+)?(?:historical|present|residence|seal|good conduct|birth|marriage|tax|no criminal)\b/i,
  /\b(?:birth|marriage|death|police|tax(?: payment)?|residence|seal(?: registration)?|family register)\s+certificate\b/i,
  /\b(?:family register|residence card|passport|driv(?:er's|ing) licen[cs]e|notarial (?:deed|act|certificate)|apostille)\b/i,
  /\b(?:export|import)\s+(?:permit|licen[cs]e|declaration)\b/i,
];

/** A public office speaks, or has spoken already: then there is no signature of ours to verify. */
export const publicWords: readonly RegExp[] = [
  /\bapostille\b/i,
  /\bnotar(?:y|ies|ial|i[sz]ed)\b|\bnotaire\b|\bnotari(?:o|ado|al)\b/i,
  /\b(?:ministry|minister|ministère|ministerio|embassy|consulate|government|prefectur\w*|governor|mayor|customs|public health (?:center|office))\b[^.\n]{0,60}\b(?:certif(?:y|ies|ied)|attest(?:s|ed)?|authenticate[sd]?|legali[sz]e[sd]?)\b/i,
  /\bissued\s+by\s+(?:the\s+)?(?:ministry|minister|embassy|consulate|government|governor|mayor|customs)\b/i,
];

/** Sold freely in the land of make. */
export const freelySold: readonly RegExp[] = [
  /\bfree(?:ly)?\b[^.\n]{0,60}\b(?:sale|sold|marketed|available|distributed)\b/i,
  /\b(?:sold|marketed|distributed|available|on sale)\b[^.\n]{0,60}\bfree(?:ly)?\b/i,
  /\b(?:vente\s+libre|libre\s+vente|librement\s+(?:vendu|commercialis|distribu))/i,
  /\b(?:venta\s+libre|libre\s+venta|(?:venden|vende|vendidos?|comercializa\w*)\s+libremente|libremente\s+(?:vend|comercializ))/i,
];

/** A place for a signature in the text itself, though box 5 has the only one; or a signature for somebody else's. */
export const signedTwice: readonly RegExp[] = [
  /^[^\w\n]{0,8}(?:authori[sz]ed\s+)?(?:signature|signed(?:\s+by)?|signatory|firma|fait\s+à)\b[^\S\n]*(?:[:_.]|$)/im,
  /_{4,}/,
];
export const signedForAnother = /\bfor\s+and\s+on\s+behalf\s+of\b|^[^\w\n]{0,8}p\.\s?p\.\s/im;
