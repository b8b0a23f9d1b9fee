import type { Word } from '../../text/terms.ts';

/**
 * Verbs that mean something else with the word behind them, and by which words texts tell that. The verb may have
 * other words between it and its particle ("took the town back").
 */
const PHRASAL = `
pay paid + off: succeed succeeded success successful worked progress fruit paid
work worked + out: succeed succeeded success successful failed fail
step stepped + in: intervene intervened intervention deployed entered mediated
take took taken + back: recapture recaptured retake retook captured regained reclaimed liberated
take took taken + over: seized seize captured acquired bought takeover succeeded replaced control
take took taken + down: removed remove destroyed shot demolished deleted
win won get got + back: recaptured regained reclaimed returned recovered captured
fall fell fallen + out: differences rift quarrel dispute disagreement tensions row split
rise rose risen + up: protest protests protested uprising revolt rebelled rebellion revolted demonstrations
break broke broken + out: erupted erupt began started outbreak flared
break broke broken + up: split separated separation divorced dissolved disbanded parted
break broke broken + down: collapsed failed stalled
set + up: founded established founded created launched formed started
set + off: triggered caused detonated began departed
call called + off: cancelled canceled cancel suspended scrapped
put + off: postponed delayed postpone delay
put + out: extinguished released issued
turn turned + down: rejected refused declined reject refuse
turn turned + out: attended turnout participated voted
carry carried + out: conducted committed performed executed perpetrated
find found + out: discovered discover learned learnt revealed
go went gone + up: rose risen increased rise increase grew climbed
go went gone + down: fell fallen dropped declined decreased sank
give gave given + up: surrendered surrender abandoned resigned quit conceded
shut + down: closed close closure ceased suspended
blow blew blown + up: exploded explode explosion destroyed bombed blast
bring brought + down: toppled overthrew overthrown ousted reduced
pull pulled + out: withdrew withdraw withdrawn withdrawal left
pull pulled + off: succeeded achieved accomplished
look looked + into: investigated investigate investigating probe inquiry examined
look looked + for: seek seeks sought seeking search searching searched
kick kicked + out: expelled ousted banned removed evicted dismissed
throw threw thrown + out: expelled ousted dismissed rejected
team teamed + up: cooperate cooperated cooperation joined collaborated partnered alliance coordinate
get + along: relations ties cooperate friendly
get + anywhere: progress succeed succeeded success advanced
get got + married: married marry wedding wed
lay laid + off: layoffs dismissed fired redundancies
let + go: released freed dismissed fired
hand handed + over: surrendered gave extradited transferred delivered
cut + off: severed suspended ended stopped isolated
cut + down: reduced reduce decreased felled
use used + up: exhausted consumed depleted
own owned + up: admitted confessed
come came comes + out: released premiered premiere debuted published launched aired appeared issued
make made + of: made consists consist composed contains comprises material from
make made + up: consists comprises composed constitute reconciled invented
sort sorted + out: resolved solved settled fixed
speak spoke + out: criticized criticised condemned denounced
stand stood + down: resigned resign stepped
step stepped + down: resigned resign resignation quit abdicated
back backed + down: withdrew conceded yielded
join joined + up: enlisted enrolled joined
hook hooked + up: connected connect linked
throw threw + away: discard discarded delete dispose
grow grew + up: raised childhood born
bring brought + up: raised mentioned
pass passed + away: died dies dead death
`;

/** In how many words behind a verb its particle stands. */
const REACH = 4;

/** For each verb of a question, as a term, that a particle gives another meaning: the terms by which texts tell it. */
export type PhrasalVerbs = (
  words: readonly Word[],
  text: string,
) => ReadonlyMap<string, { readonly told: ReadonlySet<string>; readonly particle: string }>;

/** @param termOf the term of a word, as the index knows it */
export function createPhrasalVerbs(termOf: (word: string) => string): PhrasalVerbs {
  const particles = new Map<string, Map<string, Set<string>>>();
  for (const line of PHRASAL.trim().split('\n')) {
    const [asked = '', told = ''] = line.split(': ');
    const [verbs = '', particle = ''] = asked.split(' + ');
    for (const verb of verbs.split(' ')) {
      const key = termOf(verb);
      const known = particles.get(key) ?? new Map<string, Set<string>>();
      particles.set(key, known);
      const words = known.get(particle) ?? new Set<string>();
      known.set(particle, words);
      for (const word of told.split(' ')) words.add(termOf(word));
    }
  }
  return (words, text) => {
    const found = new Map<string, { told: ReadonlySet<string>; particle: string }>();
    for (const [at, { term }] of words.entries()) {
      const known = particles.get(term);
      if (known === undefined) continue;
      for (const next of words.slice(at + 1, at + 1 + REACH)) {
        const told = known.get(text.slice(next.start, next.end).toLowerCase());
        if (told === undefined) continue;
        found.set(term, { told, particle: next.term });
        break;
      }
    }
    return found;
  };
}
