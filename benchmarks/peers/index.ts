import type { Peer } from './peer.ts';
import type { WinkTokens } from './wink-tokens.ts';

const loadWinkTokens = async (): Promise<WinkTokens> => (await import('./wink-tokens.ts')).createWinkTokens();

/** Each peer is loaded by itself, in a process of its own, so that one that is not installed stops no other. */
const LOADERS = {
  footnote: async () => (await import('./footnote.ts')).footnote,
  retrieval: async () => (await import('./footnote.ts')).footnoteRetrieval,
  bm25: async () => (await import('./footnote.ts')).plainBm25,
  'bm25-context': async () => (await import('./footnote.ts')).bm25WithContext,
  minisearch: async () => (await import('./minisearch.ts')).minisearch,
  flexsearch: async () => (await import('./flexsearch.ts')).flexsearch,
  fts5: async () => (await import('./sqlite-fts5.ts')).sqliteFts5,
  lancedb: async () => (await import('./lancedb.ts')).lancedb,
  'wink-bm25': async () => (await import('./wink-bm25.ts')).createWinkBm25(await loadWinkTokens()),
  'wink-cosine': async () => (await import('./wink-cosine.ts')).createWinkCosine(await loadWinkTokens()),
  minilm: async () => (await import('./footnote.ts')).miniLmOverRetrieval,
  orama: async () => (await import('./orama.ts')).orama,
} as const satisfies Record<string, () => Promise<Peer>>;

export type PeerId = keyof typeof LOADERS;

const isPeerId = (name: string): name is PeerId => Object.hasOwn(LOADERS, name);

/** All peers, Footnote first and the slowest last, in the order of the tables. */
export const PEER_IDS: readonly PeerId[] = Object.keys(LOADERS).filter(isPeerId);

/** @throws Error listing the known names */
export function parsePeerId(name: string): PeerId {
  if (isPeerId(name)) return name;
  throw new Error(`There is no peer "${name}"; the peers are ${PEER_IDS.join(', ')}`);
}

export function loadPeer(id: PeerId): Promise<Peer> {
  return LOADERS[id]();
}
