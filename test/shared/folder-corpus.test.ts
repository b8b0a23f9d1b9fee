import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'vitest';
import { openKeeper } from '../../src/corpus/keep/folder-keeper.ts';
import { describeChange } from '../../src/corpus/keep/keeper.ts';
import { openLibrary } from '../../src/library/index.ts';
import { createAudit } from '../../src/state/audit.ts';
import { openState } from '../../src/state/state.ts';
import { sentenceEnds, tools } from '../language.ts';
import { testCorpus } from './corpus-suite.ts';

describe('a corpus in a folder', () => {
  testCorpus(async () => {
    const home = mkdtempSync(join(tmpdir(), 'footnote-corpus-'));
    const corpus = mkdtempSync(join(home, 'corpus-'));
    return {
      async join() {
        const state = openState(home);
        const audit = createAudit({ store: state.audit });
        const library = await openLibrary({ corpus }, tools, sentenceEnds);
        const keeper = await openKeeper({
          corpus,
          async onChange(change) {
            await audit.append(describeChange(change));
          },
        });
        return {
          live: library,
          keeper,
          state,
          async caughtUp() {
            await library.reload({ confirmed: true });
          },
          async close() {
            await keeper.close();
            await library.close();
            await state.close();
          },
        };
      },
      close: async () => rmSync(home, { recursive: true }),
    };
  });
});
