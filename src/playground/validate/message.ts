import { z } from 'zod';
import { ApiError, type ErrorTree, errorTree } from '../shapes/api-error.ts';
import { type ApiEmbed, type ApiTopLevel, MESSAGE_FLAGS } from '../shapes/message-shapes.ts';
import { walk } from '../world/walk-components.ts';
import { COMPONENT_LIMITS, layoutComponents, legacyComponents } from './components.ts';
import { embeds } from './embeds.ts';
import { check, complain, dropNulls, snowflake, upTo } from './form.ts';

/** Source: https://discord.com/developers/docs/resources/message#create-message */
export const MESSAGE_LIMITS = {
  content: 2000,
  files: 10,
  /** Bytes of one file. */
  fileSize: 10 * 1024 * 1024,
  /**
   * UTF-8 bytes of all text displays plus 12 for each: above it Discord answers 500.
   * Source: https://github.com/discord/discord-api-docs/issues/8554
   */
  textBytes: 10_170,
  textBytesEach: 12,
} as const;

/** Flags that a new message may carry. */
export const CREATE_FLAGS =
  MESSAGE_FLAGS.suppressEmbeds | MESSAGE_FLAGS.suppressNotifications | MESSAGE_FLAGS.componentsV2;

const ids = z.array(snowflake).max(100);
const allowedMentions = z
  .object({
    parse: z.array(z.literal(['users', 'roles', 'everyone'])).exactOptional(),
    users: ids.exactOptional(),
    roles: ids.exactOptional(),
    replied_user: z.boolean().exactOptional(),
  })
  .superRefine((value, context) => {
    for (const kind of ['users', 'roles'] as const) {
      if (value.parse?.includes(kind) && (value[kind]?.length ?? 0) > 0) {
        complain(
          context,
          [],
          'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
          `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
        );
      }
    }
  });

export type AllowedMentions = z.infer<typeof allowedMentions>;

const common = {
  content: upTo(MESSAGE_LIMITS.content).nullish(),
  tts: z.boolean().nullish(),
  flags: z.int().min(0).nullish(),
  nonce: z.union([upTo(25), z.int()]).nullish(),
  enforce_nonce: z.boolean().nullish(),
  embeds: z.preprocess(dropNulls, embeds.optional()),
  allowed_mentions: z.preprocess(dropNulls, allowedMentions.optional()),
  attachments: z.preprocess(
    dropNulls,
    z
      .array(
        z.object({
          id: z.union([snowflake, z.int().min(0).transform(String)]),
          filename: upTo(1024).exactOptional(),
          title: upTo(1024).exactOptional(),
          description: upTo(1024).exactOptional(),
        }),
      )
      .max(MESSAGE_LIMITS.files)
      .optional(),
  ),
  message_reference: z.preprocess(
    dropNulls,
    z
      .object({
        type: z.literal(0).exactOptional(),
        message_id: snowflake,
        channel_id: snowflake.exactOptional(),
        guild_id: snowflake.exactOptional(),
        fail_if_not_exists: z.boolean().exactOptional(),
      })
      .optional(),
  ),
};

const legacyBody = z.object({
  ...common,
  components: z.preprocess(dropNulls, legacyComponents.optional()),
});
const layoutBody = z.object({
  ...common,
  components: z.preprocess(dropNulls, layoutComponents.optional()),
});

export interface MessageBody extends Omit<z.infer<typeof legacyBody>, 'components' | 'embeds'> {
  embeds?: ApiEmbed[] | undefined;
  components?: ApiTopLevel[] | undefined;
}

/** What the check has to know about where the body is going. */
export interface MessageContext {
  /** Flags that may be set. */
  allowedFlags: number;
  /** The message that is edited, if one is. */
  existing?: { flags: number; content: string; embeds: readonly ApiEmbed[] };
  /** Path of the body in the request, e.g. `['data']`; empty for webhooks. */
  path?: readonly string[];
}

const head = z.object({ flags: z.int().min(0).nullish() });

/**
 * Checks the body of a message, new or edited, without its files.
 *
 * @throws {ApiError} 400/50035 with the path of every wrong field; 500 where Discord itself breaks (see
 *   `MESSAGE_LIMITS.textBytes`).
 */
export function checkMessage(value: unknown, context: MessageContext): MessageBody {
  const path = context.path ?? [];
  try {
    const flags = check(head, value).flags ?? undefined;
    const before = context.existing?.flags ?? 0;
    checkFlags(flags, before, context.allowedFlags);
    const layout = (((flags ?? 0) | before) & MESSAGE_FLAGS.componentsV2) !== 0;
    const body: MessageBody = check<MessageBody>(layout ? layoutBody : legacyBody, value);
    const problems = [...repeated(body.components ?? []), ...(layout ? legacyFields(body, context) : [])];
    if (layout) problems.push(...layoutTotals(body.components ?? []));
    if (problems.length > 0) throw new ApiError(400, 50035, 'Invalid Form Body', errorTree(problems));
    return body;
  } catch (error) {
    if (!(error instanceof ApiError) || error.errors === undefined) throw error;
    throw new ApiError(error.status, error.code, error.message, below(path, error.errors));
  }
}

function below(path: readonly string[], tree: ErrorTree): ErrorTree {
  return path.reduceRight<ErrorTree>((inner, key) => ({ [key]: inner }), tree);
}

interface Problem {
  path: (string | number)[];
  code: string;
  message: string;
}

function checkFlags(flags: number | undefined, before: number, allowed: number): void {
  if (flags === undefined) return;
  const problem = (code: string, message: string) =>
    new ApiError(400, 50035, 'Invalid Form Body', errorTree([{ path: ['flags'], code, message }]));
  const foreign = flags & ~(allowed | before);
  if (foreign !== 0) {
    throw problem('MESSAGE_FLAGS_NOT_ALLOWED', `The flags ${foreign} cannot be set here.`);
  }
  if (before & MESSAGE_FLAGS.componentsV2 && !(flags & MESSAGE_FLAGS.componentsV2)) {
    throw problem(
      'MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG',
      'The flag IS_COMPONENTS_V2 cannot be removed from a message.',
    );
  }
}

/** With IS_COMPONENTS_V2 there is no content and there are no embeds, neither new nor left from before. */
function legacyFields(body: MessageBody, context: MessageContext): Problem[] {
  const content = body.content ?? (body.content === undefined ? context.existing?.content : '') ?? '';
  const embedCount = (body.embeds ?? context.existing?.embeds ?? []).length;
  const problem = (field: string): Problem => ({
    path: [field],
    code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    message: `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
  });
  return [...(content === '' ? [] : [problem('content')]), ...(embedCount > 0 ? [problem('embeds')] : [])];
}

function repeated(components: readonly ApiTopLevel[]): Problem[] {
  const problems: Problem[] = [];
  const customIds = new Set<string>();
  const ids = new Set<number>();
  for (const { component, path } of walk(components)) {
    if ('custom_id' in component && component.custom_id !== undefined) {
      if (customIds.has(component.custom_id)) {
        problems.push({
          path: [...path, 'custom_id'],
          code: 'COMPONENT_CUSTOM_ID_DUPLICATED',
          message: 'Component custom id cannot be duplicated',
        });
      }
      customIds.add(component.custom_id);
    }
    if (component.id !== undefined && component.id !== 0) {
      if (ids.has(component.id)) {
        problems.push({
          path: [...path, 'id'],
          code: 'COMPONENT_ID_DUPLICATED',
          message: 'Component id cannot be duplicated',
        });
      }
      ids.add(component.id);
    }
  }
  return problems;
}

function layoutTotals(components: readonly ApiTopLevel[]): Problem[] {
  const problems: Problem[] = [];
  let count = 0;
  let length = 0;
  let bytes = 0;
  let media = 0;
  for (const { component } of walk(components)) {
    count++;
    if (component.type === 11) media++;
    if (component.type === 12) media += component.items.length;
    if (component.type !== 10) continue;
    length += component.content.length;
    bytes += Buffer.byteLength(component.content) + MESSAGE_LIMITS.textBytesEach;
  }
  if (count > COMPONENT_LIMITS.total) {
    problems.push({
      path: ['components'],
      code: 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
      message: `A message can have at most ${COMPONENT_LIMITS.total} components in total, not ${count}.`,
    });
  }
  if (length > COMPONENT_LIMITS.totalText) {
    problems.push({
      path: ['components'],
      code: 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
      message: `Components displayable text size exceeds maximum size of ${COMPONENT_LIMITS.totalText}`,
    });
  }
  if (problems.length === 0 && (bytes > MESSAGE_LIMITS.textBytes || media > COMPONENT_LIMITS.totalMedia)) {
    throw new ApiError(500, 0, '500: Internal Server Error');
  }
  return problems;
}
