/** Whether an UTF-16 unit is blank space, as `\s` has it. */
export function isBlank(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 9 && code <= 13);
  if (code < 0xa0) return false;
  return code === 0xa0 || (code >= 0x1680 && /\s/u.test(String.fromCharCode(code)));
}
