/** The playground's one door: nothing else of it is imported from outside, and it imports nothing of the bot. */

export { openPlayground } from './open-playground.ts';
export { textOf } from './people/outcome.ts';
export type { Outcome, Person } from './people/person.ts';
export type { Playground, PlaygroundOptions } from './playground-types.ts';
export { startPlayground } from './server.ts';
export type { ApiMessage } from './shapes/message-shapes.ts';
