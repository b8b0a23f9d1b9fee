import { expect, test } from 'vitest';
import { crowdingArticles, saying } from '../../../src/answer/candidates/says-nothing.ts';
import { read } from '../reading.ts';
import { engineOf, passagesOf, sentenceOf } from '../stage.ts';

const GALLERY = [
  'Photos: Vellmark floods Osterby Weavers wait for the ferry on May 5.',
  'Photos: Vellmark floods Osterby Weavers of Vellmark mend looms on June 9.',
  'Photos: Vellmark floods Osterby The mayor meets the guard on July 3.',
].join('\n\n');

const kept = (question: string, ...texts: readonly string[]): string[] => {
  const { topic, candidates } = read(question, texts);
  return saying(candidates, topic).map(({ view }) => view.text);
};

test('captions that only repeat the title of their gallery say nothing', () => {
  const found = kept('when did Vellmark flood Osterby', GALLERY, 'Vellmark flooded Osterby on May 2.');
  expect(found).toEqual(['Vellmark flooded Osterby on May 2.']);
});

test.each([
  ['how do I open the ferry', 'Open the ferry.', []],
  ['is the ferry open', 'The ferry is open.', ['The ferry is open.']],
  ['ferry of Osterby', 'The ferry of Osterby.', ['The ferry of Osterby.']],
  ['when did the ferry open', 'The ferry opened in May.', ['The ferry opened in May.']],
])('of what repeats %s only the answers stay: %s', (question, text, expected) => {
  expect(kept(question, text)).toEqual(expected);
});

test.each([
  ['a caption that tells it itself', 'who waits for the ferry', 'Weavers wait for the ferry'],
  ['a label of one sentence', 'when did the bridge open', 'Update: Bridge open since May'],
])('%s stays', (_, question, words) => {
  const found = kept(question, GALLERY, 'Update: Bridge open since May.');
  expect(found.some((text) => text.includes(words))).toBe(true);
});

test.each([
  [1, []],
  [5, ['article-1']],
])('%d times the gallery: %j crowd others out', (times, expected) => {
  const { topic, candidates } = read('when did Vellmark flood Osterby', [
    Array.from({ length: times }, () => GALLERY).join('\n\n'),
    'Vellmark flooded Osterby.',
  ]);
  const crowding = crowdingArticles(candidates, saying(candidates, topic));
  expect([...crowding].map(({ id }) => id)).toEqual(expected);
});

test('what a long gallery crowds out is found', () => {
  const captions = Array.from(
    { length: 150 },
    (_, i) => `Photos: Vellmark floods Osterby Weavers wait for ferry ${i} on May 5.`,
  );
  const engine = engineOf(
    captions.join('\n\n'),
    'The storm came. On May 2, Vellmark flooded Osterby and its mills.',
  );
  const [first] = passagesOf(engine.ask('when did Vellmark flood Osterby', { top: 1 }));
  expect(first && sentenceOf(first)).toContain('On May 2');
});
