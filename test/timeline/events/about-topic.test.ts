import { describe, expect, test } from 'vitest';
import type { DatedEvent } from '../../../src/timeline/dated-event.ts';
import { aboutTopic, entitledWith } from '../../../src/timeline/events/about-topic.ts';
import { datedEvents } from '../../../src/timeline/events/read-events.ts';
import { article, sentencesOf } from '../articles.ts';

function eventOf(text: string): DatedEvent {
  const one = article('a', text, '2022-09-01');
  const [event] = datedEvents(one, sentencesOf(one)).events;
  if (event === undefined) throw new Error(`Nothing dated in ${text}`);
  return event;
}

describe('a dated sentence stands for a topic', () => {
  test.each([
    ['inflation', 'Inflation in Osterby reached 9% on 3 May 2022.', true],
    ['inflation', 'An inflatable boat sank off Osterby on 3 May 2022.', false],
    ['inflation', 'The bank of Osterby raised its rate on 3 May 2022.', true],
    ['inflation', 'Inflation sank an inflatable boat maker on 3 May 2022.', true],
    ['Lamp Cup', 'The Lamp Cup began in Osterby on 3 May 2022.', true],
    ['Lamp Cup', 'More watched on 3 May 2022 than the 2011 Lamp Cup.', false],
    ['Lamp Cup', 'Osterby was chosen for the 2026 Lamp Cup on 3 May 2022.', true],
    ['Lamp Cup', 'On 3 May 2022 the Lamp Cup drew more than the 2018 Lamp Cup.', true],
    ['Lamp Cup', 'Osterby won the 2011 Lamp Cup on 3 May 2011.', true],
    ['', 'Osterby won the 2011 Lamp Cup on 3 May 2011.', true],
  ])('%s: %s', (topic, text, expected) => expect(aboutTopic(topic)(eventOf(text))).toBe(expected));
});

describe('an article is entitled with a topic', () => {
  test.each([
    ['Osterby', 'Osterbian troops cross the river', true],
    ['Osterby', 'The mayor of Westerby resigns', false],
    ['Lamp Cup', 'Lamp Cup: Norland wins', true],
    ['the', 'The mayor resigns', false],
  ])('%s: %s', (topic, title, expected) => expect(entitledWith(topic)({ title })).toBe(expected));
});
