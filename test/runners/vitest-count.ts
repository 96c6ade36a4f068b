// Counts for the closing line of `npm test`. A file that fails to load has no failed test in it and counts as one.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';
import { root } from '../root.ts';

export default class VitestCount implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    let [passed, failed, skipped] = [0, errors.length, 0];
    for (const module of modules) {
      let failedHere = 0;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') passed++;
        else if (state === 'failed') failedHere++;
        else skipped++;
      }
      failed += failedHere === 0 && !module.ok() ? 1 : failedHere;
    }
    mkdirSync(join(root, '.test'), { recursive: true });
    writeFileSync(join(root, '.test/vitest.json'), JSON.stringify({ passed, failed, skipped }));
  }
}
