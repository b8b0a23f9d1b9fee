import { type Client, DiscordAPIError, type MessageCreateOptions, RESTJSONErrorCodes } from 'discord.js';
import type { Delivery, Digest, Messenger } from '../../alerts/messenger.ts';
import type { Log } from '../../log.ts';
import type { Follow } from '../../state/feeds/follows.ts';
import { escapeMarkdown } from '../replies/escape-markdown.ts';
import { messageOf } from '../replies/reply.ts';
import { note, type View, type ViewFile } from '../replies/view-parts.ts';
import type { Dictionary, Words } from '../words/words.ts';
import { alertView, digestView } from './alert-view.ts';
import { whereWords } from './following-view.ts';

export interface DiscordMessengerOptions {
  readonly client: Client<true>;
  readonly dictionary: Dictionary;
  readonly log: Log;
  /** Draws the timeline of a digest's time; undefined when nothing in it has a date. */
  readonly picture: (follow: Follow, digest: Digest) => Promise<ViewFile | undefined>;
}

/** Posts to the channels and people that follow something. */
export function createDiscordMessenger({
  client,
  dictionary,
  log,
  picture,
}: DiscordMessengerOptions): Messenger {
  const wordsOf = ({ language }: Follow): Words => dictionary[language];
  return {
    alert: (follow, alert, nonce) =>
      post(follow, async () => alertView(follow, alert, wordsOf(follow)), nonce),
    digest: (follow, digest, nonce) =>
      post(
        follow,
        async () => digestView(follow, digest, await drawn(follow, digest), wordsOf(follow)),
        nonce,
      ),
    warn(follow, ended) {
      const words = wordsOf(follow);
      const values = { topic: escapeMarkdown(follow.topic), where: whereWords(follow, words) };
      const text = words.say(ended ? 'follow.ended' : 'follow.failing', values);
      const { channel: _, ...alone } = follow;
      return post(alone, async () => note(text));
    },
  };

  async function post(
    { id, owner, channel }: Follow,
    make: () => Promise<View>,
    nonce?: string,
  ): Promise<Delivery> {
    try {
      const message: MessageCreateOptions = {
        ...messageOf(await make()),
        ...(nonce !== undefined && { nonce, enforceNonce: true }),
      };
      if (channel === undefined) await client.users.send(owner, message);
      else {
        // Its server may be the care of another process, which does not make it gone.
        const place = await client.channels.fetch(channel, { allowUnknownGuild: true });
        if (place === null || !place.isSendable()) return 'gone';
        await place.send(message);
      }
      return 'sent';
    } catch (err) {
      const delivery = deliveryOf(err);
      log[delivery === 'later' ? 'warn' : 'info'](
        { err, follow: id, delivery },
        'A follower could not be told',
      );
      return delivery;
    }
  }

  /** A digest without its picture is better than none. */
  async function drawn(follow: Follow, digest: Digest): Promise<ViewFile | undefined> {
    try {
      return await picture(follow, digest);
    } catch (err) {
      log.warn({ err }, 'The timeline of a digest could not be drawn');
      return undefined;
    }
  }
}

const GONE: ReadonlySet<number | string> = new Set([
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownUser,
  RESTJSONErrorCodes.UnknownGuild,
]);

const BLOCKED: ReadonlySet<number | string> = new Set([
  RESTJSONErrorCodes.MessageWasBlockedByAutomaticModeration,
  RESTJSONErrorCodes.InvalidFormBodyOrContentType,
]);

function deliveryOf(error: unknown): Delivery {
  if (!(error instanceof DiscordAPIError)) return 'later';
  if (GONE.has(error.code)) return 'gone';
  if (BLOCKED.has(error.code)) return 'blocked';
  return error.status === 403 ? 'refused' : 'later';
}
