import { describe, expect, it, test } from 'vitest';
import { isCaption } from '../../../src/timeline/quote/caption.ts';
import { FITNESS_DEFAULTS, quoteFitness } from '../../../src/timeline/quote/quote-fitness.ts';
import { firstVerb } from '../../../src/timeline/quote/verbs.ts';

function at(sentence: string, words: string) {
  const start = sentence.indexOf(words);
  if (start < 0) throw new Error(`${words} is not in ${sentence}`);
  return { start, end: start + words.length };
}

function fitness(
  sentence: string,
  date: string,
  traits: Partial<Parameters<typeof quoteFitness>[2]> = {},
): number {
  return quoteFitness(sentence, at(sentence, date), {
    first: true,
    coarse: false,
    planned: false,
    ...traits,
  });
}

describe('the line under a picture', () => {
  test.each([
    ['Villagers walk past a school that was hit by shells on March 7.', 'March 7'],
    ['A keeper waves to the crew of the Petrel in Osterby on Thursday, May 4.', 'Thursday, May 4'],
    ['Ada Quill/Getty Images The keeper, left, lit the lamp on 3 May 2021.', '3 May 2021'],
    ['The mayor, right, was welcomed on 3 May 2021.', '3 May 2021'],
    ['The old harbour is seen in this aerial photo taken on 3 May 2021.', '3 May 2021'],
    ['From left: Ada Quill, Ben Ost and Cy Lund meet in Osterby on 3 May 2021.', '3 May 2021'],
    ['Photos from Wednesday show crowds in the minister’s office, singing.', 'Wednesday'],
    ['A blood sample is taken from a pig on a farm in Osterby May 3, 2021.', 'May 3, 2021'],
    ['A woman near a mill destroyed in the besieged port of Osterby on March 7, 2021.', 'March 7, 2021'],
    ['Rescuers at the site of the crash in Osterby on May 3, 2021.', 'May 3, 2021'],
    ['A plane believed to be carrying the president arrives in Osterby on July 14.', 'July 14'],
  ])('%s', (sentence, date) => {
    expect(isCaption(sentence, at(sentence, date))).toBe(true);
    expect(fitness(sentence, date)).toBe(FITNESS_DEFAULTS.caption);
  });

  test.each([
    ['Shells hit a school in Osterby on March 7.', 'March 7'],
    ['July 7: Mayor Quill announces that she steps down.', 'July 7'],
    ['The keeper said on Thursday that people walk past the lamp each day.', 'Thursday'],
    ['The council is to meet on 3 May 2021.', '3 May 2021'],
    ['An inquiry opened in Osterby in May 2011.', 'May 2011'],
    ['A bomb in Osterby market killed two people on March 17, 2022.', 'March 17, 2022'],
    ['A bomb in Osterby exploded near a mill on March 17, 2022.', 'March 17, 2022'],
    ['Two sailors in the port of Osterby died on March 17, 2022.', 'March 17, 2022'],
    ['The work of the harbour council has cost its ratepayers a fortune since 2011.', '2011'],
    ['After a visit by the mayor the march ended in protest on March 7.', 'March 7'],
  ])('not: %s', (sentence, date) => expect(isCaption(sentence, at(sentence, date))).toBe(false));
});

describe('what is said in the present of its day', () => {
  test.each([
    ['The keeper of the lamp is here tonight.', 'tonight', FITNESS_DEFAULTS.spoken],
    ['Today is a great day for the harbour of Osterby.', 'Today', FITNESS_DEFAULTS.spoken],
    ['Today the council of Osterby agreed to the plan.', 'Today', 1],
  ])('%s', (sentence, day, expected) => expect(fitness(sentence, day)).toBe(expected));
});

describe('as a quote for its date', () => {
  it('a sentence that tells it in its main clause is best', () => {
    expect(fitness('Rebels took the town of Osterby on 5 March 2011.', '5 March 2011')).toBe(1);
  });

  test.each([
    ['a reminder', 'Prices have doubled since rebels took Osterby on 5 March 2011.'],
    ['an aside on a person', 'The mayor, who fled Osterby on 5 March 2011, lives abroad.'],
    ['a question', 'Did rebels really take the town of Osterby on 5 March 2011?'],
    ['a quiz', 'Which of the following towns fell to the rebels on 5 March 2011: Osterby or Westerby?'],
    ['what only the sentence before explains', 'They took the town on 5 March 2011.'],
    ['a pronoun behind the date', 'On 5 March 2011, they took the town of Osterby.'],
    ['what is still to come', 'Rebels planned to take the town of Osterby on 5 March 2011.'],
    ['what somebody expects', 'Captain Ost expects his rebels to take Osterby on 5 March 2011.'],
    ['words without a verb', 'The rebels in the town of Osterby, 5 March 2011.'],
    ['a menu', 'News | Sport | Weather in Osterby, 5 March 2011 | Contact'],
    ['somebody’s own words', 'We were in Osterby on 5 March 2011 and saw rebels.'],
    ['a paper of that day', 'Osterby is free, according to a 5 March 2011 statement by the rebels.'],
    ['a live blog’s stamp', '4.15pm: Rebels took the town of Osterby on 5 March 2011.'],
    ['a commenter’s stamp', 'At 16:12 on 5 March 2011 ghost of Osterby wrote a line.'],
    ['what is told to the reader', 'On 5 March 2011 your child may have been in Osterby.'],
    ['the end of somebody’s words', 'Rebels took the town of Osterby on 5 March 2011.”'],
    ['what is to begin on the day', 'Rebels on 5 March 2011 will start to march on Osterby.'],
    ['what it was meant for', 'Originally scheduled for 5 March 2011, the march on Osterby was put off.'],
    ['what was only said then', 'The rebels hold Osterby, the mayor said on 5 March 2011.'],
  ])('%s is worse', (_, sentence) => expect(fitness(sentence, '5 March 2011')).toBeLessThan(0.7));

  it('the name of an edition is no date of an event', () => {
    const year = { coarse: true };
    const named = fitness('Osterby failed to qualify for the 2018 World Cup.', '2018', year);
    expect(named).toBeLessThan(fitness('Osterby failed to qualify in 2018.', '2018', year));
  });

  it('a later date, and a very long sentence, are worse', () => {
    const sentence = 'Rebels took the town of Osterby on 5 March 2011.';
    expect(fitness(sentence, '5 March 2011', { first: false })).toBe(FITNESS_DEFAULTS.laterDate);
    expect(
      fitness(`Rebels ${'and more rebels '.repeat(25)}took it on 5 March 2011.`, '5 March 2011'),
    ).toBeLessThan(0.5);
  });
});

test.each([
  ['People walk past a house that was hit.', 'present'],
  ['People walked past a house.', 'past'],
  ['The house was hit.', 'past'],
  ['March 5, a house.', 'none'],
  ['Marchers from United Towns', 'none'],
])('the first verb of "%s" is %s', (text, verb) => expect(firstVerb(text)).toBe(verb));

describe('is worth less than one that tells what happened then', () => {
  const told = fitness('Norland invaded Osterby on 23 May 2022.', '23 May 2022');
  test.each([
    ['He had resigned well before the 23 May 2022 invasion of Osterby.', '23 May 2022'],
    ['The mayor has not spoken to Osterby since 23 May 2022.', '23 May 2022'],
    ['As of 23 May 2022, 36 ships were in Osterby.', '23 May 2022'],
    ['The mayor of Osterby had a quiet Thursday.', 'Thursday'],
    ['A vote on Tuesday could well help the mayor of Osterby.', 'Tuesday'],
    ['The invasion of Osterby last month made bread dear.', 'last month'],
    ['In Tuesday’s episode of the podcast the mayor spoke of Osterby.', 'Tuesday'],
  ])('%s', (sentence, date) => expect(fitness(sentence, date)).toBeLessThan(told * 0.6));

  test('but a verb before a stretch tells of it', () =>
    expect(fitness('Norland invaded Osterby last month.', 'last month')).toBe(told));
});
