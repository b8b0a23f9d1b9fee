import { SimpleShardingStrategy, type WebSocketOptions } from 'discord.js';

type Manager = Parameters<NonNullable<WebSocketOptions['buildStrategy']>>[0];

/**
 * The usual connections to Discord, which also end when they are told to while Discord is out of reach: the original
 * would go on reconnecting for ever then, because a connection that waits for its next try does not listen.
 */
export class StoppableSharding extends SimpleShardingStrategy {
  readonly #manager: Manager;
  readonly #retrieveSessionInfo: Manager['options']['retrieveSessionInfo'];

  constructor(manager: Manager) {
    super(manager);
    this.#manager = manager;
    this.#retrieveSessionInfo = manager.options.retrieveSessionInfo;
  }

  override async spawn(shardIds: number[]): Promise<void> {
    this.#manager.options.retrieveSessionInfo = this.#retrieveSessionInfo;
    await super.spawn(shardIds);
  }

  override async destroy(...options: Parameters<SimpleShardingStrategy['destroy']>): Promise<void> {
    // Every try begins by asking for its session; from now on that is never answered.
    this.#manager.options.retrieveSessionInfo = () => new Promise<never>(() => undefined);
    await super.destroy(...options);
  }
}
