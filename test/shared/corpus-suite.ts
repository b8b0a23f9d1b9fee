import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Keeper } from '../../src/corpus/keep/keeper.ts';
import type { Library, ReloadReport } from '../../src/library/index.ts';
import { createAudit } from '../../src/state/audit.ts';
import type { State } from '../../src/state/state.ts';

/** A process that has the corpus. */
export interface Member {
  readonly live: Library;
  readonly keeper: Keeper;
  readonly state: State;
  /** Until it has what the others have changed. */
  caughtUp(): Promise<void>;
  close(): Promise<void>;
}

/** A corpus, empty for each test. */
export interface CorpusPlace {
  join(): Promise<Member>;
  close(): Promise<void>;
}

const BODY =
  'It was built in 1842 by the people of Osterby, who paid for it themselves. The mayor opened it on a Monday in spring.';

/** An article as a moderator pastes it. */
export async function add(keeper: Keeper, title: string, by = '1', body = BODY) {
  const preview = await keeper.preview({ kind: 'text', text: body, facts: { title } });
  return keeper.save(preview.draft, { by });
}

export const titles = ({ live }: Member) =>
  live
    .current()
    .articles.map(({ title }) => title)
    .sort();

const named = (articles: ReloadReport['added']) => articles.map(({ title }) => title);

/** What every kind of corpus does for two processes, whatever it lies in. */
export function testCorpus(openPlace: () => Promise<CorpusPlace>): void {
  let place: CorpusPlace;
  let one: Member;
  let two: Member;
  beforeEach(async () => {
    place = await openPlace();
    one = await place.join();
    two = await place.join();
  });
  afterEach(async () => {
    await one.close();
    await two.close();
    await place.close();
  });
  const articleOf = ({ live }: Member, title: string) => {
    const found = live.current().articles.find((article) => article.title === title);
    if (found === undefined) throw new Error(`no article ${title}`);
    return found;
  };

  it('what one adds, both answer from', async () => {
    await add(one.keeper, 'The stone bridge');
    const report = await one.live.reload({ by: '1' });
    expect([named(report.added), report.swapped]).toEqual([['The stone bridge'], true]);
    await two.caughtUp();
    expect(titles(two)).toEqual(['The stone bridge']);
    const answer = two.live.current().ask('when was it built', { top: 1 });
    expect(answer.kind === 'answer' && answer.passages[0].article.title).toBe('The stone bridge');
  });

  it('a draft of one can be looked at, changed and saved by the other', async () => {
    const { draft } = await one.keeper.preview({ kind: 'text', text: BODY, facts: { title: 'A draft' } });
    expect((await two.keeper.draft(draft)).articles[0]?.article.title).toBe('A draft');
    await two.keeper.revise(draft, { title: 'The wooden bridge' });
    expect(await one.keeper.save(draft, { by: '1' })).toMatchObject({ title: 'The wooden bridge' });
    await expect(two.keeper.draft(draft)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('what one removes, the other finds in the trash and puts back', async () => {
    await add(one.keeper, 'The stone bridge');
    await one.live.reload();
    await one.keeper.remove(articleOf(one, 'The stone bridge'), { by: '1' });
    expect(named((await one.live.reload({ confirmed: true })).removed)).toEqual(['The stone bridge']);
    await two.caughtUp();
    expect(titles(two)).toEqual([]);
    const [entry] = await two.keeper.trash();
    await two.keeper.restore(entry?.id ?? '', { by: '2' });
    expect(named((await two.live.reload()).added)).toEqual(['The stone bridge']);
    await one.caughtUp();
    expect(titles(one)).toEqual(['The stone bridge']);
    expect(await one.keeper.trash()).toEqual([]);
  });

  it('two who change different articles at once lose nothing', async () => {
    const changes = Array.from({ length: 6 }, (_, i) =>
      add(i % 2 === 0 ? one.keeper : two.keeper, `Bridge ${i}`, String(i)),
    );
    await Promise.all(changes);
    await one.live.reload();
    await two.live.reload();
    const all = Array.from({ length: 6 }, (_, i) => `Bridge ${i}`);
    expect([titles(one), titles(two)]).toEqual([all, all]);
  });

  it('two who add the same at once: one is told that it is there', async () => {
    const outcomes = await Promise.allSettled(
      [one, two].map(({ keeper }) => add(keeper, 'The stone bridge')),
    );
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused.map(({ reason }) => reason.code)).toEqual(['exists']);
  });

  it('the log of changes has each once, in their order, whoever made it', async () => {
    await add(one.keeper, 'The stone bridge', '1');
    await two.live.reload();
    await two.keeper.edit(articleOf(two, 'The stone bridge'), { publisher: 'The Post' }, { by: '2' });
    await one.live.reload();
    expect(articleOf(one, 'The stone bridge').publisher).toBe('The Post');
    await one.keeper.remove(articleOf(one, 'The stone bridge'), { by: '1' });
    const entries = await createAudit({ store: two.state.audit }).recent(9);
    expect(entries.map(({ by, action }) => `${by} ${action}`)).toEqual(['1 remove', '2 edit', '1 add']);
  });
}
