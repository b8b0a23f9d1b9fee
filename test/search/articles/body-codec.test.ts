import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SentenceSpan } from '../../../src/corpus/article.ts';
import { BodyCache, StoredBody } from '../../../src/search/articles/body-cache.ts';
import { decodeBody, encodeBody } from '../../../src/search/articles/body-codec.ts';
import { bytesInMemory } from '../../../src/search/bytes/byte-source.ts';

const span = fc.record({
  gap: fc.nat(9),
  length: fc.nat(300),
  more: fc.nat(2),
  block: fc.option(fc.nat(40)),
});
const units = fc.array(span, { maxLength: 8 }).map((spans) => {
  let [end, paragraph] = [0, 0];
  return spans.map(({ gap, length, more, block }): SentenceSpan => {
    const start = end + gap;
    end = start + length;
    paragraph += more;
    return { start, end, paragraph, ...(block === null ? {} : { block }) };
  });
});

describe('an article’s body as bytes', () => {
  test('property: words and units come back as they were, halves of characters too', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary-ascii' }),
        units,
        (a, b, spans) => {
          const text = `${a}\ud800${b}`;
          for (const one of [a, b, text]) {
            const body = decodeBody(encodeBody({ text: one }, spans));
            expect([body.text, body.units, body.blocks]).toEqual([one, spans, undefined]);
          }
        },
      ),
    );
  });

  test('property: one unit, or a slice of the words, is the same whatever was read before it', () => {
    const read = fc.record({
      what: fc.constantFrom('unit', 'slice', 'text', 'units'),
      at: fc.integer({ min: -1, max: 12 }),
      length: fc.nat(12),
    });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ unit: 'binary', maxLength: 12 }), units), {
          minLength: 1,
          maxLength: 3,
        }),
        fc.array(fc.tuple(fc.nat(2), read), { maxLength: 20 }),
        (articles, reads) => {
          const bodies = articles.map(([text, spans]) => decodeBody(encodeBody({ text }, spans)));
          for (const [number, { what, at, length }] of reads) {
            const [body, [text, spans] = []] = [bodies[number], articles[number]];
            if (body === undefined || text === undefined || spans === undefined) continue;
            if (what === 'unit') expect(body.unit(at)).toEqual(spans[at]);
            else if (what === 'slice') expect(body.slice(at, at + length)).toBe(text.slice(at, at + length));
            else expect(body[what]).toEqual(what === 'text' ? text : spans);
          }
        },
      ),
    );
  });

  test('property: a byte that has changed is noticed', () => {
    const whole = encodeBody({ text: 'The bridge fell.' }, [{ start: 0, end: 16, paragraph: 0 }]);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const damaged = Buffer.from(whole);
        damaged[at] = (damaged[at] ?? 0) ^ change;
        expect(() => decodeBody(damaged)).toThrow(/damaged/);
      }),
    );
  });
});

test('the bodies that were read last are kept, up to a size', () => {
  const bodies = ['one', 'two', 'three'].map((text) => encodeBody({ text }, []));
  const bytes = Buffer.concat(bodies);
  let reads = 0;
  const memory = bytesInMemory(bytes);
  const source = {
    size: memory.size,
    read(offset: number, length: number) {
      reads++;
      return memory.read(offset, length);
    },
  };
  const cache = new BodyCache((bodies[0]?.length ?? 0) + (bodies[1]?.length ?? 0));
  let offset = 0;
  const [one, two, three] = bodies.map(({ length }) => {
    const body = new StoredBody(source, offset, length, cache);
    offset += length;
    return body;
  });
  const readsOf = (...asked: (StoredBody | undefined)[]) => {
    reads = 0;
    const texts = asked.map((body) => body?.load().text);
    return [...texts, reads];
  };
  expect(readsOf(one, two, one)).toEqual(['one', 'two', 'one', 2]);
  // The third takes the place of the second: the first was used after it.
  expect(readsOf(three, one)).toEqual(['three', 'one', 2]);
  expect(readsOf(one)).toEqual(['one', 0]);
  cache.clear();
  expect(readsOf(one, two, one)).toEqual(['one', 'two', 'one', 2]);
});
