import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reporter, Suite } from '@playwright/test/reporter';
import { root } from '../root.ts';

export default class PlaywrightCount implements Reporter {
  #suite: Suite | undefined;
  #errors = 0;

  onBegin(_config: unknown, suite: Suite): void {
    this.#suite = suite;
  }
  onError(): void {
    this.#errors++;
  }
  onEnd(): void {
    let [passed, failed, skipped] = [0, this.#errors, 0];
    for (const test of this.#suite?.allTests() ?? []) {
      const outcome = test.outcome();
      if (outcome === 'expected') passed++;
      else if (outcome === 'skipped') skipped++;
      else failed++; // a test that passes only sometimes has failed
    }
    mkdirSync(join(root, '.test'), { recursive: true });
    writeFileSync(join(root, '.test/playwright.json'), JSON.stringify({ passed, failed, skipped }));
  }
}
