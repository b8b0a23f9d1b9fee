import { ComponentType } from 'discord.js';
import type { Alert, Digest, Reason } from '../../alerts/messenger.ts';
import type { Follow } from '../../state/feeds/follows.ts';
import { passageMarkdown } from '../quoting/passage-quote.ts';
import { knownOrigin, placeMarkdown } from '../quoting/source-line.ts';
import { LIMITS } from '../replies/discord-limits.ts';
import { escapeMarkdown, subtext } from '../replies/escape-markdown.ts';
import { textRoom } from '../replies/fit-text.ts';
import { linkAddress } from '../replies/links.ts';
import {
  button,
  buttonRows,
  container,
  linkButton,
  separator,
  textDisplay,
  type View,
  type ViewFile,
} from '../replies/view-parts.ts';
import { formatCustomId } from '../routing/custom-id.ts';
import type { Words } from '../words/words.ts';
import { FOLLOW_SCOPE } from './following-view.ts';

const DEFAULTS = {
  colour: 0x3b_82_c4,
  /** Characters of each part before escaping. */
  source: { title: 200, url: 500, names: 80 },
  quote: 1500,
  inDigest: { quote: 350, source: { title: 100, url: 250, names: 50 } },
} as const;

/** One new article about a topic: why it is shown, the best quote, its source. */
export function alertView({ id, topic }: Follow, { passage, reason }: Alert, words: Words): View {
  const url = linkAddress(passage.article.url, LIMITS.linkUrl);
  const head = `**${words.say('alert.about', { topic: escapeMarkdown(topic) })}**\n${subtext(reasonText(reason, words))}`;
  const source = `${placeMarkdown(passage, DEFAULTS.source, words)}${knownOrigin('\n', passage.article, DEFAULTS.source, words)}`;
  const quote = passageMarkdown(passage, Math.min(DEFAULTS.quote, textRoom(head, source)), words);
  return {
    components: [
      container(DEFAULTS.colour, [
        textDisplay(head),
        textDisplay(quote.markdown),
        textDisplay(source),
        separator(),
        ...buttonRows([
          ...(url === undefined ? [] : [linkButton(words.say('alert.open'), url, '🔗')]),
          stopButton(id, words),
        ]),
      ]),
    ],
  };
}

/** What came in a while, each story with a short quote, and the timeline of that time. */
export function digestView(
  { id, topic }: Follow,
  { alerts, stories }: Digest,
  picture: ViewFile | undefined,
  words: Words,
): View {
  const { quote, source } = DEFAULTS.inDigest;
  const head = `**${words.say('digest.title', { count: stories, topic: escapeMarkdown(topic) })}**`;
  const texts: string[] = [];
  for (const { passage } of alerts) {
    const text = `${placeMarkdown(passage, source, words)}${knownOrigin('\n', passage.article, source, words)}\n${passageMarkdown(passage, quote, words).markdown}`;
    if (text.length > textRoom(head, ...texts) - MORE) break;
    texts.push(text);
  }
  const left = stories - texts.length;
  return {
    ...(picture !== undefined && { files: [picture] }),
    components: [
      container(DEFAULTS.colour, [
        textDisplay(head),
        ...texts.map(textDisplay),
        ...(left > 0 ? [textDisplay(subtext(words.say('andMore', { count: left })))] : []),
        ...(picture === undefined
          ? []
          : [
              {
                type: ComponentType.MediaGallery as const,
                items: [
                  {
                    media: { url: `attachment://${picture.name}` },
                    ...(picture.description !== undefined && { description: picture.description }),
                  },
                ],
              },
            ]),
        separator(),
        ...buttonRows([stopButton(id, words)]),
      ]),
    ],
  };
}

/** Room for the line that counts the rest. */
const MORE = 100;

function stopButton(id: string, words: Words) {
  return button(words.say('follow.stop'), formatCustomId(FOLLOW_SCOPE, 'stop', id), { emoji: '🔕' });
}

function reasonText({ inTitle, sentences }: Reason, words: Words): string {
  return words.line(
    ...(inTitle ? [words.say('alert.inTitle')] : []),
    words.say('alert.sentences', { count: sentences }),
  );
}
