/** How the first verb of a sentence that tells anything stands: in the past, in the present, or nowhere. */
export type FirstVerb = 'past' | 'present' | 'none';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Past forms that do not end in -ed, and forms of "have" and "be" that make a past. */
const PAST = words(
  'was were had did said told took went came won made began held met left hit found got saw gave sent struck broke shot lost led kept rose fell flew grew knew became wrote spoke ran sold bought brought caught fought taught thought felt built spent stood understood put cut quit beat bore bound chose dealt drew drove ate forbade forgot forgave froze hid heard hung laid lay lit meant paid rang read rode sang sank sat sought shook shrank slept slid spun stole stuck swore swept swam swung threw woke wore withdrew overthrew fled bled burst set hurt dug blew tore sued has have',
);
/** Words in -ed that are no verb. */
const NOT_PAST = words(
  'need indeed speed feed seed united hundred sacred wed bed red breed exceed proceed succeed',
);
const PRESENT = words('is are will would can could may might should must says say does do');
/** What people in pictures do; with -s for one of them. */
const POSES =
  'walk stand sit pose look hold carry help work celebrate wave attend speak talk watch gather arrive leave greet hug kiss react appear embrace take order rescue inspect try evacuate lie line wait mourn perform shake smile march protest ride rest receive light place lay pay point run drive listen cheer play raise kick score warm train practice compete lift throw hit return serve visit stop burn fly float clean clear cross board carry check comfort console demonstrate enter escort exit flee follow gesture guard hang head join jump kneel lead load make meet observe participate pass patrol pick prepare present pull push reach reads remove rally rise salute search see shelter shout show sign sing sleep step survey swim tend use vote wear weep worship address answer applaud arrange battle bow build collect cook cool cover crowd dance deliver depart descend dig display distribute drink eat escape examine exercise face fall feed fight fill fire fish gaze give go grieve hand hoist hug huddle hurry illuminate interact kneel laugh lean leap light line loom move offer open pack paint park pet pile play plead point pour pray protect queue record relax release remain repair ring roll scream seek sell set share shine shop shovel slide smoke soar spray spread stage stare stroll struggle surround sweep swing touch tour tow transport travel tries turn unload wade wash welcome';
const POSING: ReadonlySet<string> = new Set(
  POSES.split(' ').flatMap((verb) => {
    const stem = verb.replace(/y$/, (end) => (/[aeou]y$/.test(verb) ? end : 'i'));
    return [verb, /(?:s|sh|ch|x|z|o|i)$/.test(stem) ? `${stem}es` : `${stem}s`];
  }),
);

/** Behind these "work", "protest" and "visit" are nouns: "the work", "in protest", "his visit". */
const BEFORE_NOUN = words(
  'the a an his her its their my our your this that these those no some any each every another of in on at for by with from under after before during without into',
);

const WORD = /\p{L}[\p{L}\p{M}’']*/gu;

/** The first verb of a text, by lists instead of tagging: news and captions write plainly. */
export function firstVerb(text: string): FirstVerb {
  let previous: string | undefined;
  // Not matchAll: it copies the expression on every call.
  WORD.lastIndex = 0;
  for (let match = WORD.exec(text); match !== null; match = WORD.exec(text)) {
    const [raw] = match;
    const first = previous === undefined;
    const isNoun = previous !== undefined && BEFORE_NOUN.has(previous);
    const word = raw.toLowerCase();
    previous = word;
    if (PAST.has(word) || (word.length > 3 && word.endsWith('ed') && !NOT_PAST.has(word))) return 'past';
    if (PRESENT.has(word)) return 'present';
    // "March", "Walk Free": a capital letter inside a sentence makes it a name.
    if (!first && !isNoun && raw === word && POSING.has(word)) return 'present';
  }
  return 'none';
}
