/**
 * What Discord accepts, in UTF-16 units unless said otherwise.
 * Source: https://docs.discord.com/developers/components/reference and /developers/resources/message.
 */
export const LIMITS = {
  /** Components of a message, nested ones counted. */
  components: 40,
  /** All text displays of a message together. */
  text: 4000,
  /**
   * UTF-8 bytes of all text displays, and `textBytesEach` more for each: beyond that Discord answers with an error of
   * its own. Source: https://github.com/discord/discord-api-docs/issues/8554.
   */
  textBytes: 10_170,
  textBytesEach: 12,
  buttonsPerRow: 5,
  label: 80,
  customId: 100,
  /** The address of a link button. */
  linkUrl: 512,
  sectionTexts: 3,
  galleryItems: 10,
  mediaDescription: 1024,
  selectOptions: 25,
  selectText: 100,
  placeholder: 150,
  modalTitle: 45,
  modalComponents: 5,
  /** What can be typed into one field of a form. */
  modalText: 4000,
  choices: 25,
  choiceText: 100,
  files: 10,
  /** Bytes of one file in a server without boosts. */
  fileBytes: 10 * 1024 * 1024,
  commandName: 32,
  commandDescription: 100,
} as const;
