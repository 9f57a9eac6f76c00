/** What a person reads of a value: text as it is, all else as JSON; text that reads as JSON has its quotes. */
export function shownValue(value: unknown): string {
  if (typeof value !== 'string') return value === undefined ? '' : JSON.stringify(value);
  return isJson(value) ? JSON.stringify(value) : value;
}

/** The value that a person means by what they write. */
export function valueOf(typed: string): unknown {
  return isJson(typed) ? (JSON.parse(typed) as unknown) : typed;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
