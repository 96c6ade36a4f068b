import { describe, expect, test } from 'vitest';
import { originWordingOf, originWordingProblems } from './chamber-wording.ts';
import { originWording } from './wording.ts';

const long = (words: number): string => Array.from({ length: words }, () => 'Certification').join(' ');

describe('a chamber’s own words in boxes 9 and 10', () => {
  test('none: the system’s', () => {
    expect(originWordingOf({})).toEqual(originWording);
    expect(originWordingProblems({})).toEqual([]);
  });

  test('one of them: the other stays the system’s, and so does all that is no chamber’s to change', () => {
    const sheetWording = { certification: ' We certify. ', title: 'A TITLE' };
    expect(originWordingOf({ sheetWording })).toEqual({ ...originWording, certification: 'We certify.' });
  });

  test('the system’s own may be saved', () => {
    const { declaration, certification } = originWording;
    expect(originWordingProblems({ declaration, certification })).toEqual([]);
  });

  test.each([
    ['a name that the sheet has no place for', { title: 'CERTIFICATE' }, 'sheetWording.title', 'no words of this name'],
    ['a label', { labels: '1. Exporter' }, 'sheetWording.labels', 'no words of this name'],
    ['a name of every object', { constructor: 'x' }, 'sheetWording.constructor', 'no words of this name'],
    ['nothing but spaces', { declaration: '  ' }, 'sheetWording.declaration', 'box 9 are empty'],
    ['more lines than the box has', { declaration: long(40) }, 'sheetWording.declaration', 'room for 4 lines'],
    ['the same in box 10', { certification: long(40) }, 'sheetWording.certification', 'Box 10 has room for 4 lines'],
    ['Japanese', { certification: '証明する' }, 'sheetWording.certification', '"証" "明"'],
    ['a line break', { certification: 'a\nb' }, 'sheetWording.certification', '"\\n"'],
    ['a typographic quotation mark', { declaration: 'the firm’s' }, 'sheetWording.declaration', '"’"'],
  ])('not %s', (_, wording, field, words) => {
    const [problem, ...others] = originWordingProblems(wording as Record<string, string>);
    expect(others).toEqual([]);
    expect(problem?.field).toBe(field);
    expect(problem?.en).toContain(words);
    expect(problem?.ja).not.toBe('');
  });

  test('exactly as long as the box is taken, a word more is not', () => {
    const most = Array.from({ length: 60 }, (_, i) => i + 1).filter(
      (words) => originWordingProblems({ declaration: long(words) }).length === 0,
    );
    expect(most.length).toBeGreaterThan(5);
    expect(most.at(-1)).toBe(most.length);
    expect(most.length).toBeLessThan(60);
  });
});
