import { describe, expect, test } from 'vitest';
import { defineLifecycle } from './lifecycle.ts';

const lifecycle = defineLifecycle<'draft' | 'sent' | 'back', 'firm' | 'chamber', 'send' | 'return'>({
  send: { from: ['draft', 'back'], to: 'sent', by: ['firm'] },
  return: { from: ['sent'], to: 'back', by: ['chamber'], note: 'required' },
});

describe('a lifecycle says who may go where from here', () => {
  test.each([
    ['draft', 'firm', ['send']],
    ['draft', 'chamber', []],
    ['sent', 'firm', []],
    ['sent', 'chamber', ['return']],
    ['back', 'firm', ['send']],
  ] as const)('%s, %s', (status, role, actions) => {
    expect(lifecycle.actionsFor(status, role)).toEqual(actions);
  });
});
