import { ComponentType, type Embed, type Message } from 'discord.js';

/** What of a message holds words; a forwarded one has less than others. */
type Said = Pick<Message, 'content' | 'embeds' | 'components'>;

/** What is said in a message, each text apart, in the order in which it is read. */
export function messageTexts(message: Message): string[] {
  const forwarded = [...message.messageSnapshots.values()].flatMap(saidTexts);
  return [...saidTexts(message), ...forwarded, ...pollTexts(message)].filter((text) => text.trim() !== '');
}

function saidTexts({ content, embeds, components }: Said): string[] {
  return [content, ...embeds.flatMap(embedTexts), ...components.flatMap(componentTexts)];
}

/** What `ended` a poll is sent as an embed of its own: these of its fields are words. */
const POLL_WORDS: ReadonlySet<string> = new Set(['poll_question_text', 'victor_answer_text']);

/** Link previews and the posts of feeds come as embeds; who made them and their small print is left out. */
function embedTexts({ title, description, fields, data }: Embed): string[] {
  if (data.type === 'poll_result') {
    return fields.filter(({ name }) => POLL_WORDS.has(name)).map(({ value }) => value);
  }
  return [title ?? '', description ?? '', ...fields.flatMap(({ name, value }) => [name, value])];
}

type Component = Message['components'][number];
type Inner = Component | Extract<Component, { components: unknown }>['components'][number];

/** Text displays at any depth. */
function componentTexts(component: Inner): string[] {
  if (component.type === ComponentType.TextDisplay) return [component.content];
  return 'components' in component ? component.components.flatMap(componentTexts) : [];
}

function pollTexts({ poll }: Message): string[] {
  if (poll === null) return [];
  return [poll.question.text ?? '', ...[...poll.answers.values()].map(({ text }) => text ?? '')];
}
