/** Discord's component shapes (API v10), as far as the playground knows them. */

/** A number in a string: https://discord.com/developers/docs/reference#snowflakes */
export type Snowflake = string;

export interface ApiEmoji {
  id?: Snowflake | null;
  name?: string | null;
  animated?: boolean;
}

/** A picture or a file in a component; `url` is already resolved (no `attachment://` is left in what a page gets). */
export interface ApiMedia {
  url: string;
  proxy_url?: string;
  width?: number | null;
  height?: number | null;
  content_type?: string;
  attachment_id?: Snowflake;
}

export interface ApiButton {
  type: 2;
  id?: number;
  /** 1 primary, 2 secondary, 3 success, 4 danger, 5 link (`url`, no `custom_id`). */
  style: 1 | 2 | 3 | 4 | 5;
  label?: string;
  emoji?: ApiEmoji;
  custom_id?: string;
  url?: string;
  disabled?: boolean;
}

export interface ApiSelectOption {
  label: string;
  value: string;
  description?: string;
  emoji?: ApiEmoji;
  default?: boolean;
}

export interface ApiStringSelect {
  type: 3;
  id?: number;
  custom_id: string;
  options: ApiSelectOption[];
  placeholder?: string;
  min_values?: number;
  max_values?: number;
  disabled?: boolean;
  /** In modals only. */
  required?: boolean;
}

export interface ApiEntitySelect {
  /** 5 users, 6 roles, 7 mentionables, 8 channels: the values are ids. */
  type: 5 | 6 | 7 | 8;
  id?: number;
  custom_id: string;
  placeholder?: string;
  min_values?: number;
  max_values?: number;
  disabled?: boolean;
  required?: boolean;
  channel_types?: number[];
  default_values?: { id: Snowflake; type: 'user' | 'role' | 'channel' }[];
}

export interface ApiTextInput {
  type: 4;
  id?: number;
  custom_id: string;
  /** 1 one line, 2 a paragraph. */
  style: 1 | 2;
  /** Only in the old form, in an action row; in a Label component the label stands there. */
  label?: string;
  min_length?: number;
  max_length?: number;
  required?: boolean;
  value?: string;
  placeholder?: string;
}

export interface ApiActionRow {
  type: 1;
  id?: number;
  components: (ApiButton | ApiStringSelect | ApiEntitySelect | ApiTextInput)[];
}

export interface ApiTextDisplay {
  type: 10;
  id?: number;
  content: string;
}

export interface ApiThumbnail {
  type: 11;
  id?: number;
  media: ApiMedia;
  description?: string | null;
  spoiler?: boolean;
}

export interface ApiSection {
  type: 9;
  id?: number;
  components: ApiTextDisplay[];
  accessory: ApiButton | ApiThumbnail;
}

export interface ApiMediaGallery {
  type: 12;
  id?: number;
  items: { media: ApiMedia; description?: string | null; spoiler?: boolean }[];
}

export interface ApiFileComponent {
  type: 13;
  id?: number;
  file: ApiMedia;
  spoiler?: boolean;
  name?: string;
  /** Bytes. */
  size?: number;
}

export interface ApiSeparator {
  type: 14;
  id?: number;
  divider?: boolean;
  /** 1 small, 2 large. */
  spacing?: 1 | 2;
}

export interface ApiContainer {
  type: 17;
  id?: number;
  components: (
    | ApiActionRow
    | ApiTextDisplay
    | ApiSection
    | ApiMediaGallery
    | ApiSeparator
    | ApiFileComponent
  )[];
  /** 0xRRGGBB. */
  accent_color?: number | null;
  spoiler?: boolean;
}

export interface ApiFileUpload {
  type: 19;
  id?: number;
  custom_id: string;
  min_values?: number;
  max_values?: number;
  required?: boolean;
}

/** Only in modals. */
export interface ApiLabel {
  type: 18;
  id?: number;
  label: string;
  description?: string;
  component: ApiTextInput | ApiStringSelect | ApiEntitySelect | ApiFileUpload;
}

/** What can stand at the top of a message. */
export type ApiTopLevel =
  | ApiActionRow
  | ApiTextDisplay
  | ApiSection
  | ApiMediaGallery
  | ApiFileComponent
  | ApiSeparator
  | ApiContainer;

/** Any component at any depth. */
export type ApiComponent =
  | ApiTopLevel
  | ApiButton
  | ApiStringSelect
  | ApiEntitySelect
  | ApiTextInput
  | ApiThumbnail
  | ApiLabel
  | ApiFileUpload;

export interface ApiModal {
  custom_id: string;
  title: string;
  components: (ApiActionRow | ApiLabel | ApiTextDisplay)[];
}
