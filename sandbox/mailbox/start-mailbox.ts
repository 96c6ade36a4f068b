import { mkdirSync } from 'node:fs';
import type { AuthenticatorEntry } from '../authenticator/authenticator-page.tsx';
import { listenLocally } from '../listen.ts';
import { openMailShelf } from './mail-shelf.ts';
import { mailboxPages } from './mailbox-pages.tsx';
import { receiveMails } from './receive.ts';

export type MailboxOptions = {
  /** 0 takes a free one. */
  smtpPort: number;
  /** 0 takes a free one. */
  webPort: number;
  /** Where the mails are kept; a start on the same folder has them all. */
  folder: string;
  clock?: () => Date;
  /** Whose codes the authenticator beside it shows. */
  authenticator?: () => readonly AuthenticatorEntry[];
};

export type Mailbox = {
  /** For `smtpMailer`. */
  smtpUrl: string;
  /** Its pages. */
  url: string;
  close(): Promise<void>;
};

/** Starts the stand-in for everybody's mailbox: takes every mail, whoever it is to, and shows it on a page. */
export async function startMailbox(options: MailboxOptions): Promise<Mailbox> {
  mkdirSync(options.folder, { recursive: true });
  const shelf = openMailShelf(options.folder);
  const { clock = () => new Date(), authenticator: entries = () => [] } = options;
  const smtp = await receiveMails(shelf, options.smtpPort, clock);
  const pages = mailboxPages(shelf, { entries, clock });
  const web = await listenLocally((request) => pages.fetch(request), options.webPort).catch(async (error: unknown) => {
    await smtp.close();
    throw error;
  });
  return {
    smtpUrl: `smtp://127.0.0.1:${smtp.port}`,
    url: web.url,
    async close() {
      await smtp.close();
      await web.close();
      shelf.close();
    },
  };
}
