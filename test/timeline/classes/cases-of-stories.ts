import type { Case } from './read.ts';

export const CHRONICLES: readonly Case[] = [
  [
    '2019-08-01',
    'The ferry left port on 12 November 2017. Two days later it was found drifting. On 20 November the search ended.',
    '2017-11-12; 2017-11-14; 2017-11-20',
  ],
  [
    '2019-08-01',
    'Lehman collapsed in September 2008. By October banks across Europe were being rescued.',
    '2008-09; 2008-10',
  ],
  [
    '2019-08-01',
    'Heavy snow set in on Tuesday 9 January 2018. On Thursday the pass was shut. It reopened the following Monday.',
    '2018-01-09; 2018-01-11; 2018-01-15',
  ],
  [
    '2019-08-01',
    'Chronology\n\n1990\n\n2 August: Iraq invades Kuwait.\n\n29 November: The UN sets a deadline.\n\n1991\n\n17 January: The bombing starts.\n\n28 February: A ceasefire is declared.',
    '1990; 1990-08-02; 1990-11-29; 1991; 1991-01-17; 1991-02-28',
  ],
  [
    '2019-08-01',
    '1066: Duke William lands.\n1086: The survey is made.\n1215: The barons meet the king.',
    '1066; 1086; 1215',
  ],
  [
    '2019-08-01',
    'She joined the army in May 1941 and was captured in September of the same year.',
    '1941-05; 1941-09',
  ],
  ['2019-08-01', 'The talks opened on 28 November 2016 and ran into January.', '2016-11-28; 2017-01'],
  [
    '2019-08-01',
    'The hostages were seized on 4 November 1979. They were freed on January 20, 1981.',
    '1979-11-04; 1981-01-20',
  ],
  [
    '2019-08-01',
    'He was born in June 1902 in Lviv. In April of the following year the family moved.',
    '1902-06; 1903-04',
  ],
  ['2019-08-01', 'In 1986 the reactor exploded. On 27 April the town was emptied.', '1986; 1986-04-27'],
  ['2019-08-01', 'Between 28 November 2018 and 3 February the line was closed.', '2018-11-28..2019-02-03'],
  [
    '2019-08-01',
    'March 2011: An earthquake strikes.\n\nApril: The plant is declared a disaster.\n\nDecember: Cold shutdown is reached.',
    '2011-03; 2011-04; 2011-12',
  ],
  [
    '2019-08-01',
    'A history of the club\n\n1894 – The club is formed by railwaymen.\n1904 – First cup final.\n1937 – The stand burns down.',
    '1894; 1904; 1937',
  ],
  [
    '2019-08-01',
    'The strike began in February 1984. On Monday the union said that it would mark the anniversary.',
    '1984-02; 2019-07-29',
  ],
  [
    '2019-08-01',
    'The regiment sailed in August 1914. By Christmas half of its officers were dead.',
    '1914-08; 1914-12-25',
  ],
  [
    '2019-08-01',
    'The tsunami struck on 26 December 2004. In January donors pledged billions.',
    '2004-12-26; 2005-01',
  ],
  [
    '2019-08-01',
    'The general seized power on 1 September 1969. On the 8th a cabinet was named.',
    '1969-09-01; 1969-09-08',
  ],
  [
    '2018-07-07',
    'The airline was founded in March 1998. It flew its first paying guests in June, and listed its shares the following year.',
    '1998-03; 1998-06; 1999',
  ],
  [
    '2018-07-07',
    'Chronicle\n\n1989\n\nJune 4: Poles vote.\n\nNov. 9: The Wall opens.\n\nDec. 22: The dictator flees.',
    '1989; 1989-06-04; 1989-11-09; 1989-12-22',
  ],
  [
    '2018-07-07',
    'He was sentenced on 14 July 2009. The appeal failed in November, and he was deported on 3 February 2010.',
    '2009-07-14; 2009-11; 2010-02-03',
  ],
  [
    '2018-07-07',
    'In 1755 an earthquake hit Lisbon. On 1 November the churches were full.',
    '1755; 1755-11-01',
  ],
  [
    '2018-07-07',
    'The eruption began on 20 March 2010; on 14 April the ash closed the skies.',
    '2010-03-20; 2010-04-14',
  ],
  ['2018-07-07', 'The war ended in May 1945. The trial opened that November.', '1945-05; 1945-11'],
  [
    '2018-07-07',
    '871: Alfred becomes king.\n\n878: He beats the Danes.\n\n886: London is taken.',
    '0871; 0878; 0886',
  ],
];

export const COUNTED_BACK: readonly Case[] = [
  ['2020-02-11', 'Thirty years ago today Mandela walked free.', '1990-02-11'],
  ['2020-02-11', 'It was eight months ago to the day that they met.', '2019-06-11'],
  ['2020-02-11', 'A year ago on Sunday the dam failed.', '2019-02-09'],
  ['2020-02-11', 'He quit three weeks ago.', '2020-W04'],
  ['2020-02-11', 'A decade ago last month the quake hit Haiti.', '2010-01'],
  ['2020-02-11', 'The bridge collapsed six months and ten days ago.', '2019-08-01'],
  ['2020-02-11', 'Nearly four centuries ago settlers landed.', '16'],
  ['2020-02-11', 'Not quite 75 years ago, on 13 February, the bombers came.', '1945-02-13'],
  ['2020-02-11', 'The verdict is due ten days from now.', '2020-02-21'],
  ['2020-02-11', 'The shop shut a fortnight ago.', '2020-W05'],
  ['2020-02-11', 'It is due a week from Monday.', '2020-02-24'],
  ['2020-02-11', 'A hundred and fifty years ago the tunnel opened.', '1870'],
  ['2020-02-11', 'One and a half years ago he moved here.', '2018-08'],
  ['2018-07-07', 'Twenty years ago this summer France won.', '1998-SU'],
  ['2018-07-07', 'Exactly one month ago the boys were lost.', '2018-06'],
  ['2018-07-07', 'A little over a century ago the tsar was shot.', '19'],
  ['2018-07-07', 'Three and a half years ago it was bought.', '2015-01'],
  ['2018-07-07', 'The deal was struck two weeks ago on Monday.', '2018-06-18'],
  ['2018-07-07', 'It is 25 years ago this month that he resigned.', '1993-07'],
];

export const TO_COME_AND_GONE: readonly Case[] = [
  ['2014-02-10', 'The trial is due to start on 3 March.', '2014-03-03'],
  ['2014-02-10', 'Nine miners were killed in November.', '2013-11'],
  ['2014-02-10', 'The lease runs out in April.', '2014-04'],
  ['2014-02-10', 'His visa is valid through July.', '..2014-07'],
  ['2014-02-10', 'The festival returns in August.', '2014-08'],
  ['2014-02-10', 'Voters go to the polls on 5 April.', '2014-04-05'],
  ['2014-02-10', 'The cabinet has been asked to report by Friday.', '2014-02-14'],
  ['2014-02-10', 'A flood swept away the bridge on 14 December.', '2013-12-14'],
  ['2014-02-10', 'She is expected to testify on Thursday.', '2014-02-13'],
  ['2014-02-10', 'The hearing was adjourned to 24 February.', '2014-02-24'],
  ['2014-02-10', 'Schools will stay shut through Wednesday.', '..2014-02-12'],
  ['2014-02-10', 'The new rules take effect on 1 March.', '2014-03-01'],
  ['2014-02-10', 'Forecasters expect rain by Saturday.', '2014-02-15'],
  ['2014-02-10', 'He resigned in March.', '2013-03'],
  ['2014-02-10', 'The satellite is to be launched in September next year.', '2015-09'],
  [
    '2014-02-10',
    'The ban had been due to end on 1 March but was lifted on Friday.',
    '2014-03-01; 2014-02-07',
  ],
  ['2018-07-07', 'The hearing will resume on Tuesday.', '2018-07-10'],
  ['2018-07-07', 'Two climbers died in August.', '2017-08'],
  ['2018-07-07', 'The bridge, closed since May, is to reopen in September.', '2018-05..; 2018-09'],
  ['2018-07-07', 'The ceasefire ran out on Thursday.', '2018-07-05'],
  ['2018-07-07', 'Applications close on 12 October.', '2018-10-12'],
  ['2018-07-07', 'The exhibition is on until 4 November.', '..2018-11-04'],
];

export const LIMITS: readonly Case[] = [
  ['2021-10-10', 'The line is not due to be ready until 2028.', '2028'],
  ['2021-10-10', 'Women were not admitted until 1977.', '1977'],
  ['2021-10-10', 'No vote will be held before May 2023.', '2023-05..'],
  ['2021-10-10', 'It was the lowest level since 1987.', '~1987'],
  ['2021-10-10', 'The debt will not be repaid until after 2030.', '2030..'],
  ['2021-10-10', 'It has been law since 1998.', '1998..'],
  ['2021-10-10', 'the first such visit since 1972', '~1972'],
  ['2021-10-10', 'The park stays closed till March 2022.', '..2022-03'],
  ['2018-07-07', 'The tram will not run before spring 2020.', '2020-SP..'],
  ['2018-07-07', 'Blacks could not vote there until 1965.', '1965'],
  ['2018-07-07', 'the deadliest quake since 1976', '~1976'],
];
