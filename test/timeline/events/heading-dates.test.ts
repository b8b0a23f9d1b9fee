import { expect, it, test } from 'vitest';
import type { Article, Block, SentenceSpan } from '../../../src/corpus/article.ts';
import { datedEvents } from '../../../src/timeline/events/read-events.ts';
import { formatWhen } from '../../../src/timeline/tell/format-dates.ts';
import { article } from '../articles.ts';

/** Sections of one sentence a line: `# heading`, deeper with more marks, and what stands below it. */
function sectioned(lines: readonly string[], title = 'Osterby'): [Article, SentenceSpan[]] {
  const text = lines.map((line) => line.replace(/^#+ /, '')).join('\n');
  const blocks: Block[] = [];
  const sentences: SentenceSpan[] = [];
  const over: { level: number; span: [number, number] }[] = [];
  let start = 0;
  for (const line of lines) {
    const level = /^#*/.exec(line)?.[0].length ?? 0;
    const end = start + line.replace(/^#+ /, '').length;
    if (level > 0) {
      while ((over.at(-1)?.level ?? 0) >= level) over.pop();
      over.push({ level, span: [start, end] });
    }
    const context = over.map(({ span }) => ({ role: 'heading' as const, span }));
    blocks.push({ kind: level > 0 ? 'heading' : 'paragraph', start, end, context: level > 0 ? [] : context });
    if (level === 0) sentences.push({ start, end, paragraph: blocks.length, block: blocks.length - 1 });
    start = end + 1;
  }
  return [article('a', text, '2021-06-16', { title, blocks }), sentences];
}

function whens(lines: readonly string[], title?: string): string[] {
  return datedEvents(...sectioned(lines, title)).events.map(formatWhen);
}

test.each([
  [
    'a year',
    ['# 2011', 'March 15: Protests begin.', '# 2012', 'January 6: A bomb goes off.'],
    '15 March 2011; 6 January 2012',
  ],
  ['a year with a title', ['# 1981: A fire', 'The mill burned down on July 29.'], '29 July 1981'],
  ['a month of a year', ['# 2011', '## March', 'The square filled on the 15th.'], '15 March 2011'],
])('%s as a heading is that of the sentences below', (_, lines, expected) =>
  expect(whens(lines).join('; ')).toBe(expected));

it('ends with its section', () => {
  expect(whens(['# 1981: A fire', 'The mill burned.', '# Climate', 'It rained on 3 June.'])).toEqual([
    '3 June 2021',
  ]);
});

it('the year of a chronology is told by its title', () => {
  const line = ['March 15: Protests begin.', 'April 22: The army shoots.'];
  expect(whens(line, 'Timeline of the 2011 uprising')).toEqual(['15 March 2011', '22 April 2011']);
  expect(whens(line, 'Euro 2020 in pictures')).toEqual(['15 March 2021', '22 April 2021']);
});
