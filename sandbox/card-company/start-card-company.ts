import { mkdirSync } from 'node:fs';
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { listenLocally } from '../listen.ts';
import { comesFromElsewhere, frameFile } from '../page-frame.tsx';
import { cardCompanyApi } from './api.ts';
import { openBooks } from './books.ts';
import { expireDue } from './checkout-sessions.ts';
import { deskScreen } from './desk-screen.tsx';
import { createFaults, type Faults } from './faults.ts';
import { hostedScreens } from './hosted-screens.ts';
import { startWebhooks, usualRetries } from './webhooks.ts';

export type CardCompanyOptions = {
  /** 0 takes a free one. */
  port: number;
  /** Where it keeps its books; a start on the same folder goes on where the last one ended, also after kill -9. */
  folder: string;
  secretKey: string;
  webhookSecret: string;
  /** May be set later by `setWebhookUrl`, when the endpoint's own port is known only then. */
  webhookUrl?: string;
  /** The same one as the house's: sessions expire and webhooks are signed by it. */
  clock?: () => Date;
  /** Milliseconds before each repeat of a webhook that was not taken. */
  retrySchedule?: readonly number[];
};

export type CardCompany = {
  port: number;
  /** `http://localhost:<port>`: the origin of its payment pages, which our `form-action` must name. */
  url: string;
  setWebhookUrl(url: string): void;
  faults: Faults;
  close(): Promise<void>;
};

const sweepEveryMs = 1_000;
const largestBody = 100_000;

/** Starts the stand-in for the card company: API, payment pages, webhooks, and its desk at `/sandbox`. */
export async function startCardCompany(options: CardCompanyOptions): Promise<CardCompany> {
  mkdirSync(options.folder, { recursive: true });
  const clock = options.clock ?? (() => new Date());
  const books = openBooks(options.folder);
  const faults = createFaults();
  let url = '';
  const publicUrl = () => url;
  // IPv4 listens a moment before IPv6: who comes in between waits until we know our own address.
  const ready = Promise.withResolvers<void>();
  let webhookUrl = options.webhookUrl;
  const webhooks = startWebhooks({
    books,
    faults,
    url: webhookUrl,
    secret: options.webhookSecret,
    clock,
    retrySchedule: options.retrySchedule ?? usualRetries,
  });

  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use(bodyLimit({ maxSize: largestBody }));
  app.use(async (c, next) => {
    await ready.promise;
    if (c.req.method !== 'GET' && comesFromElsewhere(c)) return c.text('forbidden', 403);
    expireDue(books, url, clock());
    return next();
  });
  app.route('/v1', cardCompanyApi({ books, faults, secretKey: options.secretKey, publicUrl, clock }));
  app.route('/pay', hostedScreens({ books, publicUrl, clock }));
  app.route('/sandbox', deskScreen({ books, faults, webhookUrl: () => webhookUrl, release: webhooks.release }));
  app.get('/', (c) => c.redirect('/sandbox'));
  app.get('*', (c) => frameFile(c.req.path) ?? c.notFound());

  const listening = await listenLocally((request, bindings) => app.fetch(request, bindings), options.port).catch(
    async (error: unknown) => {
      await webhooks.close();
      books.close();
      throw error;
    },
  );
  url = listening.url;
  ready.resolve();
  const sweep = setInterval(() => expireDue(books, url, clock()), sweepEveryMs).unref();
  return {
    port: listening.port,
    url,
    setWebhookUrl(next) {
      webhookUrl = next;
      webhooks.setUrl(next);
    },
    faults,
    async close() {
      clearInterval(sweep);
      await listening.close();
      await webhooks.close();
      books.close();
    },
  };
}
