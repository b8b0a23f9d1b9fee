#!/usr/bin/env node
// Plain JavaScript on purpose: an old Node cannot read the TypeScript behind this door, so the version is checked here.
const OLDEST_NODE = 24;

const major = Number(process.versions.node.split('.')[0]);
if (major < OLDEST_NODE) {
  process.stderr.write(
    `footnote: Node ${process.versions.node} is too old; Footnote needs Node ${OLDEST_NODE} or newer.\n` +
      'Either install it from https://nodejs.org, or start through npm ("npm start", "npm run -s footnote -- …"):\n' +
      'on Linux and 64-bit Windows "npm ci" brings a Node of the right version and npm scripts use it by themselves.\n',
  );
  process.exitCode = 1;
} else if (process.argv[2] === 'start') {
  await import('./main.ts');
} else if (process.argv[2] === 'health') {
  // Asked every few seconds: none of the language model is loaded for it.
  await import('./health.ts');
} else {
  await import('./cli.ts');
}
