import { describe, expect, it } from 'vitest';
import { fitsGaps, hasGaps, type NameOf, plainMentions } from '../../../src/discord/asking/mention-text.ts';

const NAMES: Readonly<Record<string, string>> = { '#1': 'news', '@&2': 'Press Team', '@3': 'mia' };
const nameOf: NameOf = (kind, id) => NAMES[`${kind}${id}`];

describe('what clients make of typed text', () => {
  it.each([
    ['Notes on <#1> · Herald', 'Notes on #news · Herald'],
    ['by <@&2>, for <@3> and <@!3>', 'by @Press Team, for @mia and @mia'],
    ['<:lighthouse:123> and <a:wave:4>', ':lighthouse: and :wave:'],
    ['how </corpus add:123> works', 'how /corpus add works'],
    ['a < b, <#>, <@x>, <t:1>', 'a < b, <#>, <@x>, <t:1>'],
  ])('%s is %s', (text, plain) => {
    expect(plainMentions(text, nameOf)).toBe(plain);
    expect(hasGaps(plain)).toBe(false);
  });

  it.each([
    ['Notes on <#9> · Herald', 'Notes on #old-news · Herald', true],
    ['Notes on <#9> · Herald', 'Notes on @old-news · Herald', false],
    ['Notes on <#9> · Herald', 'Notes on # · Herald', false],
    ['<@9>', '@anyone', true],
    ['<#9> against <#8>', '#tides against #ferries', true],
    ['<#9> against <#8>', '#tides and #ferries', false],
    ['<#9> <#9>x', '#a #bx', true],
  ])('%s, whose names are not known, fits %s: %s', (text, name, fits) => {
    expect(fitsGaps(name, plainMentions(text, nameOf))).toBe(fits);
  });
});
