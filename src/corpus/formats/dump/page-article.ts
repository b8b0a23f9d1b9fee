import type { Draft } from '../../reading/draft.ts';

/** An article of an export before its text is read. */
export interface DumpArticle {
  readonly metadata: Draft['metadata'];
  readonly format: 'fragment' | 'wikitext';
  readonly source: string;
}

/** What an export says of its whole site. */
export interface SiteFacts {
  readonly name: string | undefined;
  readonly base: string | undefined;
  /** Names of people by the ones they log in with. */
  readonly people: ReadonlyMap<string, string>;
}
