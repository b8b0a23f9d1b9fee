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
      socialist detective chef youtuber influencer physician doctor nurse teacher pilot driver hire hitter pitcher`),
  ],
  [
    'place',
    list(`place country nation state city town village capital province county region district continent island
      river lake mountain ocean sea planet airport stadium venue location destination neighborhood neighbourhood
      territory border street park borough attraction resort bridge road hotel hotspot beach desert peninsula site area
      republic kingdom port base battleground home`),
  ],
  [
    'organisation',
    list(`company firm corporation organization organisation agency department ministry party team club league bank
      airline automaker carmaker retailer brand chain network channel newspaper magazine publisher broadcaster
      university college school church group band militia army court committee commission council union association
      institution institute manufacturer startup business store supermarket restaurant studio platform app website
      service outlet regulator watchdog brewery shop bakery eatery dealership carrier insurer lender label developer
      charity foundation hospital museum alliance bloc faction maker giant`),
  ],
  ['date', list('year date day month decade century time season quarter era weekday birthday anniversary')],
  ['money', list('price cost fee fine salary budget revenue profit sum bonus fare wage worth bill ransom')],
  ['percent', list('percentage percent proportion share fraction rate')],
  ['duration', list('long duration')],
  [
    'number',
    list('number amount total count age score figure temperature height weight size distance population'),
  ],
  [
    'title',
    list(`movie film show series book novel song album single play musical game video podcast painting magazine
      sitcom drama program programme anthem title`),
  ],
  ['reason', list('reason cause motive purpose explanation')],
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
  return undefined;
}
