// The client names a place with the first page, too: where lists begin that are read page by page.

/** Before which each id stands. */
export const newestId = Number.MAX_SAFE_INTEGER;

/** Before which everything stands in a list with the newest first. */
export const newestPlace = '9999-12-31T00:00:00Z~0';

/** After which everything stands in a list with the oldest first. */
export const oldestPlace = '1970-01-01T00:00:00Z~0';
