// The one reader of the environment. Parsed once at the start; what does not fit is told with its name and the mend.
import { resolve } from 'node:path';
import { z } from 'zod';

/** A setting of the environment is not usable. The message is for whoever starts the server. */
export class ConfigProblem extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ConfigProblem';
  }
}

const Environment = z.object({
  PORT: z.coerce.number('PORT must be a number').int().min(0).max(65535, 'PORT must be at most 65535').default(8080),
  HAKKYU_DATA: z.string().min(1).optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'DATABASE_URL must begin with postgres://')
    .optional(),
  DATABASE_OWNER_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'DATABASE_OWNER_URL must begin with postgres://')
    .optional(),
  HAKKYU_PROXIES: z.coerce.number('HAKKYU_PROXIES must be a number').int().min(0).max(5).default(0),
  HAKKYU_STRIPE_KEY: z.string().min(8).optional(),
  HAKKYU_STRIPE_WEBHOOK_SECRET: z.string().min(8).optional(),
  HAKKYU_SMTP: z
    .string()
    .regex(/^smtps?:\/\//, 'HAKKYU_SMTP must begin with smtp:// or smtps://')
    .optional(),
  HAKKYU_MAIL_FROM: z.string().min(3).optional(),
  HAKKYU_BASE: z.url('HAKKYU_BASE must be an address such as https://issue.example.jp').optional(),
});

export type Config = Readonly<{
  port: number;
  /** The address under which people reach us, without a slash at its end. */
  base: string;
  /** How many reverse proxies of ours stand in front: so many entries of X-Forwarded-For, from the right, are believed. */
  proxies: number;
  /** The card company; undefined: the demo's own, or none. */
  stripe: { secretKey: string; webhookSecret: string } | undefined;
  /** The mail server and the sender's address; undefined: mails wait. */
  mail: { url: string; from: string } | undefined;
  /** The folder of everything that we write: database, files, keys. */
  data: string;
  /** Somebody else's PostgreSQL, as the role `hakkyu_app`; undefined: our own below `data`. */
  databaseUrl: string | undefined;
  /** The same as the role `hakkyu_owner`, for `hakkyu migrate` alone. */
  databaseOwnerUrl: string | undefined;
}>;

/** @param root the checkout: `./data` is below it, wherever one calls from */
export function readConfig(env: Record<string, string | undefined>, root: string): Config {
  const parsed = Environment.safeParse(
    // An empty setting (`PORT= npm start`) means: not set.
    Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')),
  );
  if (!parsed.success)
    throw new ConfigProblem(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'));
  const { PORT, HAKKYU_DATA, DATABASE_URL, DATABASE_OWNER_URL, HAKKYU_BASE, HAKKYU_PROXIES } = parsed.data;
  const { HAKKYU_SMTP, HAKKYU_MAIL_FROM, HAKKYU_STRIPE_KEY, HAKKYU_STRIPE_WEBHOOK_SECRET } = parsed.data;
  if (Boolean(HAKKYU_STRIPE_KEY) !== Boolean(HAKKYU_STRIPE_WEBHOOK_SECRET))
    throw new ConfigProblem('HAKKYU_STRIPE_KEY and HAKKYU_STRIPE_WEBHOOK_SECRET belong together: give both or none.');
  if (HAKKYU_SMTP && !HAKKYU_MAIL_FROM)
    throw new ConfigProblem('HAKKYU_SMTP is set: give HAKKYU_MAIL_FROM too, the address that mails come from.');
  return Object.freeze({
    port: PORT,
    proxies: HAKKYU_PROXIES,
    stripe:
      HAKKYU_STRIPE_KEY && HAKKYU_STRIPE_WEBHOOK_SECRET
        ? { secretKey: HAKKYU_STRIPE_KEY, webhookSecret: HAKKYU_STRIPE_WEBHOOK_SECRET }
        : undefined,
    mail: HAKKYU_SMTP && HAKKYU_MAIL_FROM ? { url: HAKKYU_SMTP, from: HAKKYU_MAIL_FROM } : undefined,
    base: (HAKKYU_BASE ?? `http://localhost:${PORT}`).replace(/\/+$/, ''),
    data: HAKKYU_DATA ? resolve(HAKKYU_DATA) : resolve(root, 'data'),
    databaseUrl: DATABASE_URL,
    databaseOwnerUrl: DATABASE_OWNER_URL,
  });
}
