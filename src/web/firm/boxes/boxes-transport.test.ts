import { expect, test } from 'vitest';
import { formOptions } from './boxes-transport.tsx';

// Tokyo CCI guide, box 5: the forms a–u.
test.each([
  ['a', 'a. by <船名> on or about <出港(予定)日> (From <積出地> to <荷揚地>, <荷揚地の国名> via <経由地>)'],
  ['c', 'c. by vessel / air on or about <出港(予定)日> (From <積出地> to <荷揚地>, <荷揚地の国名> via <経由地>)'],
  ['d', 'd. by vessel / air (From <積出地> to <荷揚地>, <荷揚地の国名> via <経由地>)'],
  ['h', 'h. <船名> <航海番号>'],
  ['m', 'm. Air Mail'],
  ['s', 's. Sea and air, from <積出地> to <荷揚地>, <荷揚地の国名> via <経由地>'],
])('form %s is offered in the words that are printed, what differs first', (form, label) => {
  expect(formOptions('ja').find(({ value }) => value === form)?.label).toBe(label);
});
