import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { applicationKinds, formFor } from '../../src/applications/forms/forms.ts';
import { root } from '../root.ts';
import { rulesDoc } from './rules-doc.ts';

test('docs/rules.md is what the rules say: after a change of one, npm run rules', () => {
  expect(readFileSync(join(root, 'docs/rules.md'), 'utf8')).toBe(rulesDoc());
});

test('every rule of every kind stands there, with a source', () => {
  const written = rulesDoc();
  for (const kind of applicationKinds)
    for (const { name, source } of formFor(kind).rules) {
      expect(written).toContain(`| \`${name}\` |`);
      expect(source.trim(), name).not.toBe('');
    }
});
