// A stranger's file as an answer: to be saved, never to be opened as a part of our site.
import type { Req } from './request.ts';

/**
 * @param fileName as it is offered for saving; gets `extension` (`.pdf`) where it has another, so that what is inside
 *   and what a double click opens it with agree
 */
export function attachment(
  c: Req,
  file: { bytes: Buffer; mediaType: string; fileName: string; extension: string },
): Response {
  const { fileName, extension } = file;
  const name = fileName.toLowerCase().endsWith(extension) ? fileName : `${fileName}${extension}`;
  return c.body(new Uint8Array(file.bytes), 200, {
    'content-type': file.mediaType,
    'content-disposition': `attachment; filename="${asciiName(name)}"; filename*=UTF-8''${extendedValue(name)}`,
    'content-length': String(file.bytes.length),
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  });
}

/** For readers that know no other: what is not plain ASCII becomes `_`. */
const asciiName = (name: string): string => name.replace(/[^\x20-\x7e]|["\\%]/g, '_');

/** RFC 5987, 3.2.1: as encodeURIComponent, but for four characters that it leaves and the RFC does not allow. */
const extendedValue = (name: string): string =>
  encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
