import type { OriginContent } from './content.ts';

/**
 * Without what is told to the chamber alone: why it was applied for so late, whence the firm has foreign goods, and the
 * invoices that are not to be known.
 */
export function originRecorded({ shipment: _shipment, ...content }: OriginContent): OriginContent {
  const { trade: _trade, ...request } = content.request;
  const invoices = content.demand?.struckOut.includes('3') ? [] : content.invoices;
  return { ...content, request, invoices };
}
