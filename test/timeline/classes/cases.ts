import type { Case } from './read.ts';

/** Four figures before a noun that is counted. */
export const YEARS_AND_AMOUNTS: readonly Case[] = [
  ['2016-12-30', 'On 8 August 2013 rockets hit the market.', '2013-08-08'],
  ['2016-12-30', 'On August 8, 2013, rockets hit the market.', '2013-08-08'],
  ['2016-12-30', 'In January 2019 students marched.', '2019-01'],
  ['2021-06-16', 'In 2019 police arrested him.', '2019'],
  ['2021-06-16', 'Since 2015 villagers have left.', '2015..'],
  ['2021-06-16', 'In early 2020 schools closed.', '2020'],
  ['2021-06-16', 'By 2018 soldiers held the road.', '2018'],
  ['2021-06-16', 'Until 2012 women could not vote.', '..2012'],
  ['2021-06-16', 'In late 2014 doctors raised the alarm.', '2014'],
  ['2021-06-16', 'On 3 March 2012 families fled.', '2012-03-03'],
  ['2021-06-16', 'Between 2014 and 2016 fighters left.', '2014..2016'],
  ['2021-06-16', 'From 2009 to 2011 miners went on strike.', '2009..2011'],
  ['2021-06-16', 'In the summer of 2013 tourists came back.', '2013-SU'],
  ['2021-06-16', 'In 1848 workers rose.', '1848'],
  ['2021-06-16', '2011 people died.', ''],
  ['2021-06-16', 'Between 1700 and 1800 people marched.', ''],
  ['2021-06-16', 'Aid groups sent from 2000 to 2500 tents.', ''],
  ['2021-06-16', 'At least 1950 people fled.', ''],
  ['2021-06-16', 'The bill passed by 2000 votes.', ''],
  ['2021-06-16', 'He walked 2015 kilometres.', ''],
  ['2021-06-16', 'Over 2000 were hurt.', ''],
  ['2021-06-16', 'About 1200 were killed.', ''],
  ['2021-06-16', 'It was found in 1500 homes.', ''],
  ['2021-06-16', 'A crowd of 1900 people came.', ''],
];

/** Stories told in the past. */
export const STORIES: readonly Case[] = [
  ['2013-03-19', 'The war began in March 2003. The capital fell on April 9.', '2003-03; 2003-04-09'],
  [
    '2016-12-20',
    'Rain began on Friday 3 June 2016. By Sunday the river had burst.',
    '2016-06-03; 2016-06-05',
  ],
  ['2013-03-19', 'The siege began in November 1942. In February the army gave up.', '1942-11; 1943-02'],
  ['2013-03-19', 'The siege began in May 1942. In March the king had left.', '1942-05; 1942-03'],
  [
    '2013-03-19',
    'The bank failed on 12 May 1931. On Thursday, 14 May, crowds gathered.',
    '1931-05-12; 1931-05-14',
  ],
  ['2013-03-19', 'In 2003 the troops came. The capital fell on April 9.', '2003; 2003-04-09'],
  ['2013-03-19', 'In 2011, after the vote in March, he left.', '2011; 2011-03'],
  [
    '2021-06-16',
    '2011\n\nMarch 15: Protests begin.\n\nApril 22: The army shoots.\n\n2012\n\nJanuary 6: A bomb goes off.',
    '2011; 2011-03-15; 2011-04-22; 2012; 2012-01-06',
  ],
  [
    '2021-06-16',
    '2011:\n15 March – Protests begin.\n22 April – The army shoots.\n2012:\n6 January – A bomb goes off.',
    '2011; 2011-03-15; 2011-04-22; 2012; 2012-01-06',
  ],
  [
    '2021-06-16',
    'Timeline of the uprising of 2011\n\nJanuary 25: Crowds gather.\n\nFebruary 11: The president goes.\n\nJanuary 6: A year on.',
    '2011; 2011-01-25; 2011-02-11; 2012-01-06',
  ],
  [
    '2021-06-16',
    '25 January 2011: Crowds gather.\n\n11 February: The president goes.',
    '2011-01-25; 2011-02-11',
  ],
  ['2021-06-16', '1338: The monks found a school.\n\n1402: The school burns.', '1338; 1402'],
  ['2021-06-16', 'The law passed in May 2010. It was struck down in December that year.', '2010-05; 2010-12'],
  ['2021-06-16', 'He was elected in 2010 and resigned in March of the following year.', '2010; 2011-03'],
  ['2021-06-16', 'It rained between 30 December 2019 and 4 January.', '2019-12-30..2020-01-04'],
  [undefined, 'It opened in March 2003. It closed in May.', '2003-03; 2003-05'],
  // Back to the day of publication.
  ['2013-03-19', 'The museum opened in 1998. On March 3 thieves broke in.', '1998; 2013-03-03'],
  ['2013-03-19', 'The war began in March 2003. On Monday officials said it was over.', '2003-03; 2013-03-18'],
  [
    '2013-03-19',
    'He was jailed on 5 May 2009. Today his lawyers will appeal. On March 28 a court meets.',
    '2009-05-05; 2013-03-19; 2013-03-28',
  ],
  [
    '2016-12-20',
    'The ship sank on 3 June 2016. On Sunday officials said where it lies.',
    '2016-06-03; 2016-12-18',
  ],
];

/** So long ago, or from now. */
export const AGO: readonly Case[] = [
  ['2017-12-19', 'The pact was signed a year ago today.', '2016-12-19'],
  ['2017-12-19', 'Ten years ago this week the bank failed.', '2007-W51'],
  ['2017-12-19', 'Ten years ago this month the bank failed.', '2007-12'],
  ['2019-07-20', 'Exactly 50 years ago, on 20 July, they landed.', '1969-07-20'],
  ['2019-07-16', 'Fifty years ago on July 20 they landed.', '1969-07-20'],
  ['2015-03-29', 'It began 1 month and 2 days ago.', '2015-02-27'],
  ['2015-03-29', 'It began two years and three months ago.', '2012-12'],
  ['2015-03-29', 'It began a year and a half ago.', '2013-09'],
  ['2015-03-29', 'It began two and a half years ago.', '2012-09'],
  ['2021-06-16', 'He left a week ago Thursday.', '2021-06-03'],
  ['2021-06-16', 'The report is due Monday two weeks from now.', '2021-06-28'],
  ['2016-05-10', 'It was built half a century ago.', '1966'],
  ['2016-05-10', 'It was built half a decade ago.', '2011'],
  ['2016-05-10', 'It was built twenty-five years ago.', '1991'],
  ['2016-05-10', 'It was built a hundred years ago.', '1916'],
  ['2016-05-10', 'It was built three days ago.', '2016-05-07'],
  ['2016-05-10', 'On this day 30 years ago the plant burned.', '1986-05-10'],
  ['2016-05-10', 'It was built years ago.', 'PAST_REF'],
  [undefined, 'It was signed a year ago today.', 'XXXX-XX-XX'],
];

/** Past and future. */
export const TENSES: readonly Case[] = [
  ['2013-03-19', 'Forty people died on March 28.', '2012-03-28'],
  ['2013-03-19', 'The dam burst in April.', '2012-04'],
  ['2013-05-01', 'The vote was put off until 30 June.', '..2013-06-30'],
  ['2013-05-01', 'The trial was postponed until 30 June.', '..2013-06-30'],
  ['2013-05-01', 'The hearing was moved to 12 May.', '2013-05-12'],
  ['2013-05-01', 'The treaty expires in June.', '2013-06'],
  ['2013-05-01', 'The new line opens on 20 May.', '2013-05-20'],
  ['2013-05-01', 'The truce ends in September.', '2013-09'],
  ['2009-06-05', 'The bridge should be completed in October.', '2009-10'],
  ['2009-06-05', 'Work could start in July.', '2009-07'],
  ['2008-09-18', 'The school is to remain closed until Friday.', '..2008-09-19'],
  ['2008-09-18', 'They agreed to meet on Saturday.', '2008-09-20'],
  ['2008-09-18', 'Bridge to reopen on Monday', '2008-09-22'],
  ['2008-09-18', 'He failed to appear on Friday.', '2008-09-12'],
  ['2008-09-18', "The licence won't be renewed after October of next year.", '2009-10..'],
  ['2012-03-19', 'The elections take place on 9 May.', '2012-05-09'],
  ['2012-03-19', 'The elections will be held on 9 May.', '2012-05-09'],
  ['2012-03-19', 'The elections were held on 9 May.', '2011-05-09'],
  ['2012-03-19', 'He has been in prison since 9 May.', '2011-05-09..'],
  ['2012-03-19', 'He stayed until 30 June.', '..2011-06-30'],
  ['2012-03-19', 'The sale is scheduled for 2 April.', '2012-04-02'],
];

/** Before the year 1000 and before our era. */
export const ERAS: readonly Case[] = [
  ['2015-05-05', 'The city was destroyed in 701 BC.', 'BC0701'],
  ['2015-05-05', 'An earthquake struck on 9 July 551.', '0551-07-09'],
  ['2015-05-05', 'He was stabbed on 15 March 44 BC.', 'BC0044-03-15'],
  ['2015-05-05', 'He was stabbed on March 15, 44 BC.', 'BC0044-03-15'],
  ['2015-05-05', 'The mountain burst on 24 August AD 79.', '0079-08-24'],
  ['2015-05-05', 'In AD 79 the mountain burst.', '0079'],
  ['2015-05-05', 'They moved in 622 CE.', '0622'],
  ['2015-05-05', 'In the year 476 the empire fell.', '0476'],
  ['2015-05-05', 'He ruled from 27 BC to AD 14.', 'BC0027..0014'],
  ['2015-05-05', 'The league (478–404 BC) was led by Athens.', 'BC0478..BC0404'],
  ['2015-05-05', 'The palace burned in the 1200s BC.', 'BC12'],
  ['2015-05-05', 'It was built in the late 5th century BC.', 'BC04'],
  ['2015-05-05', 'It was built between 447 and 432 B.C.', 'BC0447..BC0432'],
  ['2015-05-05', 'In early 44 BC he was named dictator.', 'BC0044'],
  ['2015-05-05', 'He died on 1 March 12345 in the game.', 'XXXX-03-01'],
  ['2015-05-05', 'On 12 June 300 people died.', '2014-06-12'],
  ['2015-05-05', 'In 911 calls he was heard.', ''],
];

/** 1000 to 1899 and from 2060 on. */
export const FAR_YEARS: readonly Case[] = [
  ['2015-05-05', 'The town grew between 1700 and 1800.', '1700..1800'],
  ['2015-05-05', 'It stood before 1870.', '..1870'],
  ['2015-05-05', 'The years 1845 to 1849 were hard.', '1845..1849'],
  [
    '2015-05-05',
    'In 1845 and 1846 the crop failed, as in 1847, 1848 and 1851.',
    '1845; 1846; 1847; 1848; 1851',
  ],
  ['2015-05-05', 'The firm (founded 1742) makes glass.', '1742'],
  ['2015-05-05', 'The 1815 treaty ended it.', '1815'],
  ['2015-05-05', 'John Smith (b. 1870) wrote it.', '1870'],
  ['2015-05-05', 'Mary Smith (1742–1801) wrote it.', '1742..1801'],
  ['2015-05-05', 'The lease runs until 2100.', '..2100'],
  ['2015-05-05', 'The sea will rise by 2080.', '2080'],
  ['2015-05-05', 'On 1 January 2075 it ends.', '2075-01-01'],
  ['2015-05-05', 'The revolutions of 1848 spread.', '1848'],
  ['2015-05-05', 'After 1066 the Normans ruled.', '1066..'],
  ['2015-05-05', 'From 1337 to 1453 they fought.', '1337..1453'],
  ['2015-05-05', 'On 14 October 1066 they met.', '1066-10-14'],
  ['2015-05-05', 'In the spring of 1789 bread was dear.', '1789-SP'],
  ['2015-05-05', 'They shot 1200 deer and 1500 hares.', ''],
  ['2015-05-05', 'The 1500 metres and the 1200 seats', ''],
];

/** A part of a named whole. */
export const WHOLES: readonly Case[] = [
  ['2021-06-16', 'It opened on the first Monday of September 2023.', '2023-09-04'],
  ['2021-06-16', 'It opened on the last Friday of May 2019.', '2019-05-31'],
  ['2021-06-16', 'It opened on the third Thursday in November 2018.', '2018-11-15'],
  ['2021-06-16', 'It opened in the last week of March 2023.', '2023-W13'],
  ['2021-06-16', 'It opened in the first week of June 2020.', '2020-W23'],
  ['2021-06-16', 'It opened on the 3rd of last month.', '2021-05-03'],
  ['2021-06-16', 'It opened on the fourteenth of March 2016.', '2016-03-14'],
  ['2021-06-16', 'It opened on the twenty-first of March 2016.', '2016-03-21'],
  ['2021-06-16', 'It opened on April first 2021.', '2021-04-01'],
  ['2021-06-16', 'It opened in May 2015 and burned in the autumn of the same year.', '2015-05; 2015-FA'],
  ['2021-06-16', 'It spread in the first half of the 20th century.', '19'],
  ['2021-06-16', 'Filed 2014, Feb 17 in court.', '2014-02-17'],
  ['2021-06-16', 'Sales rose in the final quarter of 2009.', '2009-Q4'],
  ['2021-06-16', "Sales rose in last year's third quarter.", '2020-Q3'],
  ['2021-06-16', 'They will meet on Tuesday week.', '2021-06-29'],
  ['2021-06-16', 'They will meet a week on Friday.', '2021-06-25'],
  ['2021-06-16', 'It burned overnight on Sunday.', '2021-06-13'],
  ['2021-06-16', 'On 25 October (7 November) 1917 they rose.', '1917-11-07'],
  ['2021-06-16', 'It rained the day before the 4 July 2013 parade.', '2013-07-03'],
  ['2021-06-16', 'He died two days after 5 March 2011.', '2011-03-07'],
  ['2021-06-16', 'It closed on the last day of 2019.', '2019-12-31'],
  ['2021-06-16', 'It will close in October next year.', '2022-10'],
];

/** Spans and lists. */
export const SPANS: readonly Case[] = [
  ['2017-06-16', 'It ran from December to February 2015.', '2014-12..2015-02'],
  ['2017-06-16', 'It ran from April to June in 2017.', '2017-04..2017-06'],
  ['2017-12-16', 'The show (10/1-11/2/2017) was full.', '2017-10-01..2017-11-02'],
  ['2017-12-16', 'From 1994 to the present he taught.', '1994..'],
  ['2017-12-16', 'Teacher, 1999-present', '1999..'],
  ['2022-12-16', 'On March 3, 4 and 7, 2022 it snowed.', '2022-03-03; 2022-03-04; 2022-03-07'],
  ['2022-12-16', 'On 8, 9 and 10 May 2022 it snowed.', '2022-05-08; 2022-05-09; 2022-05-10'],
  ['2022-12-16', "They won in 2005, '07 and '11.", '2005; 2007; 2011'],
  ['2022-12-16', 'In the 1980s and 90s it was rare.', '198; 199'],
  ['2021-06-16', 'The rule, in force since December 2019, runs until the end of 2021.', '2019-12..2021'],
  ['2021-06-16', 'It ran from 28 December to 3 January 2015.', '2014-12-28..2015-01-03'],
  ['2021-06-16', 'It ran from 3 to 5 May 2011.', '2011-05-03..2011-05-05'],
  ['2021-06-16', 'It ran May 3-5, 2011.', '2011-05-03..2011-05-05'],
  ['2021-06-16', 'It ran between 3 May and 7 June 2011.', '2011-05-03..2011-06-07'],
  ['2021-06-16', 'In March, April and May 2011 it was dry.', '2011-03; 2011-04; 2011-05'],
  ['2021-06-16', 'In the 2010/11 season they won.', '2010..2011'],
];

/** Not until, not before, the worst since. */
export const BOUNDS: readonly Case[] = [
  ['2021-06-16', 'The tunnel will not open until 2031.', '2031'],
  ['2021-06-16', 'The tunnel did not open until 1999.', '1999'],
  ['2021-06-16', "The tunnel won't open until May 2024.", '2024-05'],
  ['2021-06-16', 'The tunnel will not be finished before 2035.', '2035..'],
  ['2021-06-16', 'It was the worst fire since 1910.', '~1910'],
  ['2021-06-16', 'It was the heaviest rain since March 2005.', '~2005-03'],
  ['2021-06-16', 'It has been closed since 2010.', '2010..'],
  ['2021-06-16', 'He ruled until 1804.', '..1804'],
];

/** Figures. */
export const FIGURES: readonly Case[] = [
  ['2021-12-16', 'Signed on 05.03.2021 in Bern.', '2021-03-05'],
  ['2021-12-16', 'Signed 25/3/2021, amended 5/4/2021.', '2021-03-25; 2021-04-05'],
  ['2021-12-16', 'Amended 5/4/2021, signed 3/25/2021.', '2021-05-04; 2021-03-25'],
  ['2021-12-16', 'Signed on 5/4/2021.', '?2021-05-04'],
  [undefined, 'Signed on 5/4/2021.', '?2021-XX-XX'],
  ['2021-12-16', 'Signed on 7/7/2021.', '2021-07-07'],
  ['2021-12-16', 'Signed on 1.2.93.', '1993-02-01'],
  ['2021-12-16', 'Signed on 2018.1.5.', '2018-01-05'],
  ['2025-12-16', 'Signed on 22-05-2025.', '2025-05-22'],
  ['2025-12-16', 'Signed on 2023/7/4.', '2023-07-04'],
  ['2025-12-16', 'Signed 29Mar22.', '2022-03-29'],
  ['2025-12-16', 'Signed 29-Mar-2022.', '2022-03-29'],
  ['2025-12-16', 'Signed on 2023-07-04.', '2023-07-04'],
  ['2025-12-16', 'Version 1.2.93 and section 1.2.14', ''],
];

/** What is no date. */
export const NO_DATES: readonly Case[] = [
  ['2021-06-16', 'See https://example.org/2019/05/12/story and www.example.org/2018.', ''],
  ['2021-06-16', 'See example.org/2019/05/12/story or write to a2019@example.org.', ''],
  ['2021-06-16', 'Sunday Adeyemi scored twice.', ''],
  ['2021-06-16', 'The goal was scored by Sunday Adeyemi.', ''],
  ['2021-06-16', 'Mr. Friday and Mr Monday left.', ''],
  ['2021-06-16', 'The Sunday Times and the Sunday Mirror wrote so.', ''],
  ['2021-06-16', 'A history, pp. 1901-1950, and pages 1920 to 1930', ''],
  ['2021-06-16', 'ISBN 1860-1950', ''],
  ['2021-06-16', 'In case 2011/1987 the court ruled.', ''],
  ['2021-06-16', 'The train left at 1945.', ''],
  ['2021-06-16', 'She paid the driver 2000.', ''],
  ['2021-06-16', 'It was founded in 1445 AH.', ''],
  ['2021-06-16', 'On Sunday Israel attacked.', '2021-06-13'],
  ['2021-06-16', 'He arrived on Friday.', '2021-06-11'],
];

/** Accounts. */
export const ACCOUNTS: readonly Case[] = [
  ['2021-12-16', 'Sales rose in the fiscal year to March 2022.', 'FY2022'],
  ['2021-12-16', 'Sales rose in the year ended 30 June 2021.', 'FY2021'],
  ['2021-12-16', 'Sales rose in Quarter 1 2018.', '2018-Q1'],
  ['2021-12-16', 'Sales rose in 4Q17.', '2017-Q4'],
  ['2021-12-16', 'Sales rose in 1Q 2018.', '2018-Q1'],
  ['2021-12-16', 'Sales rose in Q3 of 2018.', '2018-Q3'],
  ['2021-12-16', 'Sales rose in the 2022/23 financial year.', 'FY2023'],
  ['2021-12-16', 'Sales rose in FY2019.', 'FY2019'],
  ['2021-12-16', 'Sales rose in the second half of 2018.', '2018-H2'],
];

/** Events known by their day. */
export const NAMED: readonly Case[] = [
  ['2013-03-19', 'After the September 11 attacks the law changed.', '2001-09-11..'],
  ['2013-03-19', 'Since 9/11 the law has changed.', '2001-09-11..'],
  ['2024-03-19', 'The October 7 attack began at dawn.', '2023-10-07'],
  ['2013-03-19', 'Shares fell on Black Monday.', '1987-10-19'],
  ['2013-03-19', 'He survived the 26/11 attacks.', '2008-11-26'],
  ['2013-03-19', 'He survived the 11 September attacks.', '2001-09-11'],
  ['2013-03-19', 'He survived the June 17 massacre.', 'XXXX-06-17'],
  ['2013-03-19', 'He survived the March 2 bombing.', '2013-03-02'],
  ['2013-03-19', 'On Black Friday and Bloody Sunday', ''],
];
