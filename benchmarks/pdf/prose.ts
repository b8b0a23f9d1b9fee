/** Known text of our own: every sentence is made here, so that what a reader finds can be compared word by word. */

/** Numbers in [0, 1) that are the same on every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const WHO = [
  'the harbour master of Port Wenn', 'Captain Osric Vane', 'Hedda Rook', 'the coast guard', 'a surveyor from Lund',
  'the committee for buoys and lights', 'an old pilot called Tam Ferrier', 'the insurers', 'the keeper on Vensholm',
  'the crew of the Marigold', 'a schoolteacher from the upper town', 'the owners of the line',
]; // biome-ignore format: a table
const DID = [
  'wrote to', 'waited for', 'argued with', 'had never understood', 'sent a well-meant letter to', 'was fond of',
  'gave 340 crowns to', 'asked a question of', 'left the charts with', 'kept a half-forgotten promise to',
]; // biome-ignore format: a table
const WHERE = [
  'on the north quay', 'below the lighthouse', 'in the office above the fish market', 'at the inquiry', 'during the winter of 1994',
  'in the first week of February', 'before the ice had gone', 'along forty kilometres of coast', 'between the two breakwaters',
]; // biome-ignore format: a table
const AND = [
  'although nobody had measured the difference between the two figures',
  'because the administration of the waterways depended on it',
  'and the correspondence, which filled eleven boxes, was afterwards transferred to the municipal archive',
  'while the responsibility for maintenance remained undetermined',
  'so that 4,100 passengers had to be told of the cancellation individually',
  'and “nothing of the kind” was the only explanation that the newspapers received',
  'which the representatives of the neighbouring communities considered insufficient',
  'even though the instruments (a barometer and two clocks) had been recalibrated twice',
  'as the regulations of 1987 require for vessels of more than 300 tons',
]; // biome-ignore format: a table
const SHORT = [
  'Nobody answered',
  'The tide turned',
  'It cost 3.2 million crowns',
  'Then the light failed',
  'The register is silent here',
  'No boat was lost',
];

export interface Prose {
  /** A sentence that no other call gives: each carries a number of its own. */
  readonly sentence: () => string;
  readonly paragraph: (sentences: number) => string[];
  readonly words: (count: number) => string;
}

export function prose(seed: number): Prose {
  const random = seeded(seed);
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  let made = 0;
  const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);
  const sentence = (): string => {
    made++;
    const roll = random();
    if (roll < 0.12) return `${pick(SHORT)} on day ${made}.`;
    const first = `${capital(pick(WHO))} ${pick(DID)} ${pick(WHO)} ${pick(WHERE)}`;
    if (roll < 0.35) return `${first}, entry ${made}.`;
    if (roll < 0.45) return `“${first},” said ${pick(WHO)} on page ${made}.`;
    if (roll < 0.5) return `Who knew in case ${made} that ${pick(WHO)} ${pick(DID)} ${pick(WHO)}?`;
    return `${first}, ${pick(AND)} (number ${made}).`;
  };
  return {
    sentence,
    paragraph: (sentences) => Array.from({ length: sentences }, sentence),
    words: (count) => Array.from({ length: count }, () => pick(WHERE).split(' ').at(-1) ?? '').join(' '),
  };
}
