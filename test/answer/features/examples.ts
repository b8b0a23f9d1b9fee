import type { FeatureName } from '../../../src/answer/features/index.ts';
import type { Article, CalendarDate } from '../../../src/corpus/article.ts';
import { articleOf } from '../../corpus/structured.ts';

/** An article, of which the first sentence is looked at, or the one between ‹ and ›. */
type Told = string | { readonly title?: string; readonly text: string; readonly published?: CalendarDate };
export type Row = [feature: FeatureName, question: string, more: Told | Article, less: Told | Article];

export const ASKED: CalendarDate = '2021-08-10';
const QUILL = 'Ada Quill';

/** The same example for features that look at it in different ways. */
const rows = (names: readonly FeatureName[], question: string, more: Told, less: Told): Row[] =>
  names.map((name) => [name, question, more, less]);

const calloutOf = (text: string): Article => ({
  ...articleOf(text),
  blocks: [{ kind: 'callout', start: 0, end: text.length, context: [] }],
});

/** Every feature by its name, with a sentence that has more of it and one that has less. */
export const EXAMPLES: readonly Row[] = [
  // The words that question and sentence share.
  ...rows(
    ['bm25', 'bm25OfBest', 'coverage', 'allCovered', 'containment', 'overlap', 'coverageNear'],
    'who painted the harbour wall',
    `${QUILL} painted the harbour wall.`,
    'The harbour sleeps.',
  ),
  ...rows(
    ['rarestHere', 'cosine'],
    'who painted the harbour',
    'Quill painted the harbour.',
    'Nobody spoke of the harbour.',
  ),
  ['sameForms', 'when is the harbour open', 'The harbour is open.', 'The harbour opened.'],
  [
    'secondRarestHere',
    'who painted the harbour',
    'The harbour sleeps. The harbour wakes.',
    'Quill painted it.',
  ],
  [
    'articleBm25',
    'who painted the harbour',
    'The harbour sleeps. The harbour was painted.',
    'The harbour rests.',
  ],
  [
    'previousBm25',
    'who painted the harbour',
    'It was painted. ‹The harbour sleeps.›',
    '‹The harbour rests.› Rain.',
  ],
  [
    'nextBm25',
    'who painted the harbour',
    '‹The harbour sleeps.› It was painted.',
    'Rain. ‹The harbour rests.›',
  ],
  [
    'coverageWithPrevious',
    'who painted the harbour',
    'It was painted. ‹The harbour sleeps.›',
    '‹The harbour rests.› It was painted.',
  ],
  [
    'coverageWithNeighbours',
    'who painted the harbour',
    '‹The harbour sleeps.› It was painted.',
    '‹The harbour rests.› Rain fell.',
  ],
  [
    'rarestAround',
    'who painted the harbour',
    '‹The harbour sleeps.› It was painted.',
    'The harbour rests. The harbour wakes.',
  ],
  ...rows(
    ['coverageWithTitle', 'titleCoverage', 'titleCosine', 'coverageWithContext', 'contextBm25'],
    'who painted the harbour',
    { title: 'The harbour', text: 'Quill painted it.' },
    'Vane painted it.',
  ),
  ['namesHere', 'when did Ada Quill leave', 'Quill left in May.', 'Vane left in June.'],
  ['namesAround', 'when did Ada Quill leave', 'Quill was tired. ‹She left in May.›', 'Vane left in June.'],
  [
    'namesInTitle',
    'when did Ada Quill leave',
    { title: QUILL, text: 'She left in May.' },
    'Vane left in June.',
  ],
  [
    'pairs',
    'who painted the harbour wall',
    'The harbour wall was painted.',
    'The wall is at the harbour of the town.',
  ],
  [
    'proximity',
    'who painted the harbour',
    'Quill painted the harbour.',
    'Quill painted a mill in the town that lies at the harbour.',
  ],
  // Nearness in meaning.
  ...rows(
    ['softCoverage', 'softOfMissing', 'softFocus'],
    'who purchased the boat',
    'Quill bought the boat and the ship.',
    'Quill liked the boat and the poem.',
  ),
  [
    'softCoverageOfTitle',
    'who purchased the boat',
    { title: 'Ships that were bought', text: 'Quill has the boat.' },
    { title: 'A poem of the spring', text: 'Vane has the boat.' },
  ],
  [
    'headLikeName',
    'which river did Quill cross',
    'Quill crossed the Danube.',
    'Quill crossed the Parliament.',
  ],
  ['headLikeWord', 'which animal did Quill feed', 'Quill did feed a horse.', 'Quill did feed a lamp.'],
  // What kind of sentence it is and where it stands.
  ['isQuestion', 'where is the bridge', 'Is the bridge old?', 'The bridge is old.'],
  ['isQuotation', 'where is the bridge', '“The bridge is old”, she said.', 'The “bridge” is old.'],
  ['opensWithPronoun', 'where is the bridge', 'She saw the bridge.', 'Quill saw the bridge.'],
  ['unfinished', 'where is the bridge', 'The bridge', 'The bridge.'],
  ['veryShort', 'where is the bridge', 'The bridge stands.', 'The bridge stands where it has always stood.'],
  ...rows(
    ['long', 'length'],
    'where is the bridge',
    `The bridge is ${'very '.repeat(40)}old.`,
    'The bridge is old.',
  ),
  ['firstPerson', 'where is the bridge', 'It is the bridge that we like.', 'They like the bridge.'],
  ['capitals', 'where is the bridge', 'The Bridge Of Old Osterby.', 'The bridge of an old town.'],
  ['lead', 'where is the bridge', 'The bridge is old.', 'Rain fell. ‹The bridge is wet.›'],
  [
    'leadThree',
    'where is the bridge',
    'Rain fell. ‹The bridge is wet.›',
    'Rain fell. Snow fell. Hail fell. ‹The bridge is old.›',
  ],
  ['depth', 'where is the bridge', 'Rain fell. ‹The bridge is wet.›', 'The bridge is old. Rain fell.'],
  ['commandsReader', 'where is the bridge', 'Read more of the bridge.', 'They read of the bridge.'],
  ['isCaption', 'where is the bridge', 'Photo: The bridge at noon.', 'The bridge at noon.'],
  ...rows(
    ['fresh', 'withinReach'],
    'what happened at the bridge this week',
    { text: 'The bridge fell.', published: '2021-08-09' },
    { text: 'The bridge fell down.', published: '2020-01-01' },
  ),
  ...rows(
    ['stale', 'yearsOld'],
    'what happened at the bridge this week',
    { text: 'The bridge fell down.', published: '2020-01-01' },
    { text: 'The bridge fell.', published: '2021-08-09' },
  ),
  // Something of the asked-for kind.
  ['fits:person', 'who built the bridge', 'Ada Quill built the bridge.', 'The bridge was built.'],
  ['fits:place', 'where is the bridge', 'The bridge is in Berlin.', 'The bridge is old.'],
  [
    'fits:organisation',
    'which company built the bridge',
    'Osterby Mills Inc built it.',
    'The company built it.',
  ],
  ['fits:date', 'when was the bridge built', 'It was built in 1842.', 'It was built well.'],
  ['fits:number', 'how many arches has the bridge', 'It has seven arches.', 'It has fine arches.'],
  ['fits:money', 'how much money did the bridge cost', 'It cost $5 million.', 'It cost a lot.'],
  [
    'fits:percent',
    'what percentage of the bridge is stone',
    'Stone is 40 percent of it.',
    'Stone is most of it.',
  ],
  [
    'fits:duration',
    'how long did the bridge take to build',
    'It took seven years to build.',
    'It was slow to build.',
  ],
  [
    'fits:title',
    'which book tells of the bridge',
    'The book “The Old Arch” tells of it.',
    'A book tells of it.',
  ],
  ['fits:reason', 'why did the bridge fall', 'The bridge did fall in 1842.', 'The bridge did fall.'],
  ['fits:manner', 'how did Quill cross the bridge', 'Quill crossed with Bo Vane.', 'Quill crossed slowly.'],
  ['fits:thing', 'what did Quill build', 'Quill built Osterby Arch.', 'Quill built it.'],
  ...(
    [
      ['support:person', 'who built the bridge', 'Ada Quill', 'Bo Vane'],
      ['support:place', 'where was the bridge built', 'Berlin', 'Paris'],
      ['support:organisation', 'which company built the bridge', 'Osterby Mills Inc', 'Vellmark Steel Inc'],
      ['support:title', 'which book tells of the bridge', '“The Old Arch”', '“A Span of Stone”'],
      ['support:thing', 'what was built at the bridge', 'Osterby Arch', 'Vellmark Tower'],
      ['support:reason', 'why was the bridge built', 'Ada Quill', 'Bo Vane'],
      ['support:manner', 'how was the bridge built', 'Ada Quill', 'Bo Vane'],
      ['support:date', 'when was the bridge built', 'in 1842', 'in 1911'],
      ['support:number', 'how many people built the bridge', 'forty people', 'seven people'],
      ['support:money', 'how much money did the bridge cost', '$5 million', '$9 million'],
      ['support:percent', 'what percentage of the bridge is stone', '40 percent', '70 percent'],
      ['support:duration', 'how long did the bridge take', 'seven years', 'three months'],
      ['supportName', 'who built the bridge', 'Ada Quill', 'Bo Vane'],
      ['supportNameOfBest', 'who built the bridge', 'Ada Quill', 'Bo Vane'],
      ['supportTypedOfBest', 'who built the bridge', 'Ada Quill', 'Bo Vane'],
      ['supportQuantity', 'when was the bridge built', 'in 1842', 'in 1911'],
    ] as const
  ).map(
    ([name, question, twice, once]): Row => [
      name,
      question,
      `The bridge was told of with ${twice}.`,
      `The bridge was told of with ${once}.`,
    ],
  ),
  ...rows(
    ['supportWords', 'supportWordsOfBest'],
    'what happened at the bridge',
    'The bridge was flooded.',
    'The bridge was repainted.',
  ),
  ['novelNames', 'what happened at the bridge', 'Ada Quill saw the bridge.', 'She saw the bridge.'],
  ['novelQuantities', 'what happened at the bridge', 'In 1842 the bridge fell.', 'Once the bridge fell.'],
  ['noMention', 'what happened at the bridge', 'The bridge fell.', 'The bridge fell on Ada Quill.'],
  ...rows(
    ['headHere', 'headAround', 'headBesideName'],
    'which singer opened the bridge',
    'The singer Ada Quill opened it.',
    'Bo Vane opened it.',
  ),
  [
    'becauseForWhy',
    'why did the bridge fall',
    'The bridge did fall because of rain.',
    'The bridge did fall.',
  ],
  ['definesName', 'who is Ada Quill', 'Ada Quill is a weaver.', 'A quill is a feather.'],
  // What the verb says of it.
  ...rows(
    ['fitBesideVerb', 'fitOnAskedSide'],
    'who bought the bridge',
    'Ada Quill bought the bridge.',
    'Nobody bought the bridge.',
  ),
  // What all candidates together take for the answer.
  ...rows(
    ['fitNear', 'fitNearPooled', 'pooledOfBest', 'pooledPlace', 'fitWhereCovered', 'pooledWhereCovered'],
    'who built the bridge',
    'Ada Quill built the bridge.',
    'Nobody built the bridge.',
  ),
  [
    'pooledElsewhere',
    'who built the bridge',
    'The bridge was told of with Ada Quill.',
    'Bo Vane built a bridge.',
  ],
  ...rows(
    ['articleMass', 'coverageOfClause', 'coverageOfClauseNear'],
    'who painted the harbour wall',
    `${QUILL} painted the harbour wall.`,
    'The harbour sleeps.',
  ),
  // A short question names a topic and wants something of it.
  ...rows(
    [
      'titleNamed',
      'titleNamedWhole',
      'titleNamedLong',
      'titleTimesRest',
      'titleTimesRestSoft',
      'namedTimesRestSoft',
    ],
    'who founded osterby mills',
    { title: 'Osterby Mills', text: 'It was founded by Ada Quill.' },
    { title: 'A letter', text: 'Vane founded a school.' },
  ),
  ...rows(
    ['titleTimesFit', 'titleTimesFitNearRest', 'titleTimesFitNearTold'],
    'who founded osterby mills',
    { title: 'Osterby Mills', text: 'It was founded by Ada Quill.' },
    { title: 'A letter', text: 'A school was founded by Bo Vane.' },
  ),
  ...rows(
    ['restCoverage', 'restSoft', 'fitNearRest', 'fitOfRest'],
    'who founded osterby mills',
    { title: 'Osterby Mills', text: 'It was founded by Ada Quill.' },
    { title: 'Osterby Mills', text: 'Osterby Mills is large.' },
  ),
  [
    'restCoverageAround',
    'who founded osterby mills',
    { title: 'Osterby Mills', text: '‹Osterby is old.› It was founded well.' },
    { title: 'Osterby Mills', text: 'Osterby Mills is large.' },
  ],
  ...rows(
    ['restMissing', 'repeatsTitle', 'repeatsTitleAlone', 'opensArticleMissing'],
    'who founded osterby mills',
    { title: 'Osterby Mills', text: 'Osterby Mills is large.' },
    { title: 'Osterby Mills', text: 'It was founded by Ada Quill.' },
  ),
  ...rows(
    ['standsForTitle', 'standsForTitleTimesRest'],
    'who founded osterby mills',
    { title: 'Osterby Mills', text: 'Rain fell. ‹It was founded by Ada Quill.›' },
    { title: 'Osterby Mills', text: 'Rain fell. ‹Bo Vane founded a school.›' },
  ),
  ...rows(
    ['opensArticle', 'opensArticleDefining'],
    'what is osterby mills',
    { title: 'Osterby Mills', text: 'Osterby Mills is a maker of paper.' },
    { title: 'Osterby Mills', text: 'Rain fell. ‹Osterby Mills is large.›' },
  ),
  [
    'opensUnnamed',
    'which mill makes paper',
    { title: 'Osterby', text: 'Osterby is a mill of paper.' },
    { title: 'The mill', text: 'The mill makes paper.' },
  ],
  ['figuresHere', 'what happened in 1901', 'In 1901 the bridge fell.', 'What happened is not known.'],
  ['figuresMissing', 'what happened in 1901', 'What happened is not known.', 'In 1901 the bridge fell.'],
  ['otherFigures', 'what happened in 1901', 'It happened in 1842.', 'In 1901 the bridge fell.'],
  ...rows(['told'], 'who started osterby mills', 'Osterby was founded.', 'Osterby was flooded.'),
  [
    'toldAlone',
    'who started osterby mills',
    { title: 'Osterby Mills', text: 'It was founded.' },
    'Osterby slept.',
  ],
  ['fitNearTold', 'who started osterby mills', 'Ada Quill founded Osterby.', 'Bo Vane saw Osterby.'],
  ['kinHere', 'who married Quill', 'The marriage of Quill was short.', 'The breakfast of Quill was short.'],
  [
    'contextBeyondTitle',
    'how is the bridge cleaned',
    articleOf('## Cleaned\nThe bridge is brushed.', { title: 'Works' }),
    articleOf('## Water\nThe bridge is rinsed.', { title: 'Works' }),
  ],
  ['inItem', 'where is the bridge', articleOf('- The bridge is north.'), 'The bridge is south.'],
  [
    'inRow',
    'where is the bridge',
    articleOf('| Thing | Place |\n| The bridge | north |'),
    'The bridge is south.',
  ],
  ['inDefinition', 'what is the bridge', articleOf('The bridge :: a span of stone'), 'The bridge is old.'],
  ['inCallout', 'where is the bridge', calloutOf('The bridge is north.'), 'The bridge is south.'],
  ['inTurn', 'where is the bridge', articleOf('@ Ada Quill: The bridge is north.'), 'The bridge is south.'],
  [
    'inStepForHow',
    'how is the bridge cleaned',
    articleOf('1. Brush the bridge.\n2. Rinse it.'),
    'The bridge is clean.',
  ],
  // Who did what to it, and what happened when.
  [
    'roleHeld',
    'who built the bridge',
    'The bridge was built by Ada Quill.',
    'The bridge was painted by Ada Quill.',
  ],
  [
    'roleRival',
    'who built the bridge',
    'The bridge was painted by Ada Quill.',
    'The bridge was built by Ada Quill.',
  ],
  ['roleMissing', 'when was the bridge built', 'The bridge is grey.', 'The bridge was built in 1901.'],
];
