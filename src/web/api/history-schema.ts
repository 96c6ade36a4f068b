// The history of an application, as its firm and as the chamber read it.
import { z } from '@hono/zod-openapi';
import type { Event as Row } from '../../audit/events.ts';
import { historyWords } from '../firm/applications/application-overview-words.ts';
import { instant } from './answers.ts';

export const Event = z
  .object({
    at: instant('When it happened.'),
    action: z.string().openapi({ description: 'Such as `submit`, `send_back`, `certify`.' }),
    from: z.string().nullable().openapi({ description: 'Status before, where the step changed it.' }),
    to: z.string().nullable(),
    by: z
      .enum(['account', 'api_key', 'applicant', 'system'])
      .openapi({ description: 'A person, a program with a key, or a job.' }),
    note: z.string().nullable().openapi({ description: 'The reason, where the step has one.' }),
  })
  .openapi('Event');

export const DeskEvent = Event.extend({
  who: z.string().nullable().openapi({ description: 'ID of the person; null for a program or a job.' }),
}).openapi('DeskEvent');

const shown = ({ at, action, from, to, by, detail }: Row): z.infer<typeof Event> => {
  const { note } = (detail ?? {}) as { note?: unknown };
  return { at: at.toISOString(), action, from, to, by: by.kind, note: typeof note === 'string' ? note : null };
};

/** Steps whose reason is the firm's to know, as on its page. */
const reasoned = new Set(['reject', 'cancel', 'reopen_printing', 'give_back']);

/** What the chamber does among its own people (who took the case, who handed it back and why) is not told. */
export const firmHistory = (events: readonly Row[]) =>
  events
    .filter((event) => Object.hasOwn(historyWords.en, event.action))
    .map((event) => ({ ...shown(event), ...(reasoned.has(event.action) ? {} : { note: null }) }));

/** @param people by account id */
export const deskHistory = (events: readonly Row[], people: ReadonlyMap<string, { loginId: string }>) =>
  events.map((event) => {
    const person = event.by.kind === 'account' ? people.get(event.by.id) : undefined;
    return { ...shown(event), who: person?.loginId ?? null };
  });
