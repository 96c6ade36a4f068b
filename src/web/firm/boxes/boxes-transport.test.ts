import { expect, test } from 'vitest';
import { formOptions } from './boxes-transport.tsx';

// Tokyo CCI guide, box 5: the forms a–u.
test.each([
  ['a', 'a. From <積出地> to <荷揚地>, <荷揚地の国名> via <経由地> by <船名> on or about <出港(予定)日>'],
  ['c', 'c. From <積出地> to <荷揚地>, <荷揚地の国名> via <経由地> by vessel / air on or about <出港(予定)日>'],
  ['d', 'd. From <積出地> to <荷揚地>, <荷揚地の国名> via <経由地> by vessel / air'],
  ['h', 'h. <船名> <航海番号>'],
  ['m', 'm. Air Mail'],
  ['s', 's. Sea and air, from <積出地> to <荷揚地>, <荷揚地の国名> via <経由地>'],
])('form %s is offered as it will be printed', (form, label) => {
  expect(formOptions('ja').find(({ value }) => value === form)?.label).toBe(label);
});
