import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  analyseQuestion,
  type Question,
  type QuestionWord,
} from '../../../src/answer/question/analyse-question.ts';
import type { AnswerType } from '../../../src/answer/question/answer-types.ts';
import { tools } from '../stage.ts';

const analyse = (text: string): Question => analyseQuestion(text, tools);
const term = (word: string): string => tools.reader.term(word);

describe('what is asked, and for what kind of thing', () => {
  test.each<[string, QuestionWord, AnswerType]>([
    ['Who won the vote?', 'who', 'person'],
    ['Whom did Pompeo meet?', 'who', 'person'],
    ['Whose company is Syriatel?', 'who', 'person'],
    ['who won best picture', 'who', 'title'],
    ['who won the prize for best new song', 'who', 'title'],
    ['who won best actor', 'who', 'person'],
    ['who is Rami Al-Shaer', 'who', 'definition'],
    ['Who are the Astana guarantors?', 'who', 'definition'],
    ['Who was the first president of Syria?', 'who', 'person'],
    ['what is Syriatel', 'what', 'definition'],
    ["What's Syria TV?", 'what', 'definition'],
    ['When was Daraa captured?', 'when', 'date'],
    ['In which year was Daraa captured?', 'which', 'date'],
    ['what year did the war begin', 'what', 'date'],
    ['What month did the fighting start in?', 'what', 'date'],
    ['Where did Pompeo and Putin meet?', 'where', 'place'],
    ['Which country supports Iran?', 'which', 'place'],
    ['What city was captured?', 'what', 'place'],
    ['Which company did Makhlouf own?', 'which', 'organisation'],
    ['What website quoted the source?', 'what', 'organisation'],
    ['What share of the vote did Assad get?', 'what', 'percent'],
    ['what percentage of Syrians want change', 'what', 'percent'],
    ['How many people has the conflict killed?', 'how', 'number'],
    ['How old is the bridge?', 'how', 'number'],
    ['How long did the siege last?', 'how', 'duration'],
    ['How much did the repairs cost?', 'how', 'money'],
    ['How did they recapture Idlib?', 'how', 'manner'],
    ['Why did the regime send an envoy?', 'why', 'reason'],
    ['What is the reason for the fighting?', 'what', 'reason'],
    ['Did Assad send an envoy?', 'yes-no', 'truth'],
    ['Is Daraa close to Israel?', 'yes-no', 'truth'],
    ['Which film won the award?', 'which', 'title'],
    ['What was the amount that they agreed to pay?', 'what', 'money'],
    ['What was the total amount of rain?', 'what', 'number'],
    ['What does resolution 2254 call for?', 'what', 'thing'],
    ['This former minister resigned in March.', 'none', 'person'],
    ['This superstar sang in the hall where she first performed:', 'none', 'person'],
    ['ceasefire in Daraa', 'none', 'thing'],
    ['percent who want change', 'who', 'percent'],
    ['who is pressing Quill', 'who', 'person'],
    ['goal of the harbour guard', 'none', 'reason'],
    ['population of Osterby', 'none', 'number'],
    ['max size of a boat', 'none', 'number'],
    ['whats the max crew', 'what', 'number'],
    ['max players per boat', 'none', 'number'],
    ['average price of a boat', 'none', 'money'],
    ["what's the minimum age", 'what', 'number'],
    ['boat size limit', 'none', 'number'],
    ['death toll of the storm', 'none', 'number'],
    ['harbour bridge opening date', 'none', 'date'],
    ['capital of Veltia', 'none', 'place'],
    ['', 'none', 'thing'],
  ])('%s → %s, %s', (text, asks, type) => {
    expect(analyse(text)).toMatchObject({ asks, type });
  });

  test('the share of something is no sum of money', () => {
    expect(analyse('How much of the vote did Assad get?').type).not.toBe('money');
  });

  test.each<[string, QuestionWord]>([
    ['When Daraa fell in 2018, how many people fled?', 'how'],
    ['The vote was a sham. Who won it?', 'who'],
    ['Daraa fell in 2018. Why?', 'why'],
    ['She was found after a search during which officers received how many reports?', 'how'],
    ['The talks were held in which city?', 'which'],
  ])('the clause that asks decides: %s → %s', (text, asks) => {
    expect(analyse(text).asks).toBe(asks);
  });

  test.each([
    ['WHO IS RAMI MAKHLOUF', 'who is Rami Makhlouf?'],
    ['when was daraa captured', 'When was Daraa captured?!'],
    ["who's James Jeffrey", 'Who is James Jeffrey?'],
  ])('case and marks change nothing: %s = %s', (left, right) => {
    const { asks, type, defines } = analyse(left);
    expect({ asks, type, defines }).toEqual({
      asks: analyse(right).asks,
      type: analyse(right).type,
      defines: analyse(right).defines,
    });
  });
});

describe('the asked-for noun', () => {
  test.each([
    ['Which country supports Iran?', 'country'],
    ['What percentage of the vote did Assad get?', 'percentage'],
    ['How many people were killed?', 'people'],
    ['What kind of tree is it?', 'tree'],
    ['What was the name of the company?', 'company'],
    ['Which of the following cities was captured?', 'cities'],
    ['Which US national park burned?', 'park'],
    ["Which company's shares fell?", 'company'],
    ["What is Daraa's area?", 'area'],
    ['What is the name of the 4-year-old boy?', 'boy'],
    ['What is the estimated cost of the repairs?', 'cost'],
    ['What was the reason Ratner gave for leaving?', 'reason'],
    ['What was the record high average price?', 'price'],
    ["What is the world's happiest country?", 'country'],
    ["Which children's book did she write?", 'book'],
    ["Which of Ada Quill's friends left?", 'friends'],
    ['Which of these is not one of the cereals?', 'cereals'],
    ['Which of the following is the largest city?', 'city'],
    ['Which hit TV show returned?', 'show'],
    ['Which well-known pizza chain closed?', 'chain'],
    ['Which Nobel Prize-winning former leader died?', 'leader'],
    ['Which category 5 hurricane struck?', 'hurricane'],
    ['Which British royal was hospitalised?', 'royal'],
    ['Which British racing driver won?', 'driver'],
    ['Which airline plans to buy Hawaiian?', 'airline'],
    ['Which U.S. President founded it?', 'President'],
    ['The deal was signed in this French city.', 'city'],
    ['How old is the bridge?', 'old'],
    ['How tall is the tower?', 'tall'],
  ])('%s → %s', (text, head) => {
    expect(analyse(text).head).toBe(term(head));
  });

  test.each([
    'Who won?',
    'When did it end?',
    'Where is it?',
    'How did it end?',
    'How much do experts expect it to fetch?',
    'The vandals released what from their cages?',
    'What did Ada Quill say about the bridge?',
    'What was Ada Quill accused of?',
    'What caused delays for travellers?',
    'What was splattered on the glass?',
    'What happened when the bridge fell?',
    'The talks failed this week.',
  ])('%s has none', (text) => {
    expect(analyse(text).head).toBeUndefined();
  });
});

describe('names', () => {
  test.each<[string, string[][]]>([
    [
      'Where did Mike Pompeo and Vladimir Putin meet?',
      [
        ['Mike', 'Pompeo'],
        ['Vladimir', 'Putin'],
      ],
    ],
    ['who is James Jeffrey', [['James', 'Jeffrey']]],
    ['Russia supports whom?', []], // the first word of a sentence has its capital anyway
    ['when did the war begin', []],
    ['Why did the US bomb Damascus?', [['US'], ['Damascus']]],
  ])('%s → %j', (text, names) => {
    expect(analyse(text).names).toEqual(names.map((name) => name.map(term)));
  });
});

describe('what a question wants defined', () => {
  test.each<[string, string[] | undefined]>([
    ['who is Rami Makhlouf', ['Rami', 'Makhlouf']],
    ['Who is the envoy?', ['envoy']],
    ['what is syriatel?', ['syriatel']],
    ['What is the Islamic State?', ['Islamic', 'State']],
    ["who's James Jeffrey", ['James', 'Jeffrey']],
    ['what is happening in Daraa', undefined],
    ['who was arrested', undefined],
    ['who was re-elected?', undefined],
    ['what is seaweed', ['seaweed']],
    ['who is the president of Lebanon', undefined],
    ["who is Putin's wife", undefined],
    ['who won', undefined],
    ['what was Osterby renamed', undefined],
    ['when was Daraa captured', undefined],
  ])('%s → %j', (text, name) => {
    expect(analyse(text).defines).toEqual(name?.map(term));
  });
});

describe('words that carry the topic', () => {
  const content = (text: string) =>
    analyse(text).content.map(({ start, end }) => text.slice(start, end).toLowerCase());

  test('are those without stop words', () => {
    expect(content('How many people has the conflict killed?')).toEqual(['people', 'conflict', 'killed']);
  });

  test('are all words when nothing else is left', () => {
    expect(content('who are you')).toEqual(['who', 'are', 'you']);
  });
});

test('property: any text at all is analysed; words are slices of it', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 120 }),
    fc.string({ unit: 'grapheme', maxLength: 120 }),
  );
  fc.assert(
    fc.property(text, (given) => {
      const { words, content, text: kept } = analyse(given);
      expect(kept).toBe(given);
      for (const { start, end } of words) expect(end).toBeGreaterThan(start);
      expect(words.length === 0).toBe(content.length === 0);
    }),
  );
});
