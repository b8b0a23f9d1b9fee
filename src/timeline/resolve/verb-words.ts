/** Word lists that tell past and future by the form of a verb. */
export const FUTURE = words(
  'will ll shall wo gonna upcoming scheduled slated due expected expects expect plans planned plan planning intends intend set going hopes hope aims aim forthcoming payable effective',
);
/** With a verb after them these tell what is to come: "should be completed", "would meet". */
export const MODAL = words('would should could may might must can cannot ought need');
/** Present forms of what is fixed in advance: "the treaty expires in June". */
export const FIXED = words(
  'expires expire begins starts opens ends closes resumes resume returns lapses matures launches premieres airs kicks departs arrives reopens concludes commences runs meets votes goes comes falls takes moves joins retires hosts',
);
/** The same of several. */
export const FIXED_PLURAL = words(
  'expire lapse begin start open end close resume reopen launch premiere depart arrive run meet vote go return',
);
/** "takes place" and the like are fixed in advance only with what follows them. */
export const FIXED_WITH: ReadonlyMap<string, string> = new Map(
  Object.entries<string>({
    take: 'place effect office',
    takes: 'place effect office over',
    goes: 'to on into live ahead',
    comes: 'into out',
    falls: 'on due',
    runs: 'until till to through from out',
    returns: 'to on in for',
    meets: 'on in',
    votes: 'on in',
  }),
);
export const PAST = words(
  'was were had did been said told took came went won made began held met left hit found got saw gave sent struck broke shot lost led kept rose fell flew grew knew became wrote spoke ran sold bought brought caught fought taught thought felt built spent stood understood put let cut quit beat bore bound chose dealt drew drove ate forbade forgot forgave froze hid heard hung laid lay lit meant paid rang read rid rode sang sank sat sought sewed shook shrank slept slid spun spread stole stuck swore swept swam swung threw woke wore withdrew overthrew burst arose shone dug bent blew bit bled bred crept dreamt fled hurt knelt lent proved split sprang tore wept wound died has have',
);
/** Words in -ed that are no verb in the past. */
export const NOT_PAST = words(
  'need indeed speed feed seed united hundred sacred wed bed red breed exceed proceed succeed',
);
/** After these, "to" and a verb mean the future: "is to meet", "are to be held", "agreed to meet". */
export const BE = words('is are be was were');
export const INTENT = words(
  'agreed vowed promised planned pledged decided wanted wants ordered told urged called invited required asked likely ready about plan plans proposed voted hoped threatened offered sworn committed summoned preparing prepares prepare time date deadline deal set due has have need needs expected scheduled supposed',
);
/** What is put off, closed or extended lasts until a day after it was told. */
export const TIED = words(
  'postponed delayed adjourned deferred pushed extended suspended closed shut remanded banned barred jailed rescheduled prolonged moved halted cancelled grounded put brought forward renewed valid remain remains stay stays',
);
/** Present forms that say neither. */
export const PRESENT = words('is are am do does says say');
/** What is left of "couldn't", "won't" before the apostrophe. */
export const CONTRACTED = words('couldn didn wasn weren hasn haven hadn won wouldn shouldn');
/** After these a word in -ed belongs to the noun that follows: "9 million preferred shares". */
export const ATTRIBUTE = words('the art of in for measured count n12 n31 n99 n3 figure');
export const NOUNS = words('word measured counted date period time');
export const PRONOUNS = words('his her their its him them me us you my our your it this that these those');
/** What was planned may have come to nothing, and lies anywhere. */
export const ONCE = words('was were been had originally initially');

/** What lies ahead when it is spoken of before its day. */
export const COMING = words(
  'election elections vote votes referendum summit meeting talks game match final hearing debate session deadline ceremony funeral launch trip visit',
);
/** What a day is set for. */
export const DEADLINES = words('deadline return election elections summit vote referendum');

/** All but the words in -ed that tell anything of the time of their clause, with the mark of an infinitive. */
export const TELLING: ReadonlySet<string> = new Set(
  [FUTURE, MODAL, FIXED, FIXED_PLURAL, [...FIXED_WITH.keys()], PAST, PRESENT, CONTRACTED, ['to']].flatMap(
    (list) => [...list],
  ),
);

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
