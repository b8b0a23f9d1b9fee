import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Snapshot } from '../../src/library/index.ts';
import { type Library, openLibrary } from '../../src/library/index.ts';
import { sentenceEnds, tools } from '../language.ts';

/* The other half of the table in sample-corpus.test.ts: what the two articles do not answer. */
let library: Library;
let snapshot: Snapshot;
beforeAll(async () => {
  library = await openLibrary(
    { corpus: fileURLToPath(new URL('../../corpus', import.meta.url)) },
    tools,
    sentenceEnds,
  );
  snapshot = library.current();
});
afterAll(() => library.close());

describe('questions that the articles do not answer', () => {
  // Facts of the world
  test.each([
    'What is the capital of France?',
    'how tall is Mount Everest',
    'why is the sky blue',
    'who painted the Mona Lisa',
    'what is the population of China',
    'when did World War II end',
    'who won the world cup',
    'who won the 2018 world cup',
    'what is 2 + 2',
    'what is the weather today',
  ])('%s', (question) => {
    expect(snapshot.ask(question, { top: 3 }).kind).toBe('no-answer');
  });

  // Other people and places
  test.each([
    'who is the president of Lebanon',
    'who is the president of France?',
    'who is the king of Jordan',
    'who is the president of the us',
    'who is the mayor of idlib',
    'who is the governor of daraa',
    "who is putin's wife",
    "who is makhlouf's father",
    'who leads isis',
    'who leads the rebels in daraa',
    'who met the envoy in washington',
    'what is the name of the envoy that assad sent',
    'who won the war',
    'who owns syria tv',
    'who was president of syria before assad',
    'how many americans died in syria',
    'who owns middle east eye',
    'who is Taylor Swift',
    'who is James Bond',
    'where is Paris',
    'how many people live in Paris',
    'who was president of syria in 2000',
    'what is the name of assad’s envoy',
    'what is the population of syria',
    'how many russian soldiers died in syria',
    'who is the un envoy for syria',
    'who is the head of syria tv',
    'what did israel say about the fighting',
  ])('%s', (question) => {
    expect(snapshot.ask(question, { top: 3 }).kind).toBe('no-answer');
  });

  // Words of the articles in another sense
  test.each([
    'what is the meaning of life',
    'what year was the Constitution of the United States signed',
    'when was Facebook founded',
  ])('%s', (question) => {
    expect(snapshot.ask(question, { top: 3 }).kind).toBe('no-answer');
  });

  // Small talk
  test.each([
    'hello',
    'Hi there, how are you?',
    'thank you for your help!',
    'who are you',
    'what can you do?',
    'tell me a joke',
  ])('%s', (question) => {
    expect(snapshot.ask(question, { top: 3 }).kind).toBe('no-answer');
  });

  // No question
  test.each([
    'asdf qwer zxcv',
    'jkhsdfkjhsdkfjh',
    'bread',
    'the',
    '???',
    '🎉🎉🎉',
    '@everyone',
    'https://example.com/a?b=c',
    "'; DROP TABLE articles; --",
    'Lorem ipsum dolor sit amet, consectetur adipiscing elit',
  ])('%s', (question) => {
    expect(snapshot.ask(question, { top: 3 }).kind).toBe('no-answer');
  });

  // Other scripts
  test.each([
    'من هو رامي الشاعر',
    'кто такой Рами аль-Шаер',
    '当局はなぜ特使を派遣したのですか',
  ])('%s', (question) => {
    expect(snapshot.ask(question, { top: 3 }).kind).toBe('no-answer');
  });

  test.each([
    ['words', 'word '.repeat(1200)],
    ['one word', 'x'.repeat(6000)],
    ['emoji', '🎉'.repeat(3000)],
  ])('6,000 characters of %s', (_, question) => {
    expect(snapshot.ask(question, { top: 3 }).kind).toBe('no-answer');
  });

  // The articles have the names, not the facts. A reader would rather hear "no answer" than read a guess.
  const NEAR = [
    "who is Vladimir Putin's wife",
    'when did Makhlouf die',
    'how old is Rami Makhlouf',
    'when was Rami Al-Shaer born',
    'where was James Jeffrey born',
    'who did Jeffrey marry',
    'how tall is Vladimir Putin',
    'where does Rami Makhlouf live',
    "what is Syriatel's revenue",
    'how many employees does Syriatel have',
    'when was Syriatel founded',
    'how many soldiers did Russia deploy in Syria',
    'what is the population of Idlib',
    'who is the mayor of Daraa',
    'which bank does Makhlouf own',
    'how long is the video of Makhlouf',
    'when is the next election',
    'who voted against resolution 2254',
    'where is the ministry',
    'who killed Rami Makhlouf',
    'who is the foreign minister of Turkey',
    'who is the president of Iran',
    'when was resolution 2254 adopted',
    'how many states voted for resolution 2254',
    'who founded Middle East Eye',
    'how long did the Sochi conversations last',
    'who chairs the constitution review committee',
    'how many members does the constitutional committee have',
    'what is the capital of Iran',
    'when did Pompeo resign',
    'what did Erdogan say about Idlib',
    'when did the US bomb Damascus',
    'did Makhlouf go to prison',
    'how much did the war cost',
    'when did Turkey join NATO',
  ];
  test(`of ${NEAR.length} near ones at least 70 % are refused`, () => {
    const answered = NEAR.filter((question) => snapshot.ask(question, { top: 1 }).kind === 'answer');
    expect(answered.length, `answered: ${answered.join(' · ')}`).toBeLessThanOrEqual(0.3 * NEAR.length);
  });
});
