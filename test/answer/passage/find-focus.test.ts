import { describe, expect, test } from 'vitest';
import { engineOf, focusOf, passagesOf } from '../stage.ts';

/** The words in bold of a sentence that is all the corpus has, answer or not. */
function boldIn(sentence: string, question: string): string | undefined {
  const [passage] = passagesOf(engineOf(sentence).ask(question, { top: 1 }));
  if (passage === undefined) throw new Error('the sentence is to be found');
  return focusOf(passage);
}

describe('the words that answer', () => {
  test.each([
    [
      'how many',
      'how many people were killed',
      'The war killed more than 380,000 people in 7 years.',
      '380,000',
    ],
    ['what share', 'what share of the vote did Quill get', 'Quill got 95.1% of the vote of 1842.', '95.1%'],
    ['how long', 'how long did the siege last', 'The siege of 1842 lasted for three years.', 'three years'],
    ['how much', 'how much did the repairs cost', 'The repairs of 1842 cost $4.5 million.', '$4.5 million'],
    [
      'when',
      'when did Quill open the bridge',
      'Quill opened the bridge with 4 others in June 1842.',
      'June 1842',
    ],
    [
      'in which year',
      'in which year did the bridge open',
      'The bridge opened on Monday, 3 March 1842.',
      '3 March 1842',
    ],
    ['which country', 'which country supports the mayor', 'Iran supports the mayor of Damascus.', 'Iran'],
    ['which city', 'which city did the army capture', 'Iran’s army captured Damascus.', 'Damascus'],
    ['where', 'where did the ministers meet', 'Ada Quill and the ministers met in Sochi.', 'Sochi'],
    ['who', 'who opened the bridge', 'Ada Quill opened the bridge in Damascus.', 'Ada Quill'],
    ['who: without the office', 'who opened it', 'Prime Minister Ada Quill opened it.', 'Ada Quill'],
    ['who: a king is known by his', 'who opened it', 'King Osbert opened it.', 'King Osbert'],
    ['without the “’s”', 'who opened it', 'It was Ada Quill’s hand that opened it.', 'Ada Quill'],
    [
      'who: on the asked side of the verb',
      'who bought the mill',
      'Ada Quill bought the mill from Ben Stone.',
      'Ada Quill',
    ],
    [
      'who: on the other side',
      'who did Quill replace',
      'Holm said that Quill replaced Ben Stone.',
      'Ben Stone',
    ],
    [
      'which park: the name with the noun in it',
      'which park burned',
      'The fire in Osterby National Park burned trees in Montana.',
      'Osterby National Park',
    ],
    [
      'who: by whom it was done',
      'who wrote the song',
      '“The Mill” is a song for Ben Stone that was written by Ada Quill.',
      'Ada Quill',
    ],
    [
      'who: whom the sentence is about',
      'who was the first weaver of Osterby',
      'Ada Quill (1802–1871) was the first weaver of Osterby under Harald Stone.',
      'Ada Quill',
    ],
    [
      'which: no word that only opens the sentence',
      'which town has the mill',
      'Furthermore the mill is in the town of Osterby.',
      'Osterby',
    ],
    [
      'a definition',
      'who is Ada Quill',
      'Ada Quill, the mayor of Osterby, opened it.',
      'the mayor of Osterby',
    ],
    [
      'why: because',
      'why did the bridge close',
      'The bridge closed because the pier gave way.',
      'because the pier gave way',
    ],
    [
      'why: due to',
      'why did the bridge close',
      'The bridge closed due to a storm, but it held.',
      'due to a storm',
    ],
    [
      'why: a purpose',
      'why did they close the bridge',
      'They closed the bridge to repair the pier.',
      'to repair the pier',
    ],
    [
      'what: a common phrase on the asked side',
      'what did the weavers sell to the harbour guard',
      'In spring the weavers sold red looms to the harbour guard.',
      'red looms',
    ],
    [
      'what: the words that are quoted',
      'what did Quill call the harbour policy',
      'The harbour policy was denounced as a “racket” by Quill.',
      'racket',
    ],
    ['who: no day', 'who won best picture', '“The Mill” won best picture on Sunday.', 'The Mill'],
    [
      'who: nobody is an adjective',
      'who is the weaver that sang in the harbour',
      'Ada Quill (1802–1871) was a Swedish weaver that sang in the harbour.',
      'Ada Quill',
    ],
    [
      'a quoted title',
      'which film won the award',
      'The film “The Old Bridge” won the award in Sochi.',
      'The Old Bridge',
    ],
  ])('%s', (_, question, sentence, expected) => {
    expect(boldIn(sentence, question)).toBe(expected);
  });

  test.each([
    [
      'an office by another word',
      'who leads Sweden',
      'Ben Stone met the Swedish President Ada Quill.',
      'Ada Quill',
    ],
    ['the leader', 'leader of Sweden', 'Ben Stone met Ada Quill, the president of Sweden.', 'Ada Quill'],
    [
      'behind whose relative it is',
      'who is Quill’s cousin',
      'Ida Fenn blamed the cousin of Quill, Ben Stone, for it.',
      'Ben Stone',
    ],
    [
      'glued to the country it is about',
      'who is the envoy to Sweden',
      'Special Envoy to Sweden Ada Quill met Ben Stone.',
      'Ada Quill',
    ],
    ['a country', 'Quill’s main supporter', 'Stone said that Quill’s main backer Iran was late.', 'Iran'],
  ])('who holds an office: %s', (_, question, sentence, expected) => {
    expect(boldIn(sentence, question)).toBe(expected);
  });

  test('of two dates the one beside the asked-for event', () => {
    const sentence = 'Osterby saw a flood in 1811, and was a free town until captured by the king in 1842.';
    expect(boldIn(sentence, 'when was Osterby captured')).toBe('1842');
    expect(boldIn(sentence, 'when was the flood in Osterby')).toBe('1811');
  });

  test('of two numbers the one with the asked-for noun', () => {
    expect(boldIn('The 4 ferries carried 120 passengers.', 'how many passengers did the ferries carry')).toBe(
      '120',
    );
    expect(boldIn('The 4 ferries carried 120 passengers.', 'how many ferries carried passengers')).toBe('4');
  });

  test('a list is marked whole when several are asked for', () => {
    const sentence = 'The truce was sponsored by Russia and Turkey on Monday.';
    expect(boldIn(sentence, 'which countries sponsored the truce')).toBe('Russia and Turkey');
  });

  test('a name with its article is marked whole', () => {
    expect(
      boldIn('Rami Al-Shaer told the council that the bridge was ready.', 'who told the council so'),
    ).toBe('Rami Al-Shaer');
  });

  test.each([
    ['yes or no', 'did the bridge close', 'The bridge closed in 1842.'],
    ['no date in the sentence', 'when did the bridge close', 'The bridge closed in a storm.'],
    ['no reason in the sentence', 'why did the bridge close', 'Ada Quill closed the bridge.'],
    ['no name that the question lacks', 'who opened the bridge', 'The bridge was opened in the rain.'],
    [
      '“to” before a name is no purpose',
      'why is Quill pleased',
      'The envoy to Sweden told Quill, pleased, of it.',
    ],
  ])('nothing is marked: %s', (_, question, sentence) => {
    expect(boldIn(sentence, question)).toBeUndefined();
  });
});
