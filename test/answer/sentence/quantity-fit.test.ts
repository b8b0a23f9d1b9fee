import { describe, expect, test } from 'vitest';
import { readOne, textOf } from '../reading.ts';

/** The possible answers of the one sentence that fit best. */
function bestFitting(sentence: string, question: string): string[] {
  const { candidate } = readOne(question, sentence);
  const most = candidate.answers.reduce((best, { fit }) => Math.max(best, fit), 0);
  return candidate.answers.filter(({ fit }) => fit === most).map(({ mention }) => textOf(candidate, mention));
}

describe('the number that is asked for', () => {
  test.each([
    ['how old is Quill', 'In 12 towns Quill, 79, spoke for 20 minutes.', '79'],
    ['how old is the bridge', 'The 101-year-old bridge cost 12 million.', '101-year'],
    ['how old was Quill', 'Quill died at the age of 91 after 3 falls.', '91'],
    ['what is the minimum age of members', 'The 400 members must have turned 18.', '18'],
    ['how tall is the tower', 'The tower of 1889 has 3 floors and is 330 metres tall.', '330'],
    ['how big was the guard', 'In 1803 the guard had a crew of about 260 and 12 boats.', '260'],
    ['how big can a file be', 'Of 3 plans the small one takes files of up to 50 MB.', '50'],
    ['at what age do kittens see', 'Of 5 kittens most see at 2 weeks old.', '2 weeks'],
    ['how far is Osterby', 'Osterby has 900 people and is 12 miles away.', '12'],
    ['how far can the lamp be seen', 'The lamp of 12 glasses is seen for nineteen miles.', 'nineteen'],
    ['how heavy is the bell', 'The bell, one of 8, weighs 13 tons.', '13'],
    ['what temperature was measured', 'A temperature of 40.3C was measured at 12 stations.', '40.3C'],
    ['how many people fled', 'The 3 floods of spring made 400 people flee.', '400'],
  ])('%s: %s → %s', (question, sentence, answer) => {
    expect(bestFitting(sentence, question)).toEqual([answer]);
  });
});

describe('the date that is asked for', () => {
  test.each([
    ['in which year was the vote', 'The vote of 1842 was on Monday.', '1842'],
    ['which month was the vote in', 'The vote was on Monday in March.', 'March'],
    ['on which day was the vote', 'The vote was on Monday in March.', 'Monday'],
  ])('%s: %s → %s', (question, sentence, answer) => {
    expect(bestFitting(sentence, question)).toEqual([answer]);
  });
});
