import { encodeQR } from 'qr';

/** ISO/IEC 18004: white around the code, in modules, or readers do not find it. */
const quiet = 4;

/** A QR code as a picture in the page; nothing of it leaves the page, as it would by an address of its own. */
export function QrPicture({ text, label }: { text: string; label: string }) {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: quiet });
  // Dark modules, neighbours in a row joined, so that no hair-thin gaps are painted.
  const path = rows.flatMap((row, y) => darkRuns(row).map(([from, length]) => `M${from} ${y}h${length}v1h-${length}z`));
  return (
    <svg
      class="qr"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${rows.length} ${rows.length}`}
      width="220"
      height="220"
    >
      <rect width="100%" height="100%" fill="#fff" />
      <path d={path.join('')} fill="#000" />
    </svg>
  );
}

function darkRuns(row: readonly boolean[]): [from: number, length: number][] {
  const runs: [number, number][] = [];
  for (let from = 0; from < row.length; from++) {
    if (!row[from] || row[from - 1]) continue;
    const end = row.indexOf(false, from);
    runs.push([from, (end === -1 ? row.length : end) - from]);
  }
  return runs;
}
