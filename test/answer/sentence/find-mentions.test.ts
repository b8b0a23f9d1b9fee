import { describe, expect, test } from 'vitest';
import { findMentions, type MentionKind } from '../../../src/answer/sentence/find-mentions.ts';
import { tools } from '../stage.ts';

type Found = [kind: MentionKind, words: string];

function mentions(text: string): Found[] {
  return findMentions(text, tools.reader.read(text)).map(({ kind, start, end }) => [
    kind,
    text.slice(start, end),
  ]);
}

const ofKind = (text: string, ...kinds: readonly MentionKind[]): string[] =>
  mentions(text)
    .filter(([kind]) => kinds.includes(kind))
    .map(([, words]) => words);

describe('names', () => {
  test.each<[string, string[]]>([
    ['He met Mike Pompeo in Sochi.', ['Mike Pompeo', 'Sochi']],
    ['Rami Al-Shaer told us.', ['Rami Al-Shaer']],
    ['The regime of Bashar al-Assad fell.', ['Bashar al-Assad']],
    ['It went on in Daraa Al-Balad.', ['Daraa Al-Balad']],
    ['Iran, Russia and Turkey agreed.', ['Iran', 'Russia', 'Turkey']],
    ['The Bank of England cut rates.', ['Bank of England']],
    ['George W. Bush spoke.', ['George W. Bush']],
    ['The US and the UN agreed.', ['US', 'UN']],
    ['He bought an iPhone there.', ['iPhone']],
    ['It was over.', []],
    ['nothing is written large here', []],
  ])('%s → %j', (text, expected) => {
    expect(ofKind(text, 'name')).toEqual(expected);
  });
});

describe('quantities', () => {
  test.each<[string, Found[]]>([
    ['killed more than 380,000 people', [['number', '380,000']]],
    ['some 2.5 million fled', [['number', '2.5 million']]],
    ['about three hundred fled', [['number', 'three hundred']]],
    ['with 95.1% of the vote', [['percent', '95.1%']]],
    ['by 20 percent of them', [['percent', '20 percent']]],
    ['by 20 per cent of them', [['percent', '20 per cent']]],
    ['it costs $4.5 million a year', [['money', '$4.5 million']]],
    ['worth US$20 a piece', [['money', 'US$20']]],
    ['a fee of 40 euros', [['money', '40 euros']]],
    ['two days after his call', [['duration', 'two days']]],
    ['for the past three years', [['duration', 'three years']]],
    ['it lasts 15 to 30 seconds', [['duration', '15 to 30 seconds']]],
    ['six or seven percent', [['percent', 'six or seven percent']]],
    ['from the 15th century on', [['date', '15th century']]],
    ['used around 4500 BC near the sea', [['date', '4500 BC']]],
    [
      'from 5 to 9 boats',
      [
        ['number', '5'],
        ['number', '9'],
      ],
    ],
    ['in 2018 it fell', [['date', '2018']]],
    ['by the 1990s it was over', [['date', '1990s']]],
    ['on 27 July 2021 it fell', [['date', '27 July 2021']]],
    ['on July 27, 2021, it fell', [['date', 'July 27, 2021']]],
    ['in June it began', [['date', 'June']]],
    ['on Monday it began', [['date', 'Monday']]],
    ['it may rain', []],
    ['in May it rained', [['date', 'May']]],
  ])('%s → %j', (text, expected) => {
    expect(mentions(text)).toEqual(expected);
  });

  test('a resolution’s number is a number', () => {
    expect(ofKind('UN Resolution 2254 was passed', 'number')).toEqual(['2254']);
  });
});

describe('quotations', () => {
  test.each<[string, string[]]>([
    ['It would be a “kiss of life” to the regime.', ['kiss of life']],
    ['to save his company, “Syriatel”.', ['Syriatel']],
    ['the film "The Old Bridge" won', ['The Old Bridge']],
    ['after "The Old Bridge," they won', ['The Old Bridge']], // the comma is not the title's
    ['“It is over. We won.” He left.', []], // a speech, no title
  ])('%s → %j', (text, expected) => {
    expect(ofKind(text, 'quoted')).toEqual(expected);
  });
});

describe('mentions in general', () => {
  const text =
    'In 2019 Jeffrey met Mike Pompeo and “Middle East Eye” for two days in Sochi, with 95.1% of $4 million.';

  test('stand in the order of the text, each word of them whole', () => {
    const words = tools.reader.read(text);
    const found = findMentions(text, words);
    expect(found.map(({ start }) => start)).toEqual(
      found.map(({ start }) => start).toSorted((a, b) => a - b),
    );
    for (const { from, to, end } of found) {
      expect(words[to - 1]?.end).toBeLessThanOrEqual(end);
      expect(to).toBeGreaterThan(from);
    }
  });

  test('a quantity is not a name as well', () => {
    const dates = mentions('In June 2021 Russia left');
    expect(dates).toEqual([
      ['date', 'June 2021'],
      ['name', 'Russia'],
    ]);
  });
});
