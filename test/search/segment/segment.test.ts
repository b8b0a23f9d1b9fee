import { describe, expect, test } from 'vitest';
import { sentenceText } from '../../../src/search/segment.ts';
import { Lexicon } from '../../../src/search/term-statistics.ts';
import { segmentOf, sentencesSegment } from '../segments.ts';

describe('buildSegment', () => {
  const segment = segmentOf(
    { title: 'Old bridge', sentences: ['The bridge is old.', 'Boats pass.'] },
    { title: 'Nothing', sentences: [] },
    { title: 'New pier', sentences: ['The pier is new.'] },
  );

  test('keeps articles and sentences in order, and knows whose is whose', () => {
    expect(segment.articles.map(({ title }) => title)).toEqual(['Old bridge', 'Nothing', 'New pier']);
    expect([...segment.firstSentence]).toEqual([0, 2, 2, 3]);
    const paragraphs = [0, 1, 2].map((a) => segment.file.unitsOf(a).map(({ paragraph }) => paragraph));
    expect(paragraphs).toEqual([[0, 1], [], [0]]);
  });

  test('its sentences are slices of the articles', () => {
    expect([0, 1].map((sentence) => sentenceText(segment, 0, sentence))).toEqual([
      'The bridge is old.',
      'Boats pass.',
    ]);
  });

  test('remembers how a term was first spelt', () => {
    const { vocabulary } = sentencesSegment('Makhlouf’s firm', 'MAKHLOUF');
    expect(vocabulary.surfaceOf(vocabulary.get('makhlouf') ?? -1)).toBe('Makhlouf’s');
  });

  test('indexes a hyphenated name under its parts and as one', () => {
    const { vocabulary } = sentencesSegment('Rami Al-Shaer spoke');
    expect(['al', 'shaer', 'alshaer'].filter((term) => !vocabulary.has(term))).toEqual([]);
  });
});

describe('Lexicon: what the corpus teaches about a term', () => {
  const lexicon = new Lexicon([
    sentencesSegment(
      'Mayor Quill said so.',
      'President Quill won.',
      'Then Quill told us.',
      'a quill is a pen',
    ),
    sentencesSegment('It rained in Vellmark.', 'They fled from Vellmark to Osterby.', 'The Council met.'),
  ]);

  test('counts sentences across segments', () => {
    expect(lexicon.profile('quill').frequency).toBe(4);
    expect(lexicon.profile('vellmark').frequency).toBe(2);
    expect(lexicon.profile('nowhere').frequency).toBe(0);
  });

  test('people are named with titles and with verbs of speech', () => {
    expect(lexicon.profile('quill').personal).toBeGreaterThan(lexicon.profile('vellmark').personal);
    expect(lexicon.profile('quill').personal).toBeCloseTo(3 / (4 + 2)); // of 4 times, 2 are added as doubt
  });

  test('places are named with prepositions of place', () => {
    expect(lexicon.profile('vellmark').located).toBeCloseTo(2 / (2 + 2));
    expect(lexicon.profile('quill').located).toBe(0);
  });

  test('institutions have an article', () => {
    expect(lexicon.profile('council').articled).toBeGreaterThan(0);
    expect(lexicon.profile('quill').articled).toBe(0);
  });

  test('a capital letter is told from a small one', () => {
    expect(lexicon.profile('quill').capital).toBeCloseTo(3 / (4 + 2));
    expect(lexicon.profile('pen').capital).toBe(0);
  });

  test('second names follow a capitalised word', () => {
    const names = new Lexicon([sentencesSegment('We met Ada Quill.', 'We met Ada.')]);
    expect(names.profile('quill').follows).toBeGreaterThan(0);
    expect(names.profile('ada').follows).toBe(0);
  });

  test('given names stand before names that speak or have a title', () => {
    const names = new Lexicon([
      sentencesSegment('Ada Quill said so.', 'President Ben Stone left.', 'New Vellmark is old.'),
    ]);
    expect(names.profile('ada').given).toBeGreaterThan(0);
    expect(names.profile('ben').given).toBeGreaterThan(0);
    expect(names.profile('quill').given).toBe(0);
    expect(names.profile('new').given).toBe(0);
  });

  test('companies have employees and shares', () => {
    const names = new Lexicon([sentencesSegment('Vellmark shares fell.', 'Quill left Vellmark.')]);
    expect(names.profile('vellmark').staffed).toBeGreaterThan(0);
    expect(names.profile('quill').staffed).toBe(0);
  });

  test('the rarer a term, the higher its idf; an unknown one is the rarest', () => {
    expect(lexicon.idf('nowhere')).toBeGreaterThan(lexicon.idf('vellmark'));
    expect(lexicon.idf('vellmark')).toBeGreaterThan(lexicon.idf('quill'));
  });

  test('of nothing is nothing', () => {
    expect(new Lexicon([]).profile('quill')).toMatchObject({ frequency: 0, capital: 0, located: 0 });
  });

  test('a rarity in English at large speaks for a small corpus, the corpus itself for a large one', () => {
    const english = (term: string) => (term === 'bridge' ? 10 : undefined);
    const sized = (size: number) =>
      sentencesSegment(...Array.from({ length: size }, (_, i) => (i % 2 === 0 ? 'a bridge' : 'a pier')));
    const idf = (size: number) => new Lexicon([sized(size)], english).idf('bridge');
    const own = (size: number) => new Lexicon([sized(size)]).idf('bridge');
    expect(idf(10)).toBeGreaterThan(9);
    expect(idf(10)).toBeLessThanOrEqual(10);
    expect(idf(20_000)).toBeLessThan(own(20_000) + 1);
    expect(new Lexicon([sized(10)], english).idf('pier')).toBe(new Lexicon([sized(10)]).idf('pier'));
  });
});
