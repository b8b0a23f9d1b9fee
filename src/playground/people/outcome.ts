import { type ApiMessage, MESSAGE_FLAGS } from '../shapes/message-shapes.ts';
import { embedTexts } from '../validate/embeds.ts';
import { FAILED_COMMAND, type Interaction } from '../world/interactions.ts';
import { displayedTexts, walk } from '../world/walk-components.ts';
import type { World } from '../world/world.ts';
import { findComponent, findField } from './find.ts';
import type { Outcome, Person } from './person.ts';
import { Refusal } from './refusal.ts';

/** All visible text of a message. */
export function textOf(message: ApiMessage): string {
  return [message.content, ...displayedTexts(message.components), ...message.embeds.flatMap(embedTexts)]
    .filter((part) => part !== '')
    .join('\n');
}

/** Makes the outcome of an interaction, as its person sees it. */
export function createOutcome(world: World, person: Person, interaction: Interaction): Outcome {
  const stored = (id: string | undefined) => (id === undefined ? undefined : world.message(id));
  const listOf = (outcome: Outcome) => [...(outcome.message ? [outcome.message] : []), ...outcome.followUps];

  function holder(idOrLabel: string): { message: ApiMessage; customId: string } {
    const messages = listOf(outcome);
    if (messages.length === 0) throw new Refusal(`There is no message with "${idOrLabel}".`);
    const failures: unknown[] = [];
    for (const message of messages) {
      try {
        return { message, customId: findComponent(message, idOrLabel) };
      } catch (error) {
        failures.push(error);
      }
    }
    throw failures[0];
  }

  const outcome: Outcome = {
    get message() {
      return stored(interaction.originalId)?.message;
    },
    get followUps() {
      return interaction.followUpIds.flatMap((id) => stored(id)?.message ?? []);
    },
    get text() {
      return listOf(outcome).map(textOf).join('\n');
    },
    get ephemeral() {
      return ((outcome.message?.flags ?? 0) & MESSAGE_FLAGS.ephemeral) !== 0;
    },
    get thinking() {
      return ((outcome.message?.flags ?? 0) & MESSAGE_FLAGS.loading) !== 0;
    },
    get components() {
      return [...walk(outcome.message?.components ?? [])].map(({ component }) => component);
    },
    get files() {
      return (outcome.message?.attachments ?? []).map((attachment) => ({
        name: attachment.filename,
        type: attachment.content_type ?? '',
        bytes: world.files.get(attachment.id)?.bytes ?? new Uint8Array(),
        attachment,
      }));
    },
    get modal() {
      return interaction.ack?.kind === 'modal' ? interaction.ack.modal : undefined;
    },
    get choices() {
      return interaction.ack?.kind === 'choices' ? interaction.ack.choices : undefined;
    },
    get failed() {
      if (interaction.ack?.kind === 'failed') return interaction.ack.text;
      return stored(interaction.originalId)?.unanswered ? FAILED_COMMAND : undefined;
    },
    get acknowledgedAfter() {
      return interaction.acknowledgedAt === undefined
        ? undefined
        : interaction.acknowledgedAt - interaction.dispatchedAt;
    },
    async press(idOrLabel, when) {
      const { message, customId } = holder(idOrLabel);
      return person.press(message, customId, when);
    },
    async choose(idOrLabel, values, when) {
      const { message, customId } = holder(idOrLabel);
      return person.choose(message, customId, values, when);
    },
    async submit(fields, when) {
      const ack = interaction.ack;
      if (ack?.kind !== 'modal') throw new Refusal('There is no form to send.');
      const named = Object.entries(fields).map(([name, value]) => [findField(ack.modal, name), value]);
      return person.submit(ack.modalId, Object.fromEntries(named), when);
    },
    waitFor(wanted, ms = 5000) {
      const { promise, resolve, reject } = Promise.withResolvers<Outcome>();
      // The event comes before its interaction knows of the message.
      const stop = world.listen(() => queueMicrotask(look));
      const timer = setTimeout(() => {
        stop();
        reject(new Error(`The answer did not become as wanted in ${ms} ms. It is:\n${outcome.text}`));
      }, ms);
      function look(): void {
        if (!wanted(outcome)) return;
        stop();
        clearTimeout(timer);
        resolve(outcome);
      }
      look();
      return promise;
    },
    settled(quiet = 100) {
      const { promise, resolve } = Promise.withResolvers<Outcome>();
      const done = () => {
        stop();
        resolve(outcome);
      };
      let timer = setTimeout(done, quiet);
      const stop = world.listen(() => {
        clearTimeout(timer);
        timer = setTimeout(done, quiet);
      });
      return promise;
    },
  };
  return outcome;
}
