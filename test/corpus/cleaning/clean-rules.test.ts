import { expect, test } from 'vitest';
import { GLUED_MARKER, LINE_RULES, MARKER } from '../../../src/corpus/cleaning/clean-rules.ts';

/** Lines that a rule with a quick look first is for, one for each of its alternatives. */
test.each([
  'Politics by Ada Quill3 March 2022',
  'Politics by Ada QuillMarch 3, 2022',
  '© 2022 Example Media',
  '(C) by the authors',
  '&copy; 1999',
  'Copyright 2001',
  'Example Media. ALL RIGHTS RESERVED.',
  'A fine page (c) 2019-2021 of ours',
  'This material may not be published, broadcast or copied.',
  'The post Ferry sinks appeared first on Example',
  'This story was originally published by Example',
  'A longer piece that was first published in The Example',
  'Download our app today',
  'Please consider making a small donation',
  'Support independent journalism',
  'Please donate to our newsroom',
  'Fund quality reporting',
])('%s', (text) => {
  const found = LINE_RULES.filter(({ pattern }) => pattern.test(text));
  expect(found).not.toEqual([]);
  for (const { needs } of found) expect(text).toMatch(needs ?? /^/);
});

test.each([
  'It sank.RELATED',
  'It sank.READ MORE: Another ship',
  'It sank.READ ALSO',
  'It sank.ADVERTISEMENT',
  'It sank.Advertisement',
  'It sank.Related Articles',
  'It sank.Read more',
  '[ad_1]The war',
  'The war[ads_2]',
])('a marker is looked for in %j', (text) => {
  expect(text.split(GLUED_MARKER).length).toBeGreaterThan(1);
  expect(text).toMatch(MARKER);
});
