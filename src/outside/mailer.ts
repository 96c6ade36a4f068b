import { createTransport } from 'nodemailer';
import { type FieldProblem, Refusal } from '../lib/refusal.ts';

/** Whoever carries our mail. Text only: what a mail says must be readable anywhere. */
export type Mailer = {
  /**
   * Hands one mail over. Resolves when the mail server has taken it; throws the server's error otherwise, so that the
   * job that sends it tries again. Refuses `invalid` when a header would break (line break, not one address).
   */
  send(mail: Mail): Promise<void>;
};

export type Mail = {
  /** One address, without a name. */
  to: string;
  subject: string;
  text: string;
  /** `name <address>`; the installation's own by default. */
  from?: string;
  /** `id@host`: the same for each repeat of the same mail, so that a mail program shows a repeated one once. */
  messageId: string;
};

export type MailerConfig = {
  /** `smtp://host:port` or `smtps://user:password@host`. */
  url: string;
  from: string;
  timeoutMs?: number;
};

/** Speaks SMTP to the mail server at `url`, one connection a mail. */
export function smtpMailer(config: MailerConfig): Mailer {
  const timeout = config.timeoutMs ?? 10_000;
  const transport = createTransport({
    url: config.url,
    dnsTimeout: timeout,
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
  });
  return {
    async send(mail) {
      const from = mail.from ?? config.from;
      const problems = headerProblems({ ...mail, from });
      if (problems.length > 0) throw new Refusal('invalid', { fields: problems });
      await transport.sendMail({
        from,
        // As an object: a string would be read as a list of addresses.
        to: { name: '', address: mail.to },
        subject: mail.subject,
        text: mail.text,
        messageId: `<${mail.messageId}>`,
        // RFC 3834: keeps holiday notices from answering a machine.
        headers: { 'Auto-Submitted': 'auto-generated' },
        disableFileAccess: true,
        disableUrlAccess: true,
      });
    },
  };
}

const address = /^[^\s<>()[\]\\,;:"@]+@[^\s<>()[\]\\,;:"@]+$/;
const idOfMessage = /^[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+$/;

/** What would let text into a mail's headers that does not belong there (OWASP ASVS 1.3.11). Empty when all is well. */
export function headerProblems(mail: Omit<Mail, 'text'>): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (!address.test(mail.to)) {
    problems.push({
      field: 'to',
      ja: 'メールアドレスを1件だけ入れてください（例: name@example.jp）。',
      en: 'Give one mail address, such as name@example.jp.',
    });
  }
  for (const field of ['to', 'subject', 'from', 'messageId'] as const) {
    if (!hasControlCharacter(mail[field] ?? '')) continue;
    problems.push({
      field,
      ja: '改行などの制御文字を取り除いてください。',
      en: 'Remove line breaks and other control characters.',
    });
  }
  if (!idOfMessage.test(mail.messageId)) {
    problems.push({
      field: 'messageId',
      ja: 'メッセージIDは「英数字@ホスト名」の形にしてください。',
      en: 'Give the message ID as letters and digits, @, host name.',
    });
  }
  return problems;
}

function hasControlCharacter(text: string): boolean {
  return /\p{Cc}|\u2028|\u2029/u.test(text);
}

/** Where no mail server is set: every mail fails with the reason, stays a failed job, and can be sent later. */
export const noMailer: Mailer = {
  send: () => Promise.reject(new Error('no mail server is set: HAKKYU_SMTP and HAKKYU_MAIL_FROM')),
};
