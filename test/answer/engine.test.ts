import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import { askedQuestion } from '../../src/answer/question/unwrap/normalise-question.ts';
import { engineOf, focusOf, passagesOf, quoteOf, sentenceOf } from './stage.ts';

const ARTICLES = [
  {
    title: 'The old bridge reopens',
    text: 'Mayor Ada Quill reopened the bridge of Osterby on 3 March 1842.\n\nShe said: “It cost $4.5 million.” The Al-Nour tower stays shut because the storm took its roof.',
  },
  {
    title: 'Emoji 🎉 news',
    text: 'The 🎉 party drew 380,000 people to 東京.\n\nРоссия — страна. It ended… late!',
  },
];

/** What must hold of any answer to any text. */
function check(answer: Answer, question: string, top: number): void {
  expect(answer.question).toBe(askedQuestion(question, 1000));
  expect(answer.confidence).toBeGreaterThanOrEqual(0);
  expect(answer.confidence).toBeLessThanOrEqual(1);
  const passages = passagesOf(answer);
  expect(passages.length).toBeLessThanOrEqual(top);
  for (const passage of passages) {
    const { article, start, end, sentence, focus } = passage;
    const quote = quoteOf(passage);
    expect(quote).not.toBe('');
    expect(quote).toBe(quote.trim());
    expect(article.text).toContain(quote);
    expect(quote.endsWith(sentenceOf(passage))).toBe(true);
    expect(end).toBe(sentence[1]);
    expect(start).toBeLessThanOrEqual(sentence[0]);
    if (focus === undefined) continue;
    expect(focus[0]).toBeGreaterThanOrEqual(start);
    expect(focus[1]).toBeLessThanOrEqual(end);
    expect(focusOf(passage)?.trim()).not.toBe('');
  }
}

describe('property: whatever is asked', () => {
  const engine = engineOf(...ARTICLES);
  const vocabulary = fc.constantFrom(
    ...'who when how many why the bridge Quill cost $4.5 million people 🎉 東京 Россия Al-Nour storm? “ended” — 1842'.split(
      ' ',
    ),
  );
  const texts: Record<string, fc.Arbitrary<string>> = {
    'words of the corpus in any order': fc
      .array(vocabulary, { maxLength: 12 })
      .map((words) => words.join(' ')),
    'any code units, lone surrogates too': fc.string({ unit: 'binary', maxLength: 80 }),
    'characters of all scripts': fc.string({ unit: 'grapheme', maxLength: 80 }),
    'long texts': fc.array(vocabulary, { minLength: 600, maxLength: 1500 }).map((words) => words.join(' ')),
  };
  test.each(Object.entries(texts))('%s: nothing is thrown and every quote is a slice', (_, text) => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 5 }), (question, top) => {
        check(engine.ask(question, { top }), question, top);
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    ['6,000 characters of one word', 'a'.repeat(6000)],
    ['6,000 characters of words', 'bridge of Osterby '.repeat(400).slice(0, 6000)],
    ['6,000 emoji', '🎉'.repeat(3000)],
    ['6,000 marks', '?!'.repeat(3000)],
    ['6,000 apostrophes in a word', `a${"'a".repeat(3000)}`],
    ['6,000 stops in an acronym', 'A.'.repeat(3000)],
    ['6,000 hyphens', 'al-'.repeat(2000)],
    ['6,000 quotation marks', '“'.repeat(6000)],
    ['6,000 digits', '1,234'.repeat(1200)],
    ['6,000 line ends', '\n'.repeat(6000)],
    ['combining marks', `e${'\u0301'.repeat(5999)}`],
    ['names of object members', 'constructor __proto__ toString hasOwnProperty'],
    ['a NUL', 'who\0is\0Quill'],
  ])('%s', (_, question) => {
    check(engine.ask(question, { top: 3 }), question, 3);
  });
});

describe('equal questions get equal answers', () => {
  const questions = [
    'who reopened the bridge',
    'how much did it cost',
    'why is the tower shut',
    'nonsense',
    '',
  ];

  test('when asked again, after others, and of another engine', () => {
    const engine = engineOf(...ARTICLES);
    const first = questions.map((question) => engine.ask(question, { top: 3 }));
    const again = questions.toReversed().map((question) => engine.ask(question, { top: 3 }));
    const fresh = questions.map((question) => engineOf(...ARTICLES).ask(question, { top: 3 }));
    expect(again.toReversed()).toEqual(first);
    expect(fresh).toEqual(first);
  });

  test('the first passages do not depend on how many are asked for', () => {
    const engine = engineOf(...ARTICLES);
    for (const question of questions) {
      const many = passagesOf(engine.ask(question, { top: 5 }));
      expect(passagesOf(engine.ask(question, { top: 1 }))).toEqual(many.slice(0, 1));
    }
  });
});

describe('who or what something is', () => {
  // The name stands in more sentences than are read; one of them explains it.
  const mentions = Array.from({ length: 300 }, (_, i) => `Report ${i}: monkeypox again.`).join('\n\n');
  const engine = engineOf(
    mentions,
    'It rained.\n\nIn the long run of things monkeypox is a rare disease, doctors say.',
  );
  test('is found among hundreds of sentences that merely have the name', () => {
    const [first] = passagesOf(engine.ask('what is monkeypox', { top: 1 }));
    expect(first && focusOf(first)).toBe('a rare disease, doctors say');
  });
});

describe('no answer', () => {
  test.each([
    ['no words', '…?!', 'empty'],
    ['nothing at all', '', 'empty'],
    ['blank space', ' \n\t ', 'empty'],
    ['words that no article has', 'zeppelin xylophone', 'unknown'],
  ])('%s → %s', (_, question, reason) => {
    expect(engineOf(...ARTICLES).ask(question, { top: 3 })).toMatchObject({
      kind: 'no-answer',
      reason,
      closest: [],
    });
  });

  test('gives what is close when it is unsure, and calls it no answer', () => {
    const answer = engineOf(...ARTICLES).ask('who is the king of Osterby’s zeppelin harbour', { top: 3 });
    expect(answer).toMatchObject({ kind: 'no-answer', reason: 'unsure' });
    expect(passagesOf(answer).length).toBeGreaterThan(0);
  });

  test.each([
    ['no article', []],
    ['an article without text', [{ text: '' }]],
  ])('a corpus of %s', (_, articles) => {
    expect(engineOf(...articles).ask('who is Ada Quill', { top: 3 })).toMatchObject({
      kind: 'no-answer',
      reason: 'unknown',
      closest: [],
    });
  });
});

test('a single word asks nothing, but with a quantity’s noun it does', () => {
  const engine = engineOf('Ada Quill won the election with 62% of the vote in 1842.');
  expect(engine.ask('election percentage', { top: 1 }).kind).toBe('answer');
  expect(engine.ask('election', { top: 1 }).kind).toBe('no-answer');
});

describe('“who is X” prefers the sentence that defines X', () => {
  test.each([
    ['Ada Quill', 'Ada Quill, the mayor of Osterby, wore a hat.'],
    ['Bo Vane', 'The talks with Swedish envoy Bo Vane failed in March, which surprised the council.'],
    ['The Blue Circle', 'The Blue Circle is a group of painters from the north who share one house.'],
  ])('%s', (name, defining) => {
    const mentions = ['left early', 'was seen', 'said so', 'called']
      .map((what) => `${name} ${what}.`)
      .join(' ');
    const [first] = passagesOf(
      engineOf(`${mentions} ${defining} ${mentions}`).ask(`who is ${name}?`, { top: 1 }),
    );
    expect(first && sentenceOf(first)).toBe(defining);
  });
});

test('a sentence with the only word of the question comes before its neighbours, which lack it', () => {
  const engine = engineOf('Ada Quill is the mayor. The bridge got a ribbon. It rained in Vellmark.');
  const [first] = passagesOf(engine.ask('ribbon', { top: 1 }));
  expect(first && sentenceOf(first)).toBe('The bridge got a ribbon.');
});

describe('what is asked for decides between sentences of the same words', () => {
  const text = [
    'The repairs of the bridge were long and dear.',
    'The repairs of the bridge cost four million crowns, or $300,000.',
    'The repairs of the bridge began on 3 March 1842.',
    'The repairs of the bridge were led by Ada Quill.',
    'The repairs of the bridge lasted three years.',
  ].join('\n\n');
  test.each([
    ['when did the repairs of the bridge begin', '3 March 1842'],
    ['how much were the repairs of the bridge', '$300,000'],
    ['who led the repairs of the bridge', 'Ada Quill'],
  ])('%s → %s', (question, words) => {
    const [first] = passagesOf(engineOf(text).ask(question, { top: 1 }));
    expect(first && sentenceOf(first)).toContain(words);
  });
});
