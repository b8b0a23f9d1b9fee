import { expect, test } from 'vitest';
import { withoutInvisible } from '../../src/text/invisible.ts';

test.each([
  ['soft hyphens', 'light\u00ADhouse\u00ADkeeper', 'lighthousekeeper'],
  ['zero-width blanks', 'Vens\u200Bholm\u2060', 'Vensholm'],
  ['marks of direction', '\u2068Rami\u2069 \u200EHaddad\u200F', 'Rami Haddad'],
  ['joiners between Latin letters', 'ab\u200Dcd\u200C', 'abcd'],
  ['but no joiners of faces', '\u{1f469}\u200D\u{1f680}', '\u{1f469}\u200D\u{1f680}'],
  ['but no joiners of other scripts', 'می\u200Cروم', 'می\u200Cروم'],
])('%s', (_, text, shown) => {
  expect(withoutInvisible(text)).toBe(shown);
});
