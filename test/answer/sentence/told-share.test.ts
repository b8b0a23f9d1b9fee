import { describe, expect, test } from 'vitest';
import { toldShare, toldShares } from '../../../src/answer/sentence/told-share.ts';
import { read, readOne } from '../reading.ts';

const told = (question: string, sentence: string, ...others: readonly string[]) => {
  const { topic, candidate } = readOne(question, sentence, ...others);
  return toldShare(candidate, topic);
};

const ALL = { predicates: 1, names: 1, hasKind: true };

describe('a sentence that tells all that is asked', () => {
  test.each([
    ['in the same words', 'who mended the looms of Osterby', 'Bo Vane mended the looms of Osterby.'],
    ['in other words', 'who erased the photo', 'Bo Vane removed the pic.'],
    ['as the relation is told', 'who won the Osterby Cup', 'Vellmark beat Dorsa in the Osterby Cup.'],
    ['what somebody left', 'how much money did Quill leave', 'The legacy of Quill was £240,000.'],
    ['what somebody is against', 'who was against the pier', 'The weavers opposed the pier.'],
    ['with the asked-for kind', 'how many looms does Osterby have', 'Osterby has 40 looms.'],
    ['with the name spelt out', 'did the OFA meet in Dorsa', 'The Osterby Fishers Association met in Dorsa.'],
    ['with the kind in place of its noun', 'which company owns the pier', 'The Swift Company owns the pier.'],
    ['where something lies', 'where is Vellmark', 'They sailed to Vellmark, in Veltia.'],
    ['in a word that means the same', 'who detained the weavers', 'Bo Vane jailed the weavers.'],
    ['whoever says so', 'who burnt the looms, said the source', 'Bo Vane burnt the looms.'],
    ['within a phrase', 'what has the guard burnt so far', 'The guard burnt the looms.'],
    ['by what somebody refused', 'what did the guard boycott', 'The guard refused the looms.'],
    ['as a change', 'who wants a new mayor', 'Vane wants to change the mayor.'],
    ['what happened at a talk', 'when did Vane and Quill talk', 'Vane and Quill had conversations in 1842.'],
    ['by a verb with its particle', 'when did the talks pay off', 'The talks succeeded in 1842.'],
    ['by its opposite, where it is asked whether', 'is the mayor popular', 'The mayor is unpopular.'],
    ['what somebody thinks', 'what does Vane think about the looms', 'Vane said the looms are old.'],
    ['by a body of the kind', 'which media outlet told of the pier', 'The Osterby Channel told of the pier.'],
    ['with the thing that a number counts', 'when did season 3 begin', 'The third season began in 1842.'],
    ['in a title with a stop word', 'who wove Ada and the Looms', 'Vane wove Ada and the Looms.'],
    [
      'with the name spelt out before an office',
      'did the OFA meet',
      'The Osterby Fishers Association Chair met.',
    ],
    [
      'by a verb that takes its sense from its particle',
      'when did the film come out',
      'The film premiered in 1942.',
    ],
    ['what something is called', 'what is the name of the ferry', 'The ferry “Swift” sank.'],
  ])('%s: %s', (_, question, sentence) => {
    expect(told(question, sentence)).toEqual(ALL);
  });
});

describe('a sentence that does not', () => {
  test.each([
    ['another thing happened', 'who burnt the looms of Osterby', 'Bo Vane mended the looms of Osterby.'],
    ['a relative of another kind', 'is Vane married', 'Vane is a cousin of Quill.'],
    ['the quantity is of something else', 'what is the revenue of Vane', 'Vane got 40 looms in 1842.'],
    ['they are for it', 'who voted against the pier', 'The council voted to open the pier.'],
    ['somebody did something else with it', 'who wrote the song', 'The song was directed by Vane.'],
    ['nobody won', 'who won the war', 'Vellmark wants the war to end.'],
    ['a common word means the same now and then', 'where did Vane study', 'The looms of Vane work.'],
    [
      'the verb means something else',
      'who leads the guard',
      'The quarrel could lead to a guard at the gate.',
    ],
  ])('%s: %s', (_, question, sentence) => {
    expect(told(question, sentence, 'The looms burnt. Vellmark won.').predicates).toBeLessThan(1);
  });

  test('a word of like meaning tells a part', () => {
    const { predicates } = told('who mended the bridge', 'Bo Vane mended the road.');
    expect(predicates).toBeGreaterThan(told('who mended the bridge', 'Bo Vane mended the cake.').predicates);
    expect(predicates).toBeLessThan(1);
  });

  test('another people has what is asked for', () => {
    const sentence = 'Swedish forces burnt the looms of Turkey.';
    expect(told('who did the Turkish soldiers burn', sentence).names).toBeLessThan(1);
    expect(told('who did the Swedish soldiers burn', sentence).names).toBe(1);
  });

  test('others are counted', () => {
    expect(
      told('how many weavers drowned', 'The storm drowned 40 people.', 'The weavers left.').predicates,
    ).toBeLessThan(1);
  });

  test('the name stands in the sentence before, and a pronoun here', () => {
    const { topic, candidates } = read('when did Ada Quill leave', [
      'Ada Quill wove rugs. She left in 1842.',
    ]);
    const found = candidates.find(({ view }) => view.text.startsWith('She'));
    const { names } = found === undefined ? { names: 0 } : toldShare(found, topic);
    expect(names).toBeGreaterThan(0.5);
    expect(names).toBeLessThan(1);
  });

  test.each([
    ['It rises forty metres.', 1],
    ['This rises forty metres.', 1],
    ['The lamp then rises forty metres.', 1],
    ['Rain fell for 40 days.', 0],
    ['It was there in 1842.', 0],
  ])('the thing stands in the sentence before, and a pronoun here: %s', (sentence, expected) => {
    const { topic, candidates } = read('how high is the lighthouse', [`The lighthouse is old. ${sentence}`]);
    const found = candidates.find(({ view }) => view.text === sentence);
    expect(found === undefined ? undefined : toldShare(found, topic).predicates).toBe(expected);
  });

  test.each([
    ['what did Moscow offer', 'Russia offered a truce.', 'from its seat'],
    ['what did Russia offer', 'Moscow offered a truce.', 'by its seat'],
    ['what did the Kremlin offer', 'Russia offered a truce.', 'by its palace'],
    ['what did the Russians offer', 'Moscow offered a truce.', 'by its people'],
  ])('%s / %s: a government is named %s', (question, sentence) => {
    const others = ['Weavers of Moscow and the Kremlin.', 'They saw Russia.', 'To Moscow.'];
    expect(told(question, sentence, ...others).names).toBeGreaterThanOrEqual(0.8);
  });

  test('what lies in a town is not its government', () => {
    const others = ['Weavers of Moscow.', 'They saw Russia and Moscow.'];
    expect(told('which bells rang in Moscow', 'The bells of Russia rang.', ...others).names).toBe(0);
  });

  test('another name', () => {
    const text = 'The guard of Dorsa left in 1842.';
    expect(told('when did the guard of Osterby leave', text, 'Osterby is a town.').names).toBe(0);
  });

  test.each([
    ['no number', 'how many looms does Osterby have', 'Osterby has looms.'],
    ['no end', 'when did the siege end', 'The siege went on since 1842.'],
    ['no place', 'where is Vellmark', 'They sailed to Vellmark.'],
    ['no name', 'what is the name of the ferry', 'They took the ferry to Vellmark.'],
  ])('%s: %s', (_, question, sentence) => {
    expect(told(question, sentence).hasKind).toBe(false);
  });
});

test.each([
  ['one of three', 'who mended the looms', ['Bo mended the looms.', 'Bo saw looms.', 'Mending is hard.'], 1],
  ['two that tell the same', 'who mended the looms', ['Bo mended the looms.', 'Ida mended the looms.'], 0],
  ['none', 'who burnt the looms', ['Bo mended the looms.', 'Ida mended the looms.'], 0],
  ['one in other words only', 'who erased the photo', ['Bo removed the pic.', 'Ida left.'], 0],
])('%s: tells all alone', (_, question, sentences, expected) => {
  const { topic, candidates } = read(question, sentences);
  expect(toldShares(candidates, topic).filter(({ isAlone }) => isAlone)).toHaveLength(expected);
});
