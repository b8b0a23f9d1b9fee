import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Snapshot } from '../../src/library/index.ts';
import { openLibrary } from '../../src/library/index.ts';
import { sentenceEnds, tools } from '../language.ts';

/** One line of an export. */
export interface Line {
  readonly url: string;
  readonly title: string;
  readonly publisher?: string;
  readonly published?: string;
  readonly text: string;
}

/** What three made-up papers say about a harbour town, over two centuries. */
export const HARBOUR: readonly Line[] = [
  {
    url: 'https://post.example/osterby',
    title: 'Osterby at a glance',
    publisher: 'The Harbour Post',
    published: '2021-08-05',
    text: [
      'Osterby was founded in 1721. The lighthouse of Osterby was lit on 3 May 1842.',
      'A storm destroyed the harbour of Osterby in January 1902. Trains have served Osterby since 1911.',
      'The bridge of Osterby fell on 5 March 2011. Osterby rebuilt the bridge in June 2018.',
      'Osterby will open a museum in 2030. The mayor of Osterby likes tea.',
    ].join('\n\n'),
  },
  {
    url: 'https://daily.example/bridge',
    title: 'The bridge, ten years on',
    publisher: 'The Daily Gull',
    published: '2021-03-05',
    text: [
      'The bridge of Osterby fell on 5 March 2011. Divers found its bell in Osterby on 9 March 2011.',
      'Osterby mourned on 12 March 2011. Engineers came to Osterby on 1 April 2011. An inquiry opened in Osterby in May 2011.',
    ].join('\n\n'),
  },
  {
    url: 'https://undated.example/fair',
    title: 'The fair',
    text: 'The fair of Osterby was held in June. It was as merry as in 1999.',
  },
];

/** A corpus that really answers, from an export in a temporary folder that is gone again. */
export async function snapshotOf(lines: readonly Line[]): Promise<Snapshot> {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-timeline-'));
  try {
    const corpus = join(folder, 'export.jsonl');
    writeFileSync(corpus, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    const library = await openLibrary({ corpus }, tools, sentenceEnds);
    const snapshot = library.current();
    await library.close();
    return snapshot;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
