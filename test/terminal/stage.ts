import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createSnapshot } from '../../src/library/create-snapshot.ts';
import type { Snapshot } from '../../src/library/index.ts';
import type { Io } from '../../src/terminal/io.ts';
import { articleOf, engineOf } from '../answer/stage.ts';

/** A terminal that keeps what is printed. */
export interface StringIo extends Io {
  /** Everything printed on standard output so far. */
  printed(): string;
  complained(): string;
}

export function stringIo({ colour = false } = {}): StringIo {
  let out = '';
  let err = '';
  return {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    colour,
    printed: () => out,
    complained: () => err,
  };
}

/** Two articles: one of which everything is known, and one of which nothing is. */
export const ARTICLES = [
  articleOf({
    id: 'bridge',
    title: 'The old bridge reopens',
    publisher: 'The Harbour Post',
    url: 'https://harbour.example/bridge',
    published: '2021-08-05',
    text: 'Ada Quill, the mayor of Osterby, reopened the old bridge on Monday.\n\nThe repairs of the bridge cost $4.5 million.',
  }),
  articleOf({
    id: 'ferry',
    title: 'Ferry fares rise',
    text: 'The ferry between Osterby and Vellmark carried 380,000 passengers in 2020.',
  }),
] as const;

/** A corpus that really answers. */
export function openSnapshot(): Snapshot {
  return createSnapshot(engineOf(...ARTICLES), []);
}

/** Writes a file into a new folder that lives as long as the test. Returns the file's path. */
export function fileOf(name: string, content: string | Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-terminal-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

export const jsonLines = (...values: readonly unknown[]): string =>
  values.map((value) => `${JSON.stringify(value)}\n`).join('');

/** The JSON values that were printed, a line each. */
export const parseLines = (text: string): unknown[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));
