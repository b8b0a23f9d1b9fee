import { expect, test } from 'vitest';
import { sentenceSpans } from '../../../src/corpus/sentences.ts';
import { readNames } from '../../../src/library/indexing/read-names.ts';
import { finish } from '../../../src/scheduling/steps.ts';
import { sentenceEnds, tools } from '../../language.ts';

test.each<[string, number, readonly string[]]>([
  ['Ben Vane left the town.', 9, ['0 Ben Vane']],
  ['Later he met Ada Quill of Osterby.', 9, ['0 Ada Quill of Osterby']],
  ['Later he left. Then Rami Al-Shaer came.', 9, ['1 Rami Al-Shaer']],
  ['The storm hit Osterby. Then it hit Vellmark.', 1, ['0 Osterby']],
  ['It came on Monday, 5 March.', 9, []],
  [`He met ${'Ada '.repeat(20)}there.`, 9, []],
])('%j, %i sentences: %j', (text, count, names) => {
  const found = finish(readNames({ text }, sentenceSpans(text, sentenceEnds), count, tools.reader));
  expect(found.map(({ sentence, name }) => `${sentence} ${name}`)).toEqual(names);
});
