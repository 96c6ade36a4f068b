import { defineConfig } from '@playwright/test';
import { arguments_ } from './test/runners/chromium.mjs';

export default defineConfig({
  testDir: 'test/journeys',
  outputDir: '.test/journeys',
  workers: 2,
  timeout: 60_000,
  globalSetup: './test/runners/playwright-setup.ts',
  reporter: [['list'], ['./test/runners/playwright-count.ts']],
  use: {
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    viewport: { width: 1280, height: 900 },
    // A tenth of a journey's time: only where somebody looks for a fault.
    trace: process.env['HAKKYU_TRACE'] ? 'retain-on-failure' : 'off',
    launchOptions: { executablePath: process.env['HAKKYU_CHROMIUM'] ?? '/usr/bin/chromium', args: arguments_ },
  },
});
