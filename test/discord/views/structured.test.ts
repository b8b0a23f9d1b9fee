import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answered, Passage } from '../../../src/answer/answer.ts';
import { answerView } from '../../../src/discord/asking/answer-view.ts';
import { contextView, sectionOf } from '../../../src/discord/asking/context-view.ts';
import { passageMarkdown } from '../../../src/discord/quoting/passage-quote.ts';
import { viewProblems } from '../../../src/discord/replies/check-view.ts';
import { articleOf, passageIn } from '../../corpus/structured.ts';
import { EN } from '../words/all.ts';
import { textsOf } from './parts.ts';

const PLANS = articleOf(
  `
# Harbour Sync
## Plans
| Plan | Vaults | Largest file |
| Standard | 1 | 5 MB |
| Plus | 10 | 200 MB |
Both can be left at any time.
### Restore a file
To restore a file:
1. Open the *vault*.
2. Choose History.
3. Select Restore.
## What counts
These count:
- notes
- pictures
`,
  { title: 'Harbour Sync', url: 'https://harbour.example/sync' },
);

const TALK = articleOf('@ Ada Quill: The pier broke. We all saw it.\n@ Bo Vane: I did not.', {
  title: 'Episode 3',
});

function shown(passage: Passage, ...others: Passage[]): string[] {
  const answer: Answered = {
    kind: 'answer',
    question: 'how large',
    confidence: 0.9,
    level: 'strong',
    passages: [passage, ...others],
  };
  const view = answerView(answer, {
    viewId: 'AbCdEfGhIjK',
    index: 0,
    private: false,
    feedback: true,
    words: EN,
  });
  expect(viewProblems(view)).toEqual([]);
  return textsOf(view).slice(1, 3);
}

describe('an answer out of a structured article', () => {
  it('shows a row with its heads, the answer in bold, and where it stands', () => {
    const row = passageIn(PLANS, '200 MB');
    const at = PLANS.text.indexOf('200 MB');
    expect(shown({ ...row, focus: [at, at + 6] })).toEqual([
      '> “Plus · Vaults 10 · Largest file **200 MB**”',
      '**[Harbour Sync](https://harbour.example/sync)** › Plans',
    ]);
  });

  it('shows steps as a list from the one that answers', () => {
    expect(shown(passageIn(PLANS, 'Open the'))).toEqual([
      '> “To restore a file:\n> 1\\. Open the \\*vault\\*.\n> 2\\. Choose History.\n> 3\\. Select Restore.”',
      '**[Harbour Sync](https://harbour.example/sync)** › Plans › Restore a file',
    ]);
  });

  it('shows an item below its lead-in', () => {
    expect(shown(passageIn(PLANS, 'pictures'))[0]).toBe('> “These count:\n> …\n> • pictures”');
  });

  it('says who speaks', () => {
    expect(shown(passageIn(TALK, 'We all saw'))).toEqual([
      '> “We all saw it.”',
      '**Episode 3** › Ada Quill:',
    ]);
  });
});

describe('what does not fit', () => {
  const steps = passageIn(PLANS, 'Open the');
  it.each([
    [
      200,
      '> “To restore a file:\n> 1\\. Open the \\*vault\\*.\n> 2\\. Choose History.\n> 3\\. Select Restore.”',
      false,
    ],
    [80, '> “To restore a file:\n> 1\\. Open the \\*vault\\*.\n> 2\\. Choose History.” …', true],
    [60, '> “To restore a file:\n> 1\\. Open the \\*vault\\*.” …', true],
    [30, '> “Open the \\*vault\\*.”', false],
  ])('steps in %i characters', (max, markdown, shortened) => {
    expect(passageMarkdown(steps, max, EN)).toMatchObject({ markdown, shortened });
  });

  it('property: stays within the room', () => {
    const units = ['5 MB', 'Both can', 'Open the', 'Choose', 'notes', 'pictures', 'To restore'];
    fc.assert(
      fc.property(fc.constantFrom(...units), fc.integer({ min: 20, max: 200 }), (words, max) => {
        expect(passageMarkdown(passageIn(PLANS, words), max, EN).markdown.length).toBeLessThanOrEqual(max);
      }),
    );
  });
});

describe('the context of a passage is its section', () => {
  const section = (words: string) => PLANS.text.slice(...(sectionOf(passageIn(PLANS, words)) ?? []));
  it.each([
    ['5 MB', /^Plans\n\nPlan \| Vaults[\s\S]+at any time\.$/],
    ['Choose', /^Restore a file\n\nTo restore[\s\S]+Select Restore\.$/],
    ['notes', /^What counts\n\nThese count:\n\nnotes\npictures$/],
  ])('around %s', (words, expected) => {
    expect(section(words)).toMatch(expected);
  });

  it('from its heading on, with the passage in bold', () => {
    const [quote] = textsOf(contextView(passageIn(PLANS, 'Both can'), EN));
    expect(quote).toMatch(/^> “Plans\n> \n> Plan/);
    expect(quote).toContain('**Both can be left at any time.**');
  });

  it('a long section is shown around the passage, and never beyond its heading', () => {
    const filler = Array.from(
      { length: 30 },
      (_, i) => `Boat ${i} left the harbour in the morning fog and came back.`,
    );
    const long = articleOf(['## One', ...filler, '## Two', 'It rained.'].join('\n'));
    const [quote = ''] = textsOf(contextView(passageIn(long, 'Boat 29'), EN));
    expect(quote).toContain('Boat 28');
    expect(quote).not.toContain('Two');
  });

  it('an article without blocks has no sections', () => {
    const { blocks: _, ...plain } = PLANS;
    expect(sectionOf({ ...passageIn(PLANS, 'notes'), article: plain })).toBeUndefined();
  });
});
