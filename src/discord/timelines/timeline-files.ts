import { type APIComponentInContainer, ComponentType } from 'discord.js';
import { timelineCsv, timelineMarkdown } from '../../timeline/tell/export-timeline.ts';
import type { Timeline } from '../../timeline/tell/timeline-types.ts';
import { LIMITS } from '../replies/discord-limits.ts';
import { escapeMarkdown } from '../replies/escape-markdown.ts';
import { clip } from '../replies/fit-text.ts';
import {
  button,
  buttonRows,
  container,
  textDisplay,
  type View,
  type ViewFile,
} from '../replies/view-parts.ts';
import { formatCustomId } from '../routing/custom-id.ts';
import type { Words } from '../words/words.ts';
import type { DrawnTimeline } from './drawn.ts';
import { TIMELINE_SCOPE } from './timeline-view.ts';
import { timelineWords } from './timeline-words.ts';

const DEFAULTS = { fileName: 40 } as const;

/** Where pictures and files are shown; whoever asked can delete them when everyone sees them. */
export interface FilesPlace {
  readonly viewId: string;
  readonly private: boolean;
  readonly words: Words;
}

/** A timeline's picture, with its description for people who can't see it. */
export function pictureView({ png, alt, title }: DrawnTimeline, place: FilesPlace): View {
  const description = clip(alt, LIMITS.mediaDescription);
  const file: ViewFile = { name: `${fileName(title)}.png`, data: png, description };
  return filesView(
    title,
    place,
    [file],
    [
      {
        type: ComponentType.MediaGallery,
        items: [{ media: { url: `attachment://${file.name}` }, description }],
      },
    ],
  );
}

/** A timeline as Markdown and as a table for spreadsheets. */
export function exportView(timeline: Timeline, title: string, place: FilesPlace): View {
  const { words } = place;
  const name = fileName(title);
  const told = timelineWords(words);
  const files: ViewFile[] = [
    {
      name: `${name}.md`,
      data: Buffer.from(timelineMarkdown(timeline, words.say('timeline.title', { title }), told)),
    },
    // The byte order mark tells spreadsheets that it is UTF-8.
    { name: `${name}.csv`, data: Buffer.from(`\ufeff${timelineCsv(timeline, told)}`) },
  ];
  return filesView(
    title,
    place,
    files,
    files.map((file) => ({ type: ComponentType.File, file: { url: `attachment://${file.name}` } })),
  );
}

function filesView(
  title: string,
  { viewId, words, private: isPrivate }: FilesPlace,
  files: readonly ViewFile[],
  parts: readonly APIComponentInContainer[],
): View {
  const remove = button(words.say('button.delete'), formatCustomId(TIMELINE_SCOPE, 'discard', viewId), {
    emoji: '🗑️',
  });
  return {
    files,
    components: [
      container(undefined, [
        textDisplay(`**${words.say('timeline.title', { title: escapeMarkdown(title) })}**`),
        ...parts,
        ...(isPrivate ? [] : buttonRows([remove])),
      ]),
    ],
  };
}

/** `timeline-daraa`: letters and digits that every system takes. */
function fileName(title: string): string {
  const plain = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, DEFAULTS.fileName)
    .replace(/^-|-$/g, '');
  return plain === '' ? 'timeline' : `timeline-${plain}`;
}
