// How a receipt number looks, however it was typed. Pure.

/** `R2026-000123` from that, `r2026 123…` in full width, or without its letter and hyphen; undefined when it cannot be one. */
export function readReceiptNumber(typed: string): string | undefined {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
  const parts = /^R?(20\d{2})(\d{6,9})$/.exec(plain);
  return parts ? `R${parts[1]}-${parts[2]}` : undefined;
}
