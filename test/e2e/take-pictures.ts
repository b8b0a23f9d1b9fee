import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openDictionary, type Words } from '../../src/discord/words/words.ts';
import type { Outcome, Person } from '../../src/playground/index.ts';
import type { Language } from '../../src/state/server-settings.ts';
import { findChromium, launchChromium } from '../playground/page-chromium.ts';
import { type RealBot, startRealBot } from './real-bot.ts';

/*
 * What people see, as pictures: the real bot over the sample articles in the playground, on a phone and on a desk, dark and
 * light, in English and Arabic. Those of the README are made with it.
 *   node test/e2e/take-pictures.ts FOLDER [LANGUAGE…]
 */
const SIZES = [
  { width: 400, height: 860 },
  { width: 1200, height: 900 },
] as const;
const THEMES = ['dark', 'light'] as const;
const DICTIONARY = openDictionary();
const QUESTION = 'who is Rami Al-Shaer';

/** What a person does for a picture; it shows the last message that comes of it. */
type Scene = (person: Person, words: Words) => Promise<Outcome>;

const SCENES: Readonly<Record<string, Scene>> = {
  answer: (person) => person.slash('ask', { question: QUESTION }),
  context: async (person, words) => {
    const answer = await person.slash('ask', { question: QUESTION });
    return answer.press(words.say('button.context'));
  },
  glance: (person) => person.slash('ask', { question: 'who are the allies of Assad' }),
  'no-answer': (person) => person.slash('ask', { question: 'who won the world cup in 1966' }),
  'follow-up': async (person, words) => {
    const answer = await person.slash('ask', { question: 'who captured Daraa' });
    const form = await answer.press(words.say('button.followUp'));
    return form.submit({ [words.say('followUp.label')]: 'and when?' });
  },
  settings: (person) => person.slash('settings'),
  help: (person) => person.slash('help'),
  timeline: (person) => person.slash('timeline', { topic: 'Daraa' }),
  picture: async (person, words) => {
    const timeline = await person.slash('timeline', {});
    return timeline.press(words.say('timeline.picture'));
  },
};

const [folder, ...languages] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name a folder for the pictures');
mkdirSync(folder, { recursive: true });
const chromium = findChromium();
if (chromium === undefined) throw new Error('There is no Chromium; set CHROMIUM_PATH');
const browser = await launchChromium(chromium);
for (const language of languagesOf(languages)) {
  const real = await startRealBot();
  await takeAll(real, language);
  await real.close();
}
await browser.close();

function languagesOf(wanted: readonly string[]): readonly Language[] {
  const known = Object.values(DICTIONARY).map(({ language }) => language);
  return wanted.length === 0 ? ['en', 'ar'] : known.filter((language) => wanted.includes(language));
}

async function takeAll({ playground }: RealBot, language: Language): Promise<void> {
  const { asModerator } = playground;
  const words = DICTIONARY[language];
  const settings = await asModerator.slash('settings');
  await settings.choose(DICTIONARY.en.say('settings.language'), [language]);
  asModerator.speak(language === 'en' ? 'en-US' : language);
  const shown: { readonly name: string; readonly id: string }[] = [];
  for (const [name, scene] of Object.entries(SCENES)) {
    const outcome = await scene(asModerator, words);
    const id = (outcome.followUps.at(-1) ?? outcome.message)?.id;
    if (id !== undefined) shown.push({ name, id });
  }
  for (const viewport of SIZES) {
    for (const colorScheme of THEMES) {
      const page = await browser.newPage({ viewport, colorScheme });
      await page.addInitScript(() => sessionStorage.setItem('footnote-role', 'moderator'));
      await page.goto(playground.url);
      for (const { name, id } of shown) {
        const row = page.locator(`.row[data-id="${id}"]`);
        await row.waitFor();
        await row.evaluate((element) => element.scrollIntoView({ block: 'start' }));
        // Pictures get their height when they are there.
        await page.waitForLoadState('networkidle');
        await row.evaluate((element) => element.scrollIntoView({ block: 'start' }));
        const path = join(folder ?? '', `${name}-${language}-${viewport.width}-${colorScheme}.png`);
        await page.screenshot({ path });
      }
      await page.close();
    }
  }
}
