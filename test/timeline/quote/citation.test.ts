import { describe, expect, test } from 'vitest';
import { datedEvents } from '../../../src/timeline/events/read-events.ts';
import { article } from '../articles.ts';

function daysOf(text: string): string[] {
  const one = article('a', text, '2020-05-05');
  return datedEvents(one, [{ start: 0, end: text.length, paragraph: 0 }]).events.map((event) => event.from);
}

describe('when a work was published is no event', () => {
  test.each([
    'Dreams are remembered badly (Hollis, 2011)',
    'Dreams are remembered badly (see Hollis & Marsh, 1974; Hollis et al., 2012a)',
    'Dreams are remembered badly (Hollis, Marsh, & Oates, 2003, p. 17)',
    'As Hollis and Marsh (2011) argue, dreams fade',
    'Hollis (1909) described a boy who feared lamps',
    'Hollis, S. (1909). On the fear of lamps',
    'Hollis, A. D., & Marsh, G. (1974). Lamps and memory. Academic Press',
    'Marsh, E. F. (2005). Lamps we never saw. Lamps & Memory, 12(4), 361-366',
    '(1909). On the fear of lamps',
    '[12] J. Hollis, Rails of Brass, Oxford University Press, 1999',
  ])('%s', (text) => expect(daysOf(text)).toEqual([]));
});

describe('a date in brackets or beside a name can be one', () => {
  test.each([
    ['Wendt opened a laboratory in Leipzig in 1879', '1879-01-01'],
    ['Hollis and Marsh wed in 1974', '1974-01-01'],
    ['The lamp works burnt down (on 3 May 1911)', '1911-05-03'],
    ['Oxford University Press moved in 1830', '1830-01-01'],
  ])('%s', (text, day) => expect(daysOf(text)).toEqual([day]));
});

test('a model number or a speed is no year', () => {
  expect(daysOf('The Kestrel A34-1000 flew at 1400 mph')).toEqual([]);
});

test('the blocks beside the text tell nothing', () => {
  const text = 'Founded in 1901.\nIt burnt in 1911.\nThe mill in 1905.';
  const ends = [16, 34, text.length];
  const kinds = ['heading', 'paragraph', 'caption'] as const;
  const blocks = kinds.map((kind, at) => ({
    kind,
    start: at === 0 ? 0 : (ends[at - 1] ?? 0) + 1,
    end: ends[at] ?? 0,
    context: [],
  }));
  const one = article('a', text, '2020-05-05', { blocks });
  const sentences = blocks.map(({ start, end }, block) => ({ start, end, paragraph: block, block }));
  expect(datedEvents(one, sentences).events.map((event) => event.from)).toEqual(['1911-01-01']);
});
