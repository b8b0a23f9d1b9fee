import { readFileSync } from 'node:fs';

/**
 * Words that people type for words that are written, and the other way round. Each line stands for one thing; a word may
 * stand in several lines.
 */
const EVERYDAY = `
info information
pic picture photo photograph image
vid video
config configuration configure settings
settings options preferences
shortcut hotkey keybinding
pw pwd password passcode
app application
doc docs document documentation
dev developer
admin administrator
mod moderator
repo repository
spec specification
max maximum
min minimum
temp temperature
prob probability
stats statistics
ad advert advertisement
phone telephone
mobile cellphone smartphone
tv television
fridge refrigerator
lab laboratory
exam examination
uni university
vet veterinarian
bike bicycle
plane aircraft airplane aeroplane
car automobile
film movie
kid kids child children
mom mum mother
dad father
grandma grandmother
grandpa grandfather
hubby husband
boss chief head
cop cops police
doctor physician
lawyer attorney
price cost fee charge
pay payment salary wage
cheap inexpensive
buy purchase acquire acquisition takeover
begin start commence onset
end finish conclude
delete remove erase
quit exit
fix repair mend
allow permit
ban forbid prohibit
need require requirement
help assist
show display
hide conceal
get obtain acquire
pick choose select
big large
biggest largest greatest main
bigger larger greater wider broader
fast speed quick
age old aged
tall height
long length
wide width
deep depth
heavy weight weigh
hot heat temperature
often frequency
folk people population inhabitants residents
nation country state
illness disease sickness
symptom sign
cure treatment treat
medicine drug medication
killed dead death died toll casualties fatalities victims
close near nearby proximity adjacent neighbouring border
broker mediate negotiate sponsor arrange
first earliest initial original
early earliest
protest demonstration rally uprising unrest
truce ceasefire armistice
own owner belong
war conflict fighting
battle clash clashes combat fighting
troops soldiers forces army military
send deploy dispatch
back backer support supporter ally
meet meeting talks conversations
capture control seize conquer occupy recapture retake
hold stronghold
ask call urge request
offer overture proposal
arrest detain imprison jail
refuse reject decline
worsen exacerbate aggravate deteriorate
improve better repair
fear afraid scared worry
hope wish
split division rift
accept agree
kill murder slay
rebel insurgent opposition
government regime administration
company firm business corporation
worker employee staff
leave depart departure
found establish launch
shut close closure
rise increase grow growth
fall drop decrease decline
member membership
unfair fraud fraudulent rigged sham
fake false bogus sham
answer reply respond response
expect predict forecast
reason cause motive
purpose aim goal objective
outcome result
telecom telecommunications communications
relative cousin
america american usa
britain british uk
shop store
site website webpage
job work employment
salary income
house home residence
attack assault raid offensive
song track tune
quit resign
agree agreement deal pact
birthday born
thing item
nickname known called
colour color
favourite favorite
centre center
theatre theater
licence license
programme program
harbour harbor
aluminium aluminum
grey gray
`;

/** Other words for a term, as terms; empty for most. */
export type OtherWords = (term: string) => readonly string[];

const NONE: readonly string[] = [];

/**
 * Reads the words that stand for each other: derivations of one word that the stemmer keeps apart ("marry", "marriage";
 * from WordNet, see derivations.txt), and everyday words with their written ones.
 * @param termOf the term of a word, as the index knows it
 */
export function loadOtherWords(
  termOf: (word: string) => string,
  path: string | URL = new URL('../data/derivations.txt', import.meta.url),
): OtherWords {
  const pairs = readPairs(path);
  for (const line of EVERYDAY.trim().split('\n')) {
    const terms = line.split(' ').map(termOf);
    for (const from of terms) for (const to of terms) pairs.push([from, to]);
  }
  return lookUpIn(pairs);
}

/** Reads the words that mean the same, or of which one is a kind of the other, from WordNet (see synonyms.txt), as terms. */
export function loadSynonyms(
  path: string | URL = new URL('../data/synonyms.txt', import.meta.url),
): OtherWords {
  return lookUpIn(readPairs(path));
}

/** Reads the words that mean the opposite of each other, from WordNet (see opposites.txt), as terms. */
export function loadOpposites(
  path: string | URL = new URL('../data/opposites.txt', import.meta.url),
): OtherWords {
  return lookUpIn(readPairs(path));
}

/** Lines of two terms, each standing for the other. */
function readPairs(path: string | URL): [string, string][] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line): [string, string][] => {
      const [a, b] = line.split(' ');
      return a === undefined || b === undefined
        ? []
        : [
            [a, b],
            [b, a],
          ];
    });
}

function lookUpIn(pairs: readonly (readonly [string, string])[]): OtherWords {
  const others = new Map<string, string[]>();
  for (const [from, to] of pairs) {
    if (from === to) continue;
    const known = others.get(from);
    if (known === undefined) others.set(from, [to]);
    else if (!known.includes(to)) known.push(to);
  }
  return (term) => others.get(term) ?? NONE;
}
