#!/usr/bin/env node
// Plain JavaScript on purpose: an old Node cannot read the TypeScript behind this door, so the version is checked here.
import module from 'node:module';
import { fileURLToPath } from 'node:url';

const OLDEST_NODE = 24;
/** What is compiled is kept beside the packages, and goes with them at the next "npm ci". */
const COMPILED = fileURLToPath(new URL('../node_modules/.cache/footnote', import.meta.url));

const major = Number(process.versions.node.split('.')[0]);
if (major < OLDEST_NODE) {
  process.stderr.write(
    `footnote: Node ${process.versions.node} is too old; Footnote needs Node ${OLDEST_NODE} or newer.\n` +
      'Either install it from https://nodejs.org, or start through npm ("npm start", "npm run -s footnote -- …"):\n' +
      'on Linux and 64-bit Windows "npm ci" brings a Node of the right version and npm scripts use it by themselves.\n',
  );
  process.exitCode = 1;
} else {
  // A folder that can't be written is no fault: then everything is compiled anew.
  module.enableCompileCache(COMPILED);
  // Each loads only what it needs: "health" is asked every few seconds, and no language model is loaded for it.
  if (process.argv[2] === 'start' || process.argv[2] === 'demo') await import('./main.ts');
  else if (process.argv[2] === 'health') await import('./health.ts');
  else await import('./cli.ts');
}
