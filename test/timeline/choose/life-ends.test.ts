import { describe, expect, test } from 'vitest';
import { deathIn } from '../../../src/timeline/choose/life-ends.ts';
import { datedEvents } from '../../../src/timeline/events/read-events.ts';
import { article, sentencesOf } from '../articles.ts';

describe('whose death a sentence tells', () => {
  test.each([
    ['Ada Quill died in Osterby on 3 May 2022.', 'Quill'],
    ['Ada Quill, the keeper of the lamp, died on 3 May 2022.', 'Quill'],
    ['Ada Quill, 47, was killed by a wave on 3 May 2022.', 'Quill'],
    ['Her brother said Ada Quill was "murdered" on 3 May 2022.', 'Quill'],
    ['Queen Ada II died on 3 May 2022.', 'Ada II'],
    ['Three sailors of the Petrel died on 3 May 2022.', undefined],
    ['Osterby mourned the keeper, who died on 3 May 2022.', undefined],
    ['The death of the keeper was told on 3 May 2022.', undefined],
  ])('%s', (text, name) => {
    const one = article('a', text, '2022-06-01');
    const [event] = datedEvents(one, sentencesOf(one)).events;
    expect(event && deathIn(event)).toBe(name);
  });
});
