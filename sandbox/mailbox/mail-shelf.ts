import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { openJournal } from '../journal.ts';

export type StoredMail = {
  id: string;
  /** ISO 8601, UTC. */
  receivedAt: string;
  from: string;
  /** Whom it was delivered to, in lower case: the envelope, not the heading, as a mailbox does. */
  to: string[];
  subject: string;
  text: string;
  messageId: string;
};

export type MailShelf = {
  /** On disk when this returns. */
  put(mail: Omit<StoredMail, 'id'>): void;
  find(id: string): StoredMail | undefined;
  /** Newest first, `size` a page, pages counted from 1; with `to`, only what went to that address. */
  list(query: { to: string | undefined; page: number; size: number }): { mails: StoredMail[]; total: number };
  close(): void;
};

/** The mails that arrived, kept in `folder` over restarts. */
export function openMailShelf(folder: string): MailShelf {
  const mails = new Map<string, StoredMail>();
  const journal = openJournal<StoredMail>(join(folder, 'mails.jsonl'), (mail) => {
    mails.set(mail.id, mail);
  });
  return {
    put(mail) {
      const stored = { id: randomUUID(), ...mail };
      journal.append(stored);
      mails.set(stored.id, stored);
    },
    find: (id) => mails.get(id),
    list({ to, page, size }) {
      const address = to?.trim().toLowerCase();
      const found = [...mails.values()].reverse().filter((mail) => address === undefined || mail.to.includes(address));
      return { mails: found.slice((page - 1) * size, page * size), total: found.length };
    },
    close() {
      journal.close();
    },
  };
}
