import { z } from 'zod';
import { invalidField } from '../shapes/api-error.ts';
import type { ApiChoice } from '../shapes/message-shapes.ts';
import { check, dropNulls, text, upTo } from './form.ts';

/** Kinds of interaction: https://discord.com/developers/docs/interactions/receiving-and-responding */
export const INTERACTION = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const;

/** Kinds of answer to an interaction. */
export const CALLBACK = {
  pong: 1,
  message: 4,
  deferredMessage: 5,
  deferredUpdate: 6,
  update: 7,
  choices: 8,
  modal: 9,
} as const;

export type CallbackType = (typeof CALLBACK)[keyof typeof CALLBACK];

/** Which answers which kind of interaction accepts. */
function accepted(interactionType: number, fromMessage: boolean): readonly number[] {
  switch (interactionType) {
    case INTERACTION.autocomplete:
      return [CALLBACK.choices];
    case INTERACTION.component:
      return [
        CALLBACK.message,
        CALLBACK.deferredMessage,
        CALLBACK.deferredUpdate,
        CALLBACK.update,
        CALLBACK.modal,
      ];
    case INTERACTION.modal:
      return fromMessage
        ? [CALLBACK.message, CALLBACK.deferredMessage, CALLBACK.deferredUpdate, CALLBACK.update]
        : [CALLBACK.message, CALLBACK.deferredMessage];
    default:
      return [CALLBACK.message, CALLBACK.deferredMessage, CALLBACK.modal];
  }
}

const callbackBody = z.object({ type: z.literal([1, 4, 5, 6, 7, 8, 9]) });

/**
 * The type of a callback.
 *
 * @param fromMessage Whether the interaction began at a component of a message.
 * @throws {ApiError} 400/50035 when this kind of interaction can't be answered so.
 */
export function checkCallbackType(
  value: unknown,
  interactionType: number,
  fromMessage: boolean,
): CallbackType {
  const { type } = check(callbackBody, value);
  const allowed = accepted(interactionType, fromMessage);
  if (allowed.includes(type)) return type;
  throw invalidField(
    ['type'],
    'INTERACTION_CALLBACK_TYPE_INVALID',
    `This interaction cannot be answered with type ${type}, only with ${allowed.join(', ')}.`,
  );
}

/** Source: https://discord.com/developers/docs/interactions/application-commands#autocomplete */
const MOST_CHOICES = 25;

const choicesOf = <T extends z.ZodType>(value: T) =>
  z.object({
    data: z.preprocess(
      dropNulls,
      z.object({ choices: z.array(z.object({ name: text(1, 100), value })).max(MOST_CHOICES) }),
    ),
  });

const stringChoices = choicesOf(upTo(100));
const integerChoices = choicesOf(z.int());
const numberChoices = choicesOf(z.number());

/**
 * The suggestions of a callback of type 8.
 *
 * @param optionType 3 string, 4 integer, 10 number.
 * @throws {ApiError} 400/50035
 */
export function checkChoices(value: unknown, optionType: number): ApiChoice[] {
  if (optionType === 3) return check(stringChoices, value).data.choices;
  return check(optionType === 4 ? integerChoices : numberChoices, value).data.choices;
}
