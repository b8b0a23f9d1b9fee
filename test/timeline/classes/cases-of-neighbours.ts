import type { Case } from './read.ts';

/** What a word beside four figures, a month or a weekday makes of it. */
export const BESIDE_YEARS: readonly Case[] = [
  ['2018-11-20', 'In mid-2010 players found the exploit; 2012 players signed.', '2010'],
  ['2018-11-20', 'Throughout 2008 farmers hoarded seed.', '2008'],
  ['2018-11-20', 'After 2011 tourists stayed away.', '2011..'],
  ['2018-11-20', 'The bridge carries 2012 cars an hour and 1990 cyclists a day.', ''],
  ['2018-11-20', 'Its charter of 1215 is kept in the crypt.', '1215'],
  ['2018-11-20', 'An army of 1215 crossed the river under the Reform Act of 1832.', '1832'],
  ['2018-11-20', 'It was printed as early as 1623.', '1623'],
  ['2018-11-20', 'On 8 June 793 raiders landed on the island.', 'XXXX-06-08'],
  ['2018-11-20', 'On 8 June 200 raiders landed on the island.', '2018-06-08'],
  ['2018-11-20', 'From 330 to 476 the court sat at Lormont.', '0330..0476'],
  ['2018-11-20', 'From 330 to 476 people came.', ''],
  ['2018-11-20', 'In the summers of 2003, 2010 and 2018 no rain fell.', '2003-SU; 2010-SU; 2018-SU'],
  ['2018-11-20', 'The mines of the 1890s and 1900s are flooded.', '189; 190'],
  ['2018-11-20', 'In the opening quarter of 2014 exports fell.', '2014-Q1'],
  ['2018-11-20', 'Judgment 2005/1412 was quoted, see p. 2001.', ''],
  ['2018-11-20', 'The bus leaves from bay 2004.', ''],
  ['2018-11-20', 'He closed the gate. In 2004 it fell.', '2004'],
  ['2018-11-20', 'Inspector Monday knocked twice.', ''],
  ['2018-11-20', 'It was a Saturday, and on a Sunday in May they left.', '2018-05'],
  ['2018-11-20', 'He resigned after a Friday phone call.', '2018-11-16'],
];

/** Two calendars, figures with a word or a mark before them, days known by what came of them. */
export const OTHER_DAYS: readonly Case[] = [
  ['2022-07-19', 'The coup came on 7 November (25 October) 1917.', '1917-11-07'],
  ['2022-07-19', 'It began on February 26 (March 11), 1917.', '1917-03-11'],
  ['2022-07-19', 'He was born on 14 May [O.S. 2 May] 1720.', '1720-05-14'],
  ['2022-07-19', 'Stamp: 3.4.87', '1987-04-03'],
  ['2022-07-19', 'Version: 3.4.87', ''],
  ['2022-07-19', 'Signed on 1. 9. 2020', '2020-09-01'],
  ['2022-07-19', 'The battle took place on 10 October 732 near Tours.', '0732-10-10'],
  ['2022-07-19', 'In the 2018/2019 financial year it lost money.', 'FY2019'],
  ['2022-07-19', 'The March 11 bombings shook Madrid.', '2004-03-11'],
  ['2022-07-19', 'The March 11 earthquake shook Osterby.', 'XXXX-03-11'],
  ['2024-05-05', 'The Oct. 7-related trials go on.', '2023-10-07'],
  ['2022-07-19', 'The Jan. 6 committee sat; the May 6 committee met.', '2021-01-06; 2021-05-06'],
  ['2022-07-19', 'On the eve of 1 May 1997 bonfires burned.', '1997-04-30'],
];

/** Counted back from the day of publication, with a name beside the count. */
export const NAMED_AGO: readonly Case[] = [
  ['2019-03-14', 'A quarter of a century ago, in April, the killings began.', '1994-04'],
  ['2019-03-14', 'She vanished two Fridays ago.', '2019-03-01'],
  ['2019-03-14', 'The fire of three summers ago is forgotten.', '2016-SU'],
  ['2019-03-14', 'Sixty years ago this June he set off.', '1959-06'],
  ['2019-03-14', 'The ban was lifted four days ago, on Sunday.', '2019-03-10'],
];

/** Ends of spans that are told one by one. */
export const ENDS_OF_SPANS: readonly Case[] = [
  ['2023-05-16', 'It rained from Monday to Thursday.', '2023-05-08..2023-05-11'],
  ['2023-05-18', 'The fair will be open from Saturday to Monday.', '2023-05-20..2023-05-22'],
  ['2023-05-16', 'The camp was open June–August 2019.', '2019-06..2019-08'],
  ['2018-07-31', 'Friday to Sunday, Aug. 3-5', '2018-08-03; 2018-08-05; 2018-08-03..2018-08-05'],
  ['2020-01-20', 'Open 12/28/2019-1/3/2020.', '2019-12-28..2020-01-03'],
  ['2020-01-20', 'In the 50s and 60s the mill employed 400.', '195; 196'],
  ['2024-11-12', 'No flights leave from Jan. 5 to Feb. 11.', '2025-01-05..2025-02-11'],
];

/** Planned or past by its verb, forwards or back from the story. */
export const VERBS: readonly Case[] = [
  ['2014-04-10', 'The patch goes live on Tuesday.', '2014-04-15'],
  ['2014-04-10', 'The law takes effect on 1 July.', '2014-07-01'],
  ['2013-10-10', 'Work started in the spring of 1954; the first trains ran in December.', '1954-SP; 1954-12'],
  ['2013-10-10', 'They marched on 25 September. Police came to us on the 25th.', '2013-09-25; 2013-09-25'],
  ['2015-02-15', 'The sanctions lapse in July.', '2015-07'],
  ['2020-01-20', 'The revolt began in January 1905. By the next spring it was over.', '1905-01; 1905-SP'],
  ['2020-01-20', 'The raid came on 12 March 1994. On the Friday before, he fled.', '1994-03-12; 1994-03-11'],
  ['2024-03-18', 'His name was at the centre of the vote this weekend.', '2024-W11-WE'],
  ['2024-03-18', 'He will speak in Osterby this weekend.', '2024-W12-WE'],
  ['2016-10-10', 'Not since 1953 had the river risen so high.', '~1953'],
];
