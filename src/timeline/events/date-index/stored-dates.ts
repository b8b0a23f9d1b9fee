import { crc32 } from 'node:zlib';
import type { Article, SentenceSpan } from '../../../corpus/article.ts';
import { ByteReader } from '../../../search/bytes/byte-reader.ts';
import { ByteWriter } from '../../../search/bytes/byte-writer.ts';
import { asBytes, numbersOf } from '../../../search/bytes/sections.ts';
import { fnv1a } from '../../../text/scanning/fnv1a.ts';
import type { DatedEvent } from '../../dated-event.ts';
import { quoteFitness } from '../../quote/quote-fitness.ts';
import { parseDay } from '../../resolve/day-numbers.ts';
import { isLivePage } from '../live-page.ts';
import { type ArticleDates, readEvents } from '../read-events.ts';
import { packTraits } from './date-traits.ts';

/*
 * The dates of one article as bytes: a checksum, what they depend on besides its words, then each sentence with its rows
 * (as `DateColumns` has them), then what could not be placed. Numbers are told as differences, most in one byte.
 */

const CHECKSUM = 4;

/**
 * Reads the dates of an article, for `openDates`; a step for each sentence.
 * @param sentences of the article, in order
 */
export function* storeDates(
  article: Article,
  sentences: readonly SentenceSpan[],
): Generator<undefined, Uint8Array, undefined> {
  const { events, unresolved, boilerplate } = yield* readEvents(article, sentences);
  const writer = new ByteWriter();
  writer.varint(dependsOn(article));
  writer.varint(sentences.length);
  const rows = eventsOf(sentences, { events, unresolved, boilerplate });
  let [before, paragraph] = [0, 0];
  let day = article.published === undefined ? 0 : parseDay(article.published);
  for (const [at, sentence] of sentences.entries()) {
    const own = rows[at] ?? [];
    writer.varint(2 * own.length + (boilerplate.has(at) ? 1 : 0));
    writer.signed(sentence.start - before);
    writer.varint(sentence.end - sentence.start);
    writer.signed(sentence.paragraph - paragraph);
    [before, paragraph] = [sentence.end, sentence.paragraph];
    if (own.length > 0) writer.varint(fnv1a(article.text, undefined, sentence.start, sentence.end) >>> 0);
    for (const [number, event] of own.entries()) {
      const [from, to] = [parseDay(event.from), parseDay(event.to)];
      const [start, end] = event.expression ?? [sentence.start, sentence.start];
      writer.signed(from - day);
      writer.signed(to - from);
      writer.signed(start - sentence.start);
      writer.signed(end - start);
      writer.varint(packTraits(event));
      writer.varint(Math.round(255 * fitnessOf(event, number === 0)));
      day = from;
    }
  }
  for (const { sentence, expression, value } of unresolved) {
    const bytes = Buffer.from(value);
    for (const number of [sentence.start, sentence.end, sentence.paragraph, ...expression, bytes.length])
      writer.varint(number);
    writer.bytes(bytes);
  }
  const bytes = writer.finish();
  return Buffer.concat([asBytes(Uint32Array.of(crc32(bytes))), bytes]);
}

/**
 * Opens what `storeDates` made of an article.
 * @returns where its sentences begin; `undefined` when that is damaged, or was read while other facts were known of it
 */
export function openDates(article: Article, stored: Uint8Array | undefined): ByteReader | undefined {
  if (stored === undefined || stored.length <= CHECKSUM) return undefined;
  const bytes = stored.subarray(CHECKSUM);
  if (numbersOf(stored.slice(0, CHECKSUM))[0] !== crc32(bytes)) return undefined;
  const reader = new ByteReader(bytes);
  return reader.varint() === dependsOn(article) ? reader : undefined;
}

/** A digest of what the dates of a text depend on besides it. */
function dependsOn(article: Article): number {
  const { title, published } = article;
  return fnv1a(JSON.stringify([title, published, isLivePage(article)])) >>> 0;
}

/** By sentence its events. */
function eventsOf(sentences: readonly SentenceSpan[], { events }: ArticleDates): DatedEvent[][] {
  let next = 0;
  return sentences.map((sentence) => {
    const own: DatedEvent[] = [];
    for (let event = events[next]; event?.sentence === sentence; event = events[++next]) own.push(event);
    return own;
  });
}

function fitnessOf(
  { article, sentence, expression, precision, planned }: DatedEvent,
  first: boolean,
): number {
  if (!expression) return 1;
  const [start, end] = [expression[0] - sentence.start, expression[1] - sentence.start];
  const coarse = precision === 'year';
  return quoteFitness(
    article.text.slice(sentence.start, sentence.end),
    { start, end },
    { first, coarse, planned },
  );
}
