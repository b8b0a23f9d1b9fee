import { createHash } from 'node:crypto';
import { readConfig } from '../../src/config/config.ts';
import { createLog } from '../../src/log.ts';
import { start } from '../../src/start.ts';
import { Order, type Told, titleOf } from './messages.ts';

/*
 * A bot as `src/main.ts` starts it, which is also told over IPC to change articles, as its moderators would, and tells what
 * it answers from.
 */

const BY = '1400000000000000006';

function tell(told: Told): void {
  if (process.connected) process.send?.(told);
}

const config = readConfig(process.env);
const log = createLog({ level: 'info' });
const started = await start(config, log);
if (started === undefined) throw new Error('It was stopped before it had begun');
const { library, keeper } = started;
tell({ kind: 'ready' });

let told = '';
setInterval(() => {
  const { version = -1 } = library.status();
  const { articles } = library.current();
  const hash = createHash('sha256');
  for (const line of articles.map(({ id, hash: own }) => `${id} ${own}`).sort()) hash.update(`${line}\n`);
  const digest = hash.digest('hex');
  if (library.status().version !== version || told === `${version} ${digest}`) return;
  told = `${version} ${digest}`;
  tell({ kind: 'answers-from', version, digest });
}, 50);

process.on('message', (message) => {
  const order = Order.parse(message);
  carryOut(order).then(
    () => tell({ kind: 'done', order }),
    (error: unknown) =>
      tell({ kind: 'done', order, error: error instanceof Error ? error.message : String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));

async function carryOut({ step, article }: Order): Promise<void> {
  const title = titleOf(article);
  if (step === 'add') {
    const text = `Ferry ${article} sails from Osterby on Mondays. It carries ${article + 10} cars, and it was built in 1950.`;
    const { draft } = await keeper.preview({ kind: 'text', text, facts: { title } });
    await keeper.save(draft, { by: BY });
  } else {
    const found = library.current().articles.find((each) => each.title === title);
    if (found === undefined) throw new Error(`${title} is not there`);
    if (step === 'change') await keeper.edit(found, { publisher: 'The Osterby Post' }, { by: BY });
    else await keeper.remove(found, { by: BY });
  }
  await library.reload({ by: BY });
}
