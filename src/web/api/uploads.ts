// A file that a program sends: the part `file` of a multipart form.
import { z } from '@hono/zod-openapi';

/** In the description: a string of bytes, as OpenAPI says files. */
export const FilePart = z
  .custom<File>((sent) => sent instanceof File && (sent.name !== '' || sent.size > 0), {
    error: 'Send the file as a part with a file name.',
  })
  .openapi({ type: 'string', format: 'binary', description: 'The file, with its name.' });

export type Upload = { fileName: string; bytes: Buffer };

export async function uploadOf(file: File): Promise<Upload> {
  return { fileName: file.name, bytes: Buffer.from(await file.arrayBuffer()) };
}

/** Of a form's part; what was sent twice is none. */
export const formBody = <T extends z.ZodType>(schema: T) => ({
  required: true as const,
  content: { 'multipart/form-data': { schema } },
});
