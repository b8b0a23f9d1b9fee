import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ARTICLES, makeArticle, tinySnapshot } from './articles.ts';
import { openStage, type Stage } from './stage.ts';

describe('/sources, through the real client', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());
  beforeEach(() => {
    stage.snapshot = tinySnapshot();
  });

  it('lists every article for whoever asks, and opens one from the menu', async () => {
    const list = await stage.playground.asMember.slash('sources');
    expect(list.ephemeral).toBe(true);
    expect(list.text).toContain('**2 articles**');
    expect(list.text).toContain('[The old bridge reopens](https://harbour.example/bridge%5F%28old%29)');
    const menu = list.components.find((component) => component.type === 3);
    const values = menu !== undefined && 'options' in menu ? menu.options.map(({ value }) => value) : [];
    expect(values).toHaveLength(2);
    const card = await list.choose('Show one of these', values.slice(0, 1));
    expect(card.text).toContain('The Harbour Post · I. Vane · 5 August 2021');
    expect(card.text).toContain('16 words in 3 sentences');
  });

  it.each([
    ['the id that was suggested', 'bridge'],
    ['the label, which some clients send instead', 'The old bridge reopens · The Harbour Post · 2021-08-05'],
    ['the title', 'The old bridge reopens'],
    ['the only one that fits', 'harbour post'],
  ])('shows the card by %s', async (_, query) => {
    const card = await stage.playground.asMember.slash('sources', { query });
    expect(card.text).toContain('**[The old bridge reopens]');
    expect(card.text).toContain('-# It begins\n> “The bridge was built in 1842.”');
  });

  it('suggests articles by title, also those whose id is too long for Discord', async () => {
    const long = makeArticle({ id: `https://x.example/${'a'.repeat(200)}`, title: 'A long way' });
    stage.snapshot = tinySnapshot([...ARTICLES, long]);
    const { asMember } = stage.playground;
    const [choice] = await asMember.autocomplete('sources', 'query', 'long');
    expect(choice?.name).toBe('A long way');
    const card = await asMember.slash('sources', { query: String(choice?.value) });
    expect(card.text).toContain('**A long way**');
  });

  it('pages through many, also after a restart', async () => {
    const many = Array.from({ length: 8 }, (_, n) => makeArticle({ id: `n${n}`, title: `Number ${n}` }));
    stage.snapshot = tinySnapshot(many);
    const list = await stage.playground.asMember.slash('sources', { query: 'number' });
    expect(list.text).toContain('Page 1 of 2');
    await stage.restart();
    stage.snapshot = tinySnapshot(many);
    await list.press('Next');
    expect(list.text).toContain('Number 7');
    await stage.state.views.clear();
    expect((await list.press('Previous')).text).toContain('This list is too old');
  });

  it('says when nothing fits, and when an article has gone', async () => {
    const { asMember } = stage.playground;
    expect((await asMember.slash('sources', { query: 'zebra' })).text).toBe('No article fits **zebra**.');
    const list = await asMember.slash('sources');
    const menu = list.components.find((component) => component.type === 3);
    const values = menu !== undefined && 'options' in menu ? menu.options.map(({ value }) => value) : [];
    stage.snapshot = tinySnapshot([]);
    expect((await list.choose('Show one of these', values.slice(0, 1))).text).toContain('no longer among');
    expect((await asMember.slash('sources')).text).toBe('There are no articles yet.');
  });
});
