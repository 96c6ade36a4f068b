// What stands beside the server: the demo's own card company and mailbox, or the real ones of a real installation.
import { join } from 'node:path';
import type { AuthenticatorEntry } from '../sandbox/authenticator/authenticator-page.tsx';
import { startCardCompany } from '../sandbox/card-company/start-card-company.ts';
import { startMailbox } from '../sandbox/mailbox/start-mailbox.ts';
import type { Config } from '../src/config.ts';
import type { HouseOptions } from '../src/main.ts';
import { noGateway, stripeCardGateway } from '../src/outside/card-gateway.ts';
import { noMailer, smtpMailer } from '../src/outside/mailer.ts';
import { paths } from '../src/web/paths.ts';

export type Beside = Required<Pick<HouseOptions, 'mailer' | 'gateway' | 'cardPages'>> & {
  /** Where a person looks at them; undefined in a real installation. */
  cardCompany: string | undefined;
  mailbox: string | undefined;
};

/** The secrets between the demo and its own card company: known to everybody, and good for nothing else. */
const demoStripe = { secretKey: 'sk_test_demo', webhookSecret: 'whsec_demo' };

/**
 * Starts the card company one port above ours (no real money), the mailbox two above. HAKKYU_SMTP has mails sent for real.
 * @param authenticator whose codes the page beside the mailbox shows
 */
export async function openBeside(
  config: Config,
  port: number,
  authenticator: () => readonly AuthenticatorEntry[],
): Promise<Beside & { close(): Promise<void> }> {
  const above = (by: number): number => (config.port === 0 ? 0 : port + by);
  const company = await startCardCompany({
    ...{ ...demoStripe, port: above(1), folder: join(config.data, 'card-company') },
    webhookUrl: `http://localhost:${port}${paths.gatewayNotice}`,
  });
  try {
    const mailbox = await startMailbox({
      smtpPort: 0,
      webPort: above(2),
      folder: join(config.data, 'mailbox'),
      authenticator,
    });
    return {
      mailer: smtpMailer(config.mail ?? { url: mailbox.smtpUrl, from: 'Hakkyu <noreply@localhost>' }),
      gateway: stripeCardGateway({ ...demoStripe, host: 'localhost', port: company.port, protocol: 'http' }),
      ...{ cardPages: [company.url], cardCompany: company.url, mailbox: mailbox.url },
      async close() {
        await mailbox.close();
        await company.close();
      },
    };
  } catch (error) {
    await company.close();
    throw error;
  }
}

/** Of a real installation: what its settings name, and where they name nothing, what says so. */
export function realOutside({ mail, stripe }: Config): Beside {
  return {
    mailer: mail ? smtpMailer(mail) : noMailer,
    gateway: stripe ? stripeCardGateway(stripe) : noGateway,
    cardPages: stripe ? ['https://checkout.stripe.com'] : [],
    ...{ cardCompany: undefined, mailbox: undefined },
  };
}
