import { startPlayground } from '../../src/playground/index.ts';
import { createMembers } from './members.ts';
import { Order, type Told } from './messages.ts';

/* A Discord and its members, in a process of their own, so that the memory of the bot's is the bot's alone. */

const [corpus = '', begin = '0'] = process.argv.slice(2);
let now = Number(begin);
const playground = await startPlayground({ now: () => now });
const act = createMembers(playground, corpus);

function tell(told: Told): void {
  process.send?.(told);
}

process.on('message', (message) => void carryOut(Order.parse(message)));
process.on('disconnect', () => process.exit(0));
tell({
  kind: 'open',
  token: playground.token,
  apiUrl: playground.apiUrl,
  guildId: playground.guildId,
});

async function carryOut(order: Order): Promise<void> {
  if (order.kind === 'end') {
    await playground.close();
    process.disconnect();
    return;
  }
  now = order.now;
  playground.expire();
  const all = await Promise.all(Array.from({ length: order.count }, (_, i) => act(order.first + i)));
  tell({
    kind: 'done',
    done: Object.fromEntries(
      [...Map.groupBy(all, ({ kind }) => kind)].map(([kind, own]) => [kind, own.length]),
    ),
    failed: all.flatMap(({ failed }) => failed ?? []),
  });
}
