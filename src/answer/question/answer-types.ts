/** What kind of thing a question asks for. `thing` says nothing: any words may answer. */
export type AnswerType =
  | 'person'
  | 'organisation'
  | 'place'
  | 'date'
  | 'number'
  | 'money'
  | 'percent'
  | 'duration'
  | 'title'
  | 'reason'
  | 'manner'
  | 'definition'
  | 'truth'
  | 'thing';

/** Kinds that a number, a day or a sum answers. */
export const QUANTITIES: ReadonlySet<AnswerType> = new Set([
  'date',
  'number',
  'money',
  'percent',
  'duration',
]);

/** Kinds that a name answers. */
export const NAMED: ReadonlySet<AnswerType> = new Set(['person', 'place', 'organisation', 'title']);

const list = (words: string): string[] => words.split(/\s+/).filter(Boolean);

const CLASSES: readonly (readonly [AnswerType, readonly string[]])[] = [
  [
    'person',
    list(`person people man woman men women boy girl child actor actress singer musician rapper artist star celebrity
      comedian author writer poet novelist journalist reporter host director filmmaker producer designer politician
      president premier minister chancellor senator congressman congresswoman representative governor mayor lawmaker
      candidate leader king queen prince princess royal monarch pope judge justice lawyer attorney official envoy
      ambassador diplomat spokesperson spokesman spokeswoman commander general admiral soldier officer ceo chief
      executive founder billionaire businessman businesswoman entrepreneur owner chairman boss player footballer
      golfer boxer swimmer gymnast quarterback striker goalkeeper coach manager athlete champion winner nominee
      scientist physicist economist professor astronaut explorer activist philosopher painter dictator adviser
      advisor aide suspect victim gunman killer criminal wife husband father mother son daughter brother sister
      successor predecessor secretary speaker member individual figures personality model rival opponent member
      cousin guarantor mp pm celeb popstar legend contender couple duo republican democrat conservative tory
      socialist detective chef youtuber influencer physician doctor nurse teacher pilot driver hire hitter pitcher
      senator advocate mogul magnate tycoon referee umpire heavyweight revolutionary icon hero veteran guest dancer
      drummer rocker photographer creator investor presenter anchor editor critic composer conductor
      playwright choreographer sculptor architect engineer inventor mathematician chemist bishop archbishop cardinal
      priest imam rabbi saint emperor empress duke duchess earl baron royal sultan emir dissident defector
      whistleblower hacker spy assassin warlord rebel insurgent inmate prisoner hostage survivor witness prosecutor
      sheriff marshal sergeant colonel captain lieutenant major treasurer delegate appointee incumbent
      challenger frontrunner teammate defender midfielder winger sprinter runner swimmer skier skater wrestler
      cricketer bowler racer jockey sibling twin parent uncle aunt nephew niece grandfather grandmother widow fiance
      girlfriend boyfriend spouse heir deputy relative ally backer supporter commissioner master headmaster headmistress dean rector provost abbot warden curator registrar technocrat bureaucrat mastermind pioneer benefactor donor`),
  ],
  [
    'place',
    list(`place country nation state city town village capital province county region district continent island
      river lake mountain ocean sea planet airport stadium venue location destination neighborhood neighbourhood
      territory border street park borough attraction resort bridge road hotel hotspot beach desert peninsula site area
      republic kingdom base battleground home volcano valley canyon forest bay gulf coast strait glacier
      archipelago hill village suburb municipality settlement emirate`),
  ],
  [
    'organisation',
    list(`company firm corporation organization organisation agency department ministry party team club league bank
      airline automaker carmaker retailer brand chain network channel newspaper magazine publisher broadcaster
      university college school church group band militia army court committee commission council union association
      institution institute manufacturer startup business store supermarket restaurant studio platform app website
      service outlet regulator watchdog brewery shop bakery eatery dealership carrier insurer lender label developer
      charity foundation hospital museum alliance bloc faction maker giant tabloid gallery side squad franchise
      boyband orchestra nonprofit ngo conglomerate subsidiary supplier operator bureau authority gang cartel cafe
      cooperative lab laboratory`),
  ],
  ['date', list('year date day month decade century time season quarter era weekday birthday anniversary')],
  [
    'money',
    list(
      'price cost fee fine salary budget revenue profit sum bonus fare wage worth bill ransom pay payment payout donation fortune',
    ),
  ],
  ['percent', list('percentage percent proportion share fraction rate majority minority')],
  ['duration', list('long duration')],
  [
    'number',
    list(`number amount total count age score figure temperature height weight size distance population length width
      depth speed magnitude rainfall snowfall capacity limit maximum minimum average iq toll casualty casualties fatality headcount`),
  ],
  [
    'title',
    list(`movie film show series book novel song album single play musical game video podcast painting magazine
      sitcom drama program programme anthem title sequel memoir biography comedy documentary thriller ballet opera
      episode track ballad poem artwork`),
  ],
  ['reason', list('reason cause motive purpose explanation goal aim objective')],
];

const BY_NOUN: ReadonlyMap<string, AnswerType> = new Map(
  [...CLASSES].reverse().flatMap(([type, nouns]) => nouns.map((noun): [string, AnswerType] => [noun, type])),
);

/** The class of an asked-for noun ("which country" → place), singular or plural; undefined when it is none of ours. */
export function nounClass(noun: string): AnswerType | undefined {
  const word = noun.toLowerCase();
  const singular = [word, word.replace(/s$/, ''), word.replace(/ies$/, 'y'), word.replace(/es$/, '')];
  for (const form of singular) {
    const type = BY_NOUN.get(form);
    if (type !== undefined) return type;
  }
  return PERSONS.test(word) ? 'person' : undefined;
}

/** "Max file size", "the minimum age", "average price": how much of it there is. */
const EXTREME =
  /^(?:what(?:['’]?s| is| are| was| were) )?(?:the |an? )?(?:max(?:imum)?|min(?:imum)?|average|mean)\s/i;

/** What the extreme or the mean of a noun is: a sum of a price, a number of players; undefined when none is asked for. */
export function extremeClass(clause: string, head: string | undefined): AnswerType | undefined {
  if (!EXTREME.test(clause)) return undefined;
  const type = head === undefined ? undefined : nounClass(head);
  return type !== undefined && QUANTITIES.has(type) ? type : 'number';
}

/** "Senator" of "Senator Quill", which is no part of her name; a king is known by his. */
export function isOffice(word: string): boolean {
  return nounClass(word) === 'person' && !PART_OF_NAME.test(word);
}

const PART_OF_NAME =
  /^(?:king|queen|prince|princess|pope|duke|duchess|earl|baron|emir|sultan|emperor|empress|saint|lord|lady)$/i;

/** "philanthropist", "musician", "congresswoman", "superstar"; "waist" is too short for it. */
const PERSONS =
  /^(?!(?:play|short|check|wait|watch)list)\p{L}*\p{L}{4}(?:ists?|icians?|m[ae]n|wom[ae]n|person|persons|people|stars?)$/u;
