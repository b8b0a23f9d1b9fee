/** Short names for the parts of messages, to be put together and spoiled. */

export const V2 = 1 << 15;
export const x = (length: number) => 'x'.repeat(length);
export const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

export const button = (more: object = {}) => ({ type: 2, style: 1, label: 'Go', custom_id: 'go', ...more });
export const buttons = (count: number) => times(count, (i) => button({ custom_id: `b${i}` }));
export const link = (more: object = {}) => ({
  type: 2,
  style: 5,
  label: 'Go',
  url: 'https://example.org',
  ...more,
});
export const option = (value: string) => ({ label: value, value });
export const select = (more: object = {}) => ({
  type: 3,
  custom_id: 's',
  options: [option('a'), option('b')],
  ...more,
});
export const row = (...components: object[]) => ({ type: 1, components });
export const text = (content: string) => ({ type: 10, content });
export const picture = (url = 'https://example.org/a.png') => ({ media: { url } });
export const section = (texts: number, accessory: object = button()) => ({
  type: 9,
  components: times(texts, (i) => text(`t${i}`)),
  accessory,
});
export const v2 = (...components: object[]) => ({ flags: V2, components });
export const embed = (more: object) => ({ embeds: [more] });
