import { z } from 'zod';
import { trimEndOf } from '../text/trim-ends.ts';

/*
 * How the values of the environment are written. Each message says what is wrong and the fix; the variable's name is put
 * before it.
 */

/** Ten years: what is kept longer was not meant to be forgotten at all. */
const MOST_DAYS = 3650;

/** Discord's ids are 64-bit numbers; those given out since 2015 have 17 to 20 digits. */
const SNOWFLAKE = /^\d{17,20}$/;

const HOW_TO_GET_TOKEN =
  'Copy it from https://discord.com/developers/applications → your application → Bot → Reset Token.';

export const token = z
  .string()
  .transform((text) => text.replace(/^Bot\s+/i, ''))
  .pipe(z.string())
  .refine((text) => !/\s/.test(text), `holds a blank; a token has none. ${HOW_TO_GET_TOKEN}`)
  .refine((text) => !SNOWFLAKE.test(text), `is an id, not a token. ${HOW_TO_GET_TOKEN}`)
  .refine(
    (text) => !/^[0-9a-f]{64}$/i.test(text),
    `is the application's public key, not its token. ${HOW_TO_GET_TOKEN}`,
  );

export const applicationId = z
  .string()
  .regex(
    SNOWFLAKE,
    'is not an id of 17 to 20 digits. Copy "Application ID" from the developer portal, or leave it empty.',
  );

export const guildIds = z
  .string()
  .transform((text) => text.split(/[\s,;]+/).filter((part) => part !== ''))
  .pipe(
    z.array(
      z.string().regex(SNOWFLAKE, {
        error: ({ input }) =>
          `has "${String(input)}", which is not a server id of 17 to 20 digits. In Discord turn on Settings → Advanced → Developer Mode, right-click the server, Copy Server ID; separate several with commas.`,
      }),
    ),
  )
  .transform((ids) => [...new Set(ids)]);

export const homeGuildId = z
  .string()
  .regex(
    SNOWFLAKE,
    'is not a server id of 17 to 20 digits. In Discord turn on Settings → Advanced → Developer Mode, right-click the server, Copy Server ID; it is one server only.',
  );

export const apiUrl = z
  .url({ protocol: /^https?$/, error: 'is not an http(s) address. Leave it empty for Discord itself.' })
  .pipe(
    z.string().refine((text) => {
      const { protocol, hostname } = new URL(text);
      return protocol === 'https:' || isLoopback(hostname);
    }, 'is not an https address: the token would cross the network for everyone to read. Only this machine itself (localhost, 127.0.0.1) may be reached by http.'),
  )
  .transform((text) => trimEndOf(text, /\//).replace(/\/v\d+$/, ''));

/** As the URL parser writes it: numbers in their usual form, IPv6 in brackets. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

export const databaseUrl = z.string().transform((text, context) => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url !== undefined && /^postgres(?:ql)?:$/.test(url.protocol) && url.pathname.length > 1) return text;
  context.addIssue({
    code: 'custom',
    message:
      'is not the address of a PostgreSQL database. Write postgres://user:password@server:5432/database, with characters like @ and / in the password as %40 and %2F; or leave it empty, and all is kept in DATA_DIR.',
  });
  return z.NEVER;
});

export const port = z.string().transform((text, context) => {
  const number = Number(text);
  if (/^\d+$/.test(text) && number <= 65_535) return number;
  context.addIssue({
    code: 'custom',
    message: `is "${text}", not a port. Give a whole number from 0 to 65535; 0 takes a free one.`,
  });
  return z.NEVER;
});

export const shards = z.string().transform((text, context) => {
  const [, first, last = first, total] = /^(\d{1,5})(?:\s*-\s*(\d{1,5}))?\s*\/\s*(\d{1,5})$/.exec(text) ?? [];
  const range = { first: Number(first), last: Number(last), total: Number(total) };
  if (range.first <= range.last && range.last < range.total) return Object.freeze(range);
  context.addIssue({
    code: 'custom',
    message: `is "${text}". Write which of how many, counted from 0, such as 0-3/16; or leave it empty, and all are opened.`,
  });
  return z.NEVER;
});

export const yesOrNo = z.string().transform((text, context) => {
  if (/^(?:yes|true|on|1)$/i.test(text)) return true;
  if (/^(?:no|false|off|0)$/i.test(text)) return false;
  context.addIssue({ code: 'custom', message: `is "${text}". Write yes or no.` });
  return z.NEVER;
});

export const days = z.string().transform((text, context) => {
  const number = Number(text);
  if (/^\d+$/.test(text) && number <= MOST_DAYS) return number;
  context.addIssue({
    code: 'custom',
    message: `is "${text}", not a number of days. Give a whole number from 0 to ${MOST_DAYS}; 0 keeps nothing.`,
  });
  return z.NEVER;
});
