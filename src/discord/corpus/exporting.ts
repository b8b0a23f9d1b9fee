import { type ChatInputCommandInteraction, ComponentType } from 'discord.js';
import type { CommandContext } from '../command.ts';
import { sizeText } from '../quoting/view-lines.ts';
import { LIMITS } from '../replies/discord-limits.ts';
import { escapeMarkdown } from '../replies/escape-markdown.ts';
import { note, textDisplay } from '../replies/view-parts.ts';
import { refuse } from './changing.ts';

const FILE = 'corpus.jsonl.gz';

/** `/corpus export`: the articles as one file, if Discord takes it. */
export async function exportCorpus(
  context: CommandContext,
  { attachmentSizeLimit }: ChatInputCommandInteraction,
): Promise<void> {
  const { door, keeper, library, words } = context;
  await door.defer({ private: true });
  await refuse(context, async () => {
    const limit = Math.min(attachmentSizeLimit, LIMITS.fileBytes);
    const result = await keeper.exportCorpus(library.current().articles, limit);
    if (!result.ok) return door.update(note(escapeMarkdown(result.reason)));
    const { bytes, articles } = result;
    await door.update({
      components: [
        textDisplay(
          words.say('corpus.exported', { count: articles, size: sizeText(bytes.byteLength, words) }),
        ),
        { type: ComponentType.File, file: { url: `attachment://${FILE}` } },
      ],
      files: [{ name: FILE, data: Buffer.from(bytes) }],
    });
  });
}
