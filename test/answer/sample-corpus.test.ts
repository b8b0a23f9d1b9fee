import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Snapshot } from '../../src/library/index.ts';
import { type Library, openLibrary } from '../../src/library/index.ts';
import { sentenceEnds, tools } from '../language.ts';
import { focusOf, passagesOf, quoteOf, sentenceOf } from './stage.ts';

/*
 * What the product is for, on the two articles that come with it: the questions a reader would ask, and what the first
 * quote must say. Whoever changes the ranking reads this table.
 */
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

const ENVOY = 'Assad regime sends Syria envoy to US to repair ties after fall out with Russia';
const OPTIMISM = 'Washington optimistic about Russian indicators of “resilience” in Syria';

/** Question, the article's title, and words that the sentence must have; whatever else it says. */
type Row = [question: string, title: string, ...words: string[]];

function expectAnswer(question: string, title: string, ...words: readonly string[]): void {
  const answer = snapshot.ask(question, { top: 3 });
  const [first] = passagesOf(answer);
  const shown = first && { quote: sentenceOf(first), title: first.article.title };
  for (const part of words) expect(shown?.quote).toContain(part);
  expect(shown?.title).toBe(title);
  expect(answer.kind).toBe('answer');
}

describe('who is …, what is …', () => {
  test.each<Row>([
    ['who is Rami Al-Shaer', ENVOY, 'an advisor to the Russian foreign ministry'],
    ['who is rami al shaer?', ENVOY, 'an advisor to the Russian foreign ministry'],
    ['who is alshaer', ENVOY, 'an advisor to the Russian foreign ministry'],
    ["Who's Al-Shaer?", ENVOY, 'an advisor to the Russian foreign ministry'],
    ['Tell me about Rami Al-Shaer', ENVOY, 'an advisor to the Russian foreign ministry'],
    ['jeffrey job', OPTIMISM, 'Special Envoy to Syria'],
    ['who is pompeo', OPTIMISM, 'Secretary of State'],
    ['Who is James Jeffrey?', OPTIMISM, 'United States Special Envoy to Syria James Jeffrey'],
    ['who is jeffery', OPTIMISM, 'United States Special Envoy to Syria James Jeffrey'],
    ['who is Rami Makhlouf', OPTIMISM, 'the cousin of al-Assad, Rami Makhlouf'],
    ['who is rami makhluf', OPTIMISM, 'the cousin of al-Assad, Rami Makhlouf'],
    ['what is Syriatel', OPTIMISM, 'his communications company, “Syriatel”'],
    ['what is siriatel', OPTIMISM, 'his communications company, “Syriatel”'],
    ['who is Mike Pompeo', OPTIMISM, 'Secretary of State', 'Mike Pompeo'],
    ['who is vladimir putin', OPTIMISM, 'Russian President Vladimir Putin'],
    ['What is Middle East Eye?', OPTIMISM, 'the British website “Middle East Eye”'],
    ['who is makhlouf', OPTIMISM, 'the cousin of al-Assad, Rami Makhlouf'],
    ['who is bashar assad', ENVOY, 'President Bashar Al-Assad'],
    ['what is daraa', ENVOY, 'The province of Daraa'],
    ['what is Syria TV', ENVOY, 'The New Arab’s affiliate Syria TV'],
    ['What is Idlib?', OPTIMISM, 'Idlib, the last stronghold of opposition factions'],
    ['what is ISIS', OPTIMISM, 'the Islamic State (ISIS)'],
    ['what is resolution 2254', ENVOY, 'Resolution 2254, which calls for a political settlement'],
    ['who are the Astana guarantors', ENVOY, 'Astana guarantor nations – Iran, Russia, and Turkey'],
    ['what are the astana guarantor nations', ENVOY, 'Iran, Russia, and Turkey'],
  ])('%s', expectAnswer);
});

describe('who', () => {
  test.each<Row>([
    ["who is Assad's cousin", OPTIMISM, 'the cousin of al-Assad, Rami Makhlouf'],
    ['who is the president of Russia', OPTIMISM, 'Russian President Vladimir Putin'],
    ['who is the president of syria', ENVOY, 'Syrian President Bashar Al-Assad'],
    ["what is the us envoy's name", OPTIMISM, 'James Jeffrey'],
    ['how is Makhlouf related to Assad', OPTIMISM, 'the cousin of al-Assad, Rami Makhlouf'],
    ['makhlouf assad relation', OPTIMISM, 'the cousin of al-Assad, Rami Makhlouf'],
    ['who controls daraa', ENVOY, 'captured by the Assad regime'],
    ['who captured Daraa', ENVOY, 'captured by the Assad regime'],
    ['who is assads main ally', ENVOY, 'Russia'],
    ['who brokered the ceasefire in Idlib', OPTIMISM, 'sponsored by Russia and Turkey'],
    ['Who is the US special envoy to Syria?', OPTIMISM, 'James Jeffrey'],
    ['who advises the Russian foreign ministry', ENVOY, 'Rami Al-Shaer, an advisor'],
    ['who sponsored the ceasefire agreement in Idlib', OPTIMISM, 'sponsored by Russia and Turkey'],
    ['who refused to participate in the elections', ENVOY, 'residents of the city refused'],
    ['who posted a video on facebook', OPTIMISM, 'video footage posted by Rami Makhlouf'],
    ['who wants a change in government', ENVOY, '90% of the Syrian people'],
    ['who took part in the conversations in Sochi', OPTIMISM, 'Mike Pompeo', 'Vladimir Putin'],
    ['who does the Biden administration coordinate with', ENVOY, 'coordinating with Russia'],
    ['who sent an envoy to Washington', ENVOY, 'Bashar Al-Assad has sent an envoy'],
  ])('%s', expectAnswer);
});

describe('when', () => {
  test.each<Row>([
    ['when did Russia deploy forces in Syria', OPTIMISM, 'Moscow deployed forces in Syria in 2015'],
    ['In which year did Russian forces enter Syria?', OPTIMISM, '2015'],
    ['when did the war start', OPTIMISM, 'since 2011'],
    ['when did assad retake daraa', ENVOY, 'in 2018'],
    ['when was Daraa captured', ENVOY, 'captured by the Assad regime in 2018'],
    ["when was Dara'a captured", ENVOY, 'captured by the Assad regime in 2018'],
    ['when was deraa captured', ENVOY, 'captured by the Assad regime in 2018'],
    ["When did Assad's forces take Daraa?", ENVOY, 'captured by the Assad regime in 2018'],
    ['when did the fighting in Daraa Al-Balad break out', ENVOY, 'Fighting broke out', 'in June'],
    ['when did protests against the regime start in Daraa', ENVOY, 'earliest protests', 'in 2011'],
  ])('%s', expectAnswer);
});

describe('where and which', () => {
  test.each<Row>([
    ['where did Pompeo and Putin meet', OPTIMISM, 'at the Russian Sochi complex'],
    ['where did fighting break out in June', ENVOY, 'in the Daraa Al-Balad area of Daraa'],
    ['where did the first protests take place', ENVOY, 'The province of Daraa'],
    ['where did the earliest protests take place', ENVOY, 'The province of Daraa'],
    ['who attended the meeting in sochi', OPTIMISM, 'Mike Pompeo'],
    ['which countries sponsored the ceasefire agreement', OPTIMISM, 'Russia and Turkey'],
    ['which city is the last stronghold of the opposition', OPTIMISM, 'Idlib, the last stronghold'],
    ['which country is the main ally of the Assad regime', ENVOY, 'its main ally Russia'],
    ['which country does Russia support', OPTIMISM, 'Russia supports Iran'],
    ['which resolution calls for a political settlement in Syria', ENVOY, 'Resolution 2254'],
    ['which website quoted an informed source', OPTIMISM, '“Middle East Eye” quoted an informed source'],
    ['which company did Makhlouf want to save', OPTIMISM, '“Syriatel”'],
    ['which company belongs to Rami Makhlouf', OPTIMISM, '“Syriatel”'],
    ['where did Assad send an envoy', ENVOY, 'to Washington'],
    ['which ministry does Al-Shaer advise', ENVOY, 'the Russian foreign ministry'],
  ])('%s', expectAnswer);
});

describe('how many and how much', () => {
  test.each<Row>([
    ['how many people has the conflict killed', OPTIMISM, 'killed more than 380,000 people'],
    ['death toll of the war', OPTIMISM, '380,000'],
    ['how many ppl died in syria', OPTIMISM, '380,000'],
    ['how many people have died in the syrian conflict', OPTIMISM, '380,000'],
    ['what share of the vote did Assad get', ENVOY, '95.1% of the vote'],
    ['What percentage of the vote did Bashar al-Assad win?', ENVOY, '95.1% of the vote'],
    ['how much of the vote did Assad get', ENVOY, '95.1% of the vote'],
    ['what percentage of Syrians want a change in government', ENVOY, '90% of the Syrian people'],
    ['how many syrians want change', ENVOY, '90% of the Syrian people'],
    ['how long has Damascus bet on a division', ENVOY, 'for the past three years'],
    ['for how many years has Damascus bet on a division', ENVOY, 'for the past three years'],
  ])('%s', expectAnswer);
});

describe('why and how', () => {
  test.each<Row>([
    // Two sentences give a reason: to discuss cooperation, and because of differences with Russia.
    ['why did the regime send an envoy to Washington', ENVOY, 'envoy'],
    [
      'why did Moscow deploy forces in Syria',
      OPTIMISM,
      'to support its campaign to eliminate opposition factions',
    ],
    [
      'why did fighting break out in Daraa Al-Balad',
      ENVOY,
      'when residents of the city refused to participate',
    ],
    ['why is the regime unpopular', ENVOY, 'ongoing unpopularity exacerbated by Syria’s economic crisis'],
    ['why does the regime fear peace deals', ENVOY, 'could lead to political change in Syria'],
    ['how did Syrian forces try to recapture Idlib', OPTIMISM, 'launched a bloody attack'],
  ])('%s', expectAnswer);
});

describe('what', () => {
  test.each<Row>([
    ['what does resolution 2254 call for', ENVOY, 'which calls for a political settlement in Syria'],
    ['what does makhlouf own', OPTIMISM, '“Syriatel”'],
    ['what happened in idlib', OPTIMISM, 'launched a bloody attack'],
    ['what does the regime fear', ENVOY, 'the regime feared that peace deals'],
    ['what could continued fighting in Daraa lead to', ENVOY, 'a wider war'],
    ['what did residents of Daraa refuse to do', ENVOY, 'refused to participate in presidential elections'],
    ['what would a deal with the US be for the regime', ENVOY, 'kiss of life'],
    ['what placed the regime in a precarious position', ENVOY, 'Russia’s insistence on a ceasefire'],
    ['what did Damascus bet on', ENVOY, 'has bet that a division would happen'],
    ['what did Jeffrey say at the press conference', OPTIMISM, 'Jeffrey said at a press conference'],
    ['what did Jeffrey say about Makhlouf', OPTIMISM, 'dirty laundry'],
    ['what did Makhlouf accuse the security services of', OPTIMISM, 'arresting his company’s employees'],
    ["what is the name of Makhlouf's company", OPTIMISM, '“Syriatel”'],
    ['what is the last stronghold of opposition factions', OPTIMISM, 'Idlib'],
    ['what is al-shaer’s position', ENVOY, 'an advisor to the Russian foreign ministry'],
    ['which countries are part of the astana process', ENVOY, 'Iran, Russia, and Turkey'],
    ['who owns syriatel', OPTIMISM, '“Syriatel”'],
    ['which news site is syria tv affiliated with', ENVOY, 'The New Arab’s affiliate Syria TV'],
    ['where is middle east eye based', OPTIMISM, 'the British website'],
    ['what was the envoy supposed to discuss', ENVOY, 'to discuss the resumption of cooperation'],
    ['how long has damascus been betting on a split', ENVOY, 'for the past three years'],
    ['who spoke with putin in sochi', OPTIMISM, 'Mike Pompeo'],
    ['what does the regime think peace deals could cause', ENVOY, 'could lead to political change'],
    ['which province borders israel', ENVOY, 'Daraa province’s proximity to Israel'],
    ['how did the battle for idlib end', OPTIMISM, 'until a ceasefire agreement'],
    ["who is syria's biggest ally", ENVOY, 'its main ally Russia'],
    ['what must the government accept to end the war', OPTIMISM, 'accept a political agreement'],
    ['what is the economic problem of Syria', ENVOY, 'economic crisis'],
    ['which media outlet did al-shaer talk to', ENVOY, 'Syria TV'],
    ['who stands to be marginalised by a deal with the US', ENVOY, 'marginalizing Russia'],
    ['how are Israel and the US connected', ENVOY, 'Israel and its ally the US'],
    ['what percent did bashar win', ENVOY, '95.1%'],
    ['who claims that Assad sent an envoy', ENVOY, 'A Russian diplomatic source claims'],
  ])('%s', expectAnswer);
});

describe('yes or no', () => {
  test.each<Row>([
    ['is Daraa close to Israel', ENVOY, 'proximity to Israel'],
    ['did Assad send an envoy to Washington?', ENVOY, 'has sent an envoy to Washington'],
    ['Does Russia support Iran?', OPTIMISM, 'Russia supports Iran'],
    ['Was Daraa a rebel stronghold?', ENVOY, 'was a rebel stronghold'],
    ['was the election fair', ENVOY, 'widely dismissed as a sham'],
    ['were the elections a sham', ENVOY, 'widely dismissed as a sham'],
    ['did the UN succeed in forming a committee', OPTIMISM, 'have yet to succeed'],
    ['is Al-Shaer sure that the US will accept the overtures', ENVOY, 'did not believe the US would accept'],
    ['is Makhlouf part of a conspiracy', OPTIMISM, 'may be part of a conspiracy'],
  ])('%s', expectAnswer);
});

describe('shown first, though Footnote is not sure of it', () => {
  test.each([
    ['who was re-elected president', 'Bashar Al-Assad re-elected'],
    ['where were the talks between Putin and Pompeo held', 'at the Russian Sochi complex'],
    ['when did moscow send troops to syria', 'Moscow deployed forces in Syria in 2015'],
    ['when did Pompeo and Putin meet', 'In 2019'],
    ['how many deaths has the Syrian conflict caused', '380,000'],
    ['Does Al-Shaer think the US will accept the overtures?', 'did not believe the US would accept'],
  ])('%s', (question, words) => {
    const [first] = passagesOf(snapshot.ask(question, { top: 1 }));
    expect(first && quoteOf(first)).toContain(words);
  });
});

describe('the words in bold', () => {
  test.each([
    ['who is Rami Al-Shaer', 'an advisor to the Russian foreign ministry'],
    ['who is Rami Makhlouf', 'the cousin of al-Assad'],
    ['what is Syriatel', 'his communications company'],
    ['who is Vladimir Putin', 'Russian President'],
    ['who are the Astana guarantors', 'Iran, Russia, and Turkey'],
    ['how many people has the conflict killed', '380,000'],
    ['what share of the vote did Assad get', '95.1%'],
    ['when did Russia deploy forces in Syria', '2015'],
    ['when was Daraa captured', '2018'],
    ['when did the fighting in Daraa Al-Balad break out', 'June'],
    ['how long has Damascus bet on a division', 'three years'],
    ['where did Pompeo and Putin meet', 'Sochi'],
    ['what is the last stronghold of the opposition', 'Idlib'],
    ['who posted video footage on Facebook', 'Rami Makhlouf'],
  ])('%s → %s', (question, words) => {
    const [first] = passagesOf(snapshot.ask(question, { top: 1 }));
    const bold = (first && focusOf(first)) ?? '';
    expect(bold).toContain(words);
    // Some words around the answer are no harm; half of the sentence is.
    expect(bold.length).toBeLessThan(2 * words.length + 12);
  });
});

test('no quote has a share bar, an advert marker, a by-line, a form or a footer', () => {
  const furniture =
    /\[ad_|Share on|Leave a Comment|email address|Related Posts|RELATED|On Key|All rights reserved|Follow Us|Amy Addison|social media/;
  const questions = [
    'share on facebook',
    'leave a comment',
    'Who is Amy Addison-Dunne?',
    'related posts',
    'all rights reserved Esleman Abay',
    'follow us on twitter and pinterest',
    'What is VK, the Russian online social media and social networking service?',
    'ad_1',
    ...snapshot.articles.map(({ title }) => title),
  ];
  for (const question of questions) {
    for (const passage of passagesOf(snapshot.ask(question, { top: 50 }))) {
      expect(quoteOf(passage)).not.toMatch(furniture);
    }
  }
});

test('the same question gets the same answer twice', () => {
  for (const question of [
    'who is Rami Al-Shaer',
    'when was Daraa captured',
    'hello',
    'who is rami makhluf',
  ]) {
    expect(snapshot.ask(question, { top: 5 })).toEqual(snapshot.ask(question, { top: 5 }));
  }
});
