type RawNumbers = { rawJSON?: (source: string) => unknown; isRawJSON?: (value: unknown) => boolean };

const json: typeof JSON & RawNumbers = JSON;

/** JSON as it came: 1.10 stays 1.10 and a long id keeps its digits, where the browser can. What is no JSON stays text. */
export function asItCame(text: string): unknown {
  try {
    return JSON.parse(text, keepDigits) as unknown;
  } catch {
    return text;
  }
}

function keepDigits(_key: string, value: unknown, context?: { source?: string }): unknown {
  return typeof value === 'number' && context?.source !== undefined && json.rawJSON
    ? json.rawJSON(context.source)
    : value;
}

/** Something with values in it, not a value. */
export function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !json.isRawJSON?.(value);
}
