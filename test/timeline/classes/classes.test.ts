import { describe, expect, test } from 'vitest';
import * as cases from './cases.ts';
import * as forms from './cases-of-forms.ts';
import * as neighbours from './cases-of-neighbours.ts';
import * as sentences from './cases-of-sentences.ts';
import * as stories from './cases-of-stories.ts';
import * as years from './cases-of-years.ts';
import { read } from './read.ts';

for (const [name, table] of Object.entries({
  ...cases,
  ...years,
  ...stories,
  ...forms,
  ...neighbours,
  ...sentences,
})) {
  describe(name.toLowerCase().replaceAll('_', ' '), () => {
    test.each(table)('(%s) %s', (published, text, dates) => expect(read(text, published)).toBe(dates));
  });
}
