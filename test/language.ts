import { loadTools } from '../src/answer/load-tools.ts';
import { createSentenceEnds } from '../src/text/sentence-boundaries.ts';

/*
 * The language model, loaded once for all tests of a process: it takes a second, and memory that is never given back.
 */

/** The real tools: the language model, the gazetteer, the weights that come with this version. */
export const tools = loadTools();

/** Where sentences end in a text. */
export const sentenceEnds = createSentenceEnds();
