import { drawRecord } from '../../src/certificates/draw-record.ts';
import type { Signer } from '../../src/outside/signer.ts';
import { fillSignature, signPdf } from '../../src/paper/pdf-signature.ts';
import type { Paper } from './content.ts';

/** As it is issued but for the signature: background, QR code, seal, tags, the record attached. */
export async function drawOurs({ record, secrets }: Paper): Promise<Uint8Array> {
  return (await drawRecord(record, secrets)).pdf;
}

export async function drawOursSigned({ record, secrets }: Paper, signer: Signer): Promise<Uint8Array> {
  const at = new Date();
  const { pdf } = await drawRecord(record, secrets, { field: 'chamber', reason: record.number, at });
  return fillSignature(pdf, await signPdf(pdf, signer, at));
}
