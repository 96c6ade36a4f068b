// ご利用環境: for whoever sets up a computer, so it asks nobody to sign in.
import { Hono } from 'hono';
import { frameOf } from '../frame.ts';
import { paths } from '../paths.ts';
import type { Env } from '../request.ts';
import { Layout, page } from '../ui/layout.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import { environmentWords } from './environment-words.ts';

export const environmentScreens = new Hono<Env>();

environmentScreens.get(paths.environment, (c) => {
  const w = environmentWords[c.var.lang];
  return c.html(
    page(
      <Layout {...frameOf(c)} title={w.title}>
        <p>{w.lead}</p>
        <SummaryList
          items={[
            { key: w.computer, value: w.computerText },
            { key: w.browser, value: w.browserText },
            { key: w.popups, value: w.popupsText },
            { key: w.autocomplete, value: w.autocompleteText },
            { key: w.cookies, value: w.cookiesText },
            { key: w.pdf, value: w.pdfText },
            { key: w.printer, value: w.printerText },
            { key: w.paper, value: w.paperText },
          ]}
        />
      </Layout>,
    ),
  );
});
