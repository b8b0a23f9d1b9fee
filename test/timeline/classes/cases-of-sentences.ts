import type { Case } from './read.ts';

/** The words around a date that tell when it was, or that it is none. */
export const OWN_CLAUSES: readonly Case[] = [
  ['1989-10-27', 'It said it will redeem 9.5 million preferred shares on Oct. 31 at a price.', '1989-10-31'],
  ['1989-10-26', 'It would be paid on a still unspecified date in January to holders.', '1990-01'],
  [
    '2000-02-24',
    'In a feud that has split a family and may be resolved in a hearing the week of March 6, Manuel has kept out of sight.',
    '2000-W10',
  ],
  [
    '2000-01-07',
    "They would look for ways around Wednesday's ruling by the service to return the child by Jan. 14.",
    '2000-01-05; 2000-01-14',
  ],
  [
    '2024-05-05',
    'Yesterday a plaque was unveiled, and on Tuesday fans will gather.',
    '2024-05-04; 2024-05-07',
  ],
  ['2013-03-05', 'Doors remain locked until Sunday.', '..2013-03-10'],
  ['2013-03-05', 'He was soon released and went home in February.', '2013-02'],
];

export const MONTHS_OF_NOUNS: readonly Case[] = [
  ['1999-02-10', 'The March accession will enable three countries to join.', '1999-03'],
  ['1999-06-10', 'In the May vote he won.', '1999-05'],
  ['1999-06-10', 'His June speech will be short.', '1999-06'],
  ['1999-06-10', 'The March for Life began. A May government would fail.', ''],
];

export const STORIES_GO_ON: readonly Case[] = [
  [
    '2023-06-06',
    'He joined in 1921. Two years later, in November, he marched on the hall.',
    '1921; 1923; 1923-11',
  ],
  [
    '2023-06-06',
    'The ship sailed on 10 April 1912. On the 14th it struck ice and sank the next day.',
    '1912-04-10; 1912-04-14; 1912-04-15',
  ],
  ['2024-05-05', 'The blockade started in June 1948. Planes landed all day by April.', '1948-06; 1949-04'],
];

export const NAMED_DAYS_OF_OLD: readonly Case[] = [
  ['2020-05-05', 'Christmas Day 800 saw the coronation.', '0800-12-25'],
  ['2020-05-05', "It began on New Year's Day 45 BC.", 'BC0045-01-01'],
  ['2020-05-05', 'The city fell on 24 August 410 to the Goths.', '0410-08-24'],
  ['2020-05-05', 'On 7 November (25 October Old Style) 1917 the palace fell.', '1917-11-07'],
  ['2023-06-06', 'He was last seen a month ago Tuesday.', '2023-05-06'],
  ['2024-05-05', 'Twenty-five years ago on Tuesday, 7 May, bombs fell.', '1999-05-07'],
];

export const MORE_AMOUNTS: readonly Case[] = [
  ['2019-05-05', '1850 sheep died in the snow, and 1990 cows.', ''],
  ['2022-05-05', 'The fund paid 2018 families and 1995 pensioners.', ''],
  ['2019-05-05', 'The parade drew from 1900 to 2100 spectators.', ''],
  ['2024-05-05', 'The choir of 1960 singers and 2010 dancers filled the arena.', ''],
  ['2022-05-05', 'From 2013 children had to attend.', '2013..'],
  ['2024-05-05', 'The hall (built 1698, burned 1742) was rebuilt by 1750.', '1698; 1742; 1750'],
  ['2021-04-04', 'He saw Sheffield Wednesday and Judge Friday.', ''],
];

export const KNOWN_DAYS_AGAIN: readonly Case[] = [
  ['2022-07-12', 'A former employee who spoke to the Jan. 6 committee cried.', '2021-01-06'],
  [
    '2022-07-12',
    'The target of a federal Jan. 6 investigation spoke at the Jan. 6 hearing.',
    '2021-01-06; 2021-01-06',
  ],
  ['2022-07-12', 'She saw the Jan. 6 mob. He tweeted on Jan. 6.', '2021-01-06; 2021-01-06'],
  ['2022-11-20', 'The Nov. 13 hearing was short.', '2022-11-13'],
];

export const DAYS_BEFORE_COUNTED: readonly Case[] = [
  ['2022-11-20', 'On March 15 protesters gathered; by May 3 troops had left.', '2022-03-15; 2022-05-03'],
  ['2022-11-20', 'In March 15 protesters died.', '2022-03'],
];

export const STILL_TO_COME: readonly Case[] = [
  ['2022-06-14', 'The park will remain closed through at least Wednesday due to flooding.', '2022-06-15'],
  ['2022-06-30', 'Visitors will have clear conditions Friday through Monday.', '2022-07-01; ..2022-07-04'],
];

export const GIVEN_DAYS: readonly Case[] = [
  ['2011-02-10', 'The cup final is on 21 May.', '2011-05-21'],
  ['2011-02-10', 'She moves to Oslo in April.', '2011-04'],
  [
    '2015-08-28',
    'On Thursday 24 March 2005 the bombing began. By the next Tuesday bridges lay in the river.',
    '2005-03-24; 2005-03-29',
  ],
  ['2021-01-15', 'Three quarters of a century ago the camps were freed.', '1946'],
  ['2020-02-20', 'President Friday Okoro signed it. President Friday signed it.', '2020-02-14'],
];
