import { describe, expect, test } from 'vitest';
import * as cases from './cases.ts';
import { read } from './read.ts';

for (const [name, table] of Object.entries(cases)) {
  describe(name.toLowerCase().replaceAll('_', ' '), () => {
    test.each(table)('(%s) %s', (published, text, dates) => expect(read(text, published)).toBe(dates));
  });
}
