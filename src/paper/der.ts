// DER (X.690), as little of it as a CMS signature of one profile takes: the general library builds and reads it through
// schemas, which takes as long as drawing a sheet.

export const tags = {
  integer: 0x02,
  octetString: 0x04,
  objectIdentifier: 0x06,
  sequence: 0x30,
  set: 0x31,
  /** [0], constructed. */
  first: 0xa0,
} as const;

/** One element: its whole encoding and what is inside. Both are windows into what was read. */
export type Element = { tag: number; whole: Buffer; content: Buffer };

/** What is read is not made of whole elements. */
export class NotDer extends Error {
  constructor(at: number) {
    super(`no whole element at byte ${at}`);
    this.name = 'NotDer';
  }
}

/** An element with these contents one after the other. */
export function encode(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const length = contents.reduce((sum, each) => sum + each.length, 0);
  return Buffer.concat([Buffer.from([tag, ...lengthOctets(length)]), ...contents]);
}

/** X.690 §8.1.3: one octet below 128, else the number of octets and the length in them. */
function lengthOctets(length: number): number[] {
  if (length < 0x80) return [length];
  const octets: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256);
  return [0x80 | octets.length, ...octets];
}

/** DER wants the members of a SET OF in the order of their encodings (X.690 §11.6). */
export const inDerOrder = (members: readonly Buffer[]): Buffer[] => members.toSorted(Buffer.compare);

/** X.690 §8.19: base 128, the first two numbers as one. */
export function objectIdentifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const octets = [40 * first + second, ...rest].flatMap((part) => {
    const digits = [part % 128];
    for (let left = Math.floor(part / 128); left > 0; left = Math.floor(left / 128))
      digits.unshift(0x80 | (left % 128));
    return digits;
  });
  return encode(tags.objectIdentifier, Buffer.from(octets));
}

/**
 * The elements that these bytes are. Takes lengths that DER would write shorter: who must know writes what was read again.
 * @throws NotDer when the bytes are something else, or tags above 30 are among them
 */
export function elementsIn(bytes: Buffer): Element[] {
  const found: Element[] = [];
  for (let at = 0; at < bytes.length; ) {
    const [tag = 0, short = 0xff] = bytes.subarray(at, at + 2);
    const octets = short < 0x80 ? 0 : short & 0x7f;
    const start = at + 2 + octets;
    if ((tag & 0x1f) === 0x1f || octets > 4 || short === 0x80 || start > bytes.length) throw new NotDer(at);
    const end = start + (octets === 0 ? short : bytes.readUIntBE(at + 2, octets));
    if (end > bytes.length) throw new NotDer(at);
    found.push({ tag, whole: bytes.subarray(at, end), content: bytes.subarray(start, end) });
    at = end;
  }
  return found;
}
