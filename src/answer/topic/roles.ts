/**
 * What somebody did to a work or a thing, and what happened to it when: in which words a question asks for each, and in
 * which a text tells it. "Written by X" does not say who sang, nor "announced on X" when it came out.
 */
const MADE: readonly (readonly [asked: string, told: string])[] = [
  [
    'sing sings sang sung singer singers vocalist perform performs performed record recorded',
    'sung sings sang singer recorded recording performed performs vocals vocal vocalist song single cover covered version track hit rapper duo band released group',
  ],
  [
    'write wrote written writer writes author authored songwriter lyricist',
    'written wrote writes author authored writer co-wrote co-written penned lyrics novel poem play screenplay book story memoir novelist',
  ],
  ['compose composed composer score scored', 'composed composes composer score scored music'],
  ['direct directed director directs', 'directed director directs film'],
  ['produce produced producer', 'produced producer produces'],
  [
    'play plays played portray portrays portrayed actor actress act acted star stars starred cast',
    'played plays portrayed portrays starring stars starred actor actress role cast performed',
  ],
  ['voice voices voiced', 'voiced voice voices'],
  ['paint painted painter', 'painted paints painter painting fresco'],
  ['design designed designer architect', 'designed designs designer architect'],
  ['build built builder', 'built constructed erected'],
  [
    'invent invented inventor create created creator develop developed found founded founder coin coined',
    'invented inventor created creates creator developed founded founder co-founded established coined devised patented conceived',
  ],
  ['discover discovered discoverer', 'discovered discovers discoverer isolated identified'],
  ['own owns owned owner', 'owned owner owns acquired bought subsidiary'],
  ['buy bought buys acquire acquired', 'bought acquired buys acquires purchased purchases'],
  [
    'make makes made manufacture manufactures manufactured',
    'made makes manufactured manufacturer maker produced produces',
  ],
  ['attack attacked bombed invade invaded', 'attacked bombed invaded attacks attacker'],
  ['capture captured capture seized conquered', 'captured seized conquered recaptured took'],
  ['broker brokered mediate mediated sponsor sponsored', 'brokered mediated sponsored negotiated arranged'],
  ['appoint appointed nominate nominated', 'appointed nominated named'],
  ['lead led leader head', 'led leader headed leads commanded commander'],
  ['win won winner', 'won winner champion champions defeated beat wins'],
  ['kill killed murder murdered shot', 'killed kills murdered shot assassinated killer assassin'],
  ['marry married', 'married marries wife husband spouse'],
  ['host hosts hosted presenter', 'hosted hosts host presented presenter'],
  ['narrate narrated narrator', 'narrated narrator narrates'],
];

const HAPPENED: readonly (readonly [asked: string, told: string])[] = [
  [
    'come comes came release released releases premiere premiered premieres air aired airs debut',
    'released release releases premiere premiered premieres debuted debut aired airs broadcast launched published available introduced',
  ],
  ['announce announced', 'announced announcement'],
  ['order ordered renew renewed', 'ordered renewed commissioned'],
  ['film filmed shot shoot', 'filmed filming shot photography'],
  ['write wrote written', 'written wrote'],
  ['record recorded', 'recorded recording'],
  [
    'begin began begins start started starts',
    'began begins begin started starts since broke commenced opened launched founded established erupted',
  ],
  [
    'end ended ends finish finished stop stopped',
    'ended ends end finished concluded ceased stopped closed finale',
  ],
  ['found founded establish established create created', 'founded established formed created incorporated'],
  ['build built construct constructed', 'built constructed construction completed erected'],
  ['open opened', 'opened opens opening inaugurated'],
  ['close closed', 'closed closes closing shut'],
  ['die died death', 'died death dies killed'],
  ['born birth birthday', 'born'],
  ['marry married', 'married wedding'],
  ['win won', 'won wins win champions victory defeated'],
  ['sign signed', 'signed signing'],
  ['adopt adopted ratify ratified pass passed', 'adopted ratified passed enacted approved effect'],
  ['invent invented discover discovered', 'invented patented discovered'],
  ['introduce introduced', 'introduced launched unveiled'],
  ['join joined enter entered', 'joined entered admitted'],
  ['leave left resign resigned retire retired', 'left resigned retired departed'],
  ['abolish abolished', 'abolished abolition outlawed'],
  ['play plays played host held', 'held played hosted'],
  ['launch launched', 'launched launch launches'],
  ['elect elected election', 'elected election voted'],
  ['arrest arrested', 'arrested detained'],
  ['crash crashed sink sank', 'crashed crash sank sunk'],
  ['capture captured fall fell', 'captured fell taken seized recaptured'],
  ['meet met', 'met meeting talks'],
  ['visit visited', 'visited visit arrived'],
];

const PLACED: readonly (readonly [asked: string, told: string])[] = [
  ['film filmed filming shoot shot tape taped', 'filmed filming shot photography taped recorded location'],
  ['set setting', 'set setting takes'],
  ['born birthplace birth', 'born birth native'],
  ['die died buried', 'died buried burial grave'],
  [
    'live lives lived reside found',
    'live lives lived resides inhabit native found habitat endemic distributed',
  ],
  ['grow grown', 'grown grows cultivated native'],
  [
    'located location situated lie lies find',
    'located situated lies found near between north south east west stands based border bordered',
  ],
  ['headquarters headquartered based', 'headquartered headquarters based'],
  ['held host hosted happen happened take took place', 'held hosted took place venue occurred'],
  ['play plays', 'play plays home stadium arena ground'],
  ['fought fight battle', 'fought battle'],
  [
    'come came originate originated origin start started begin began',
    'originated originates origin origins comes derived native started began first founded developed',
  ],
  ['found founded invent invented', 'founded established invented'],
  ['built build made produced', 'built made manufactured produced assembled'],
];

/** Words, in lower case, by which a text tells what is asked, and by which it tells something else of the same sort. */
export interface Role {
  /** Whether it is told of somebody ("by X"), or of when or where it was ("in X"). */
  readonly of: 'maker' | 'event';
  readonly own: ReadonlySet<string>;
  readonly rival: ReadonlySet<string>;
}

/** Finds the role that a question's word, in lower case, asks for; `undefined` when it asks for none. */
export type Roles = Readonly<Record<'made' | 'happened' | 'placed', (word: string) => Role | undefined>>;

/** The roles of the tables above. Words are taken as they stand: "filmed" is no "film". */
export function createRoles(): Roles {
  return {
    made: lookUp(MADE, 'maker'),
    happened: lookUp(HAPPENED, 'event'),
    placed: lookUp(PLACED, 'event'),
  };
}

function lookUp(table: typeof MADE, of: Role['of']): (word: string) => Role | undefined {
  const rows = table.map(([asked, told]) => ({
    asked: new Set(asked.split(' ')),
    told: new Set(told.split(' ')),
  }));
  const everything = new Set(rows.flatMap(({ told }) => [...told]));
  const roles = rows.map(({ asked, told }): readonly [ReadonlySet<string>, Role] => [
    asked,
    { of, own: asked.union(told), rival: everything.difference(told).difference(asked) },
  ]);
  return (word) => roles.find(([asked]) => asked.has(word))?.[1];
}
