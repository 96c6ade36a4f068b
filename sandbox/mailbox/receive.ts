import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { MailShelf } from './mail-shelf.ts';

const largestMail = 1_000_000;
const tooLarge = Object.assign(new Error('Mail is too large for this mailbox'), { responseCode: 552 });

/** Takes every mail by SMTP on 127.0.0.1 and puts it on the shelf before it says so. Port 0 takes a free one. */
export async function receiveMails(
  shelf: MailShelf,
  port: number,
  clock: () => Date,
): Promise<{ port: number; close(): Promise<void> }> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: largestMail,
    logger: false,
    onData(stream, session, done) {
      simpleParser(stream)
        .then((mail) => {
          if (stream.sizeExceeded) throw tooLarge;
          shelf.put({
            receivedAt: clock().toISOString(),
            from: mail.from?.text ?? '',
            to: session.envelope.rcptTo.map((recipient) => recipient.address.toLowerCase()),
            subject: mail.subject ?? '',
            text: mail.text ?? '',
            messageId: mail.messageId ?? '',
          });
        })
        .then(
          () => done(),
          // The sender is told, and keeps the mail.
          (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
        );
    },
  });
  const listening = await new Promise<{ port: number }>((resolve, reject) => {
    server.once('error', reject);
    const listener = server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      server.on('error', unlessBrokenOff);
      const address = listener.address();
      if (address === null || typeof address === 'string') reject(new Error('a listening server has a port'));
      else resolve({ port: address.port });
    });
  });
  return { port: listening.port, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** A sender whose connection breaks off is the sender's trouble and must not end the mailbox; anything else must be seen. */
function unlessBrokenOff(error: Error): void {
  const code = 'code' in error ? String(error.code) : '';
  if (!['ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT'].includes(code)) throw error;
}
