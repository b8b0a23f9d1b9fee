import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { understandFollowUp } from '../../src/answer/follow-up/understand-follow-up.ts';
import type { Outcome, Person } from '../../src/playground/index.ts';
import { tools } from '../language.ts';
import { openStage, type Stage } from './stage.ts';

const BOT = '<@1400000000000000001>';
/** What pings, if it is let. */
const LOUD = [
  '@everyone',
  '@here',
  '<@1400000000000000006>',
  '<@!1400000000000000008>',
  '<@&1400000000000000007>',
];

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  stage.library.understand = (turn, typed) => understandFollowUp(turn, typed, tools);
  const shown = await stage.playground.asModerator.slash('settings');
  await shown.choose('When I am mentioned', ['on']);
});
afterAll(() => stage.close());

/** All that a person can type, and press on what comes of it. */
async function everything(person: Person, text: string, language: string): Promise<void> {
  person.speak(language);
  const question = `when was the bridge built ${text}`;
  const answer = await person.slash('ask', { question });
  for (const label of labelsOf(answer)) await answer.press(label).catch(() => undefined);
  await person.slash('ask', { question: text });
  await person.slash('ask', { question, source: text }).catch(() => undefined);
  await person.slash('timeline', { topic: text });
  await person.slash('sources', { query: text });
  await person.slash('follow', { topic: text.slice(0, 100) });
  await person.slash('following');
  await person.slash('help');
  const message = await person.say(`${BOT} ${question}`);
  await person.messageCommand('Find a source', message);
  await person.direct(question);
  await person.slash('settings').catch(() => undefined);
}

const labelsOf = ({ components }: Outcome) =>
  components.flatMap((part) => ('label' in part && typeof part.label === 'string' ? [part.label] : []));

it('property: no message pings anyone, whatever is typed, in whichever language', async () => {
  const { playground } = stage;
  const word = fc.oneof(
    fc.constantFrom(...LOUD, 'bridge', '`', '**', '\\', '|', '[x](y)'),
    fc.string({ maxLength: 6 }),
  );
  const text = fc
    .array(word, { minLength: 1, maxLength: 8 })
    .map((words) => words.join(' ').trim())
    .filter((words) => words !== '');
  const language = fc.constantFrom('en-US', 'ar', 'fr', 'de', 'es-ES', 'ja');
  await fc.assert(
    fc.asyncProperty(text, language, async (typed, locale) => {
      stage.clock += 60_000;
      playground.requests.length = 0;
      await everything(playground.asModerator, typed, locale);
      const sent = playground.requests.flatMap(({ body }) => bodiesOf(body));
      expect(sent.length).toBeGreaterThan(10);
      expect(
        sent.filter((body) => JSON.stringify(body['allowed_mentions']) !== QUIET && !isReply(body)),
      ).toEqual([]);
      const seen = [...playground.asModerator.messages(), ...playground.asModerator.directMessages()];
      const own = seen.filter(({ author }) => author.bot === true);
      expect(own.filter((message) => message.mention_everyone || message.mentions.length > 0)).toEqual([]);
      expect(own.filter(({ mention_roles: roles }) => roles.length > 0)).toEqual([]);
    }),
    { numRuns: 12 },
  );
}, 120_000);

const QUIET = JSON.stringify({ parse: [] });

/** A reply says besides that whom it replies to is not pinged. */
function isReply(body: Readonly<Record<string, unknown>>): boolean {
  return JSON.stringify(body['allowed_mentions']) === JSON.stringify({ parse: [], replied_user: false });
}

/** What of a request is a message: the body itself, or the data of an answer to an interaction. */
function bodiesOf(body: unknown): Record<string, unknown>[] {
  if (typeof body !== 'object' || body === null) return [];
  const own = { ...body };
  const inner = 'data' in own ? bodiesOf(own.data) : [];
  return 'components' in own && !('custom_id' in own) ? [own, ...inner] : inner;
}
