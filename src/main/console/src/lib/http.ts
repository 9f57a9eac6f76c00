/** A request that did not succeed, in words a person can read (RFC 9457). */
export class Problem extends Error {
  readonly status: number;
  readonly title: string;
  readonly fields: { pointer: string; message: string }[];
  /** All that the answer says, for those who know what to look for in it. */
  readonly body: Record<string, unknown>;

  constructor(
    status: number,
    title: string,
    detail: string,
    fields: Problem['fields'] = [],
    body: Problem['body'] = {},
  ) {
    super(detail);
    this.name = 'Problem';
    this.status = status;
    this.title = title;
    this.fields = fields;
    this.body = body;
  }
}

export function isNotFound(error: unknown): boolean {
  return error instanceof Problem && error.status === 404;
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

const signedOutListeners = new Set<() => void>();

/** Calls the listener whenever the server no longer knows who we are. */
export function onSignedOut(listener: () => void): () => void {
  signedOutListeners.add(listener);
  return () => signedOutListeners.delete(listener);
}

/** Sends one request to the gateway. A 401 is announced unless the request itself was a sign-in. */
export async function request<T>(
  method: Method,
  path: string,
  body?: unknown,
  options: { signIn?: boolean; signal?: AbortSignal } = {},
): Promise<T> {
  const headers: Record<string, string> = { Accept: 'application/json, application/problem+json' };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  const answer = await exchange(
    new Request(new URL(path, window.location.origin), {
      method,
      headers,
      credentials: 'same-origin',
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: options.signal,
    }),
    options.signIn,
  );
  const text = await answer.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

/** The answer to a request that succeeded; every other end is a {@link Problem}. */
export async function exchange(asked: Request, signIn = false): Promise<Response> {
  if (asked.method !== 'GET') asked.headers.set('X-XSRF-TOKEN', await csrfToken());
  const answer = await send(asked);
  if (answer.ok) return answer;
  if (answer.status === 401 && !signIn) signedOutListeners.forEach((listener) => listener());
  throw await problemOf(answer);
}

async function send(asked: Request): Promise<Response> {
  try {
    return await fetch(asked);
  } catch (error) {
    if (asked.signal.aborted) throw error;
    throw new Problem(0, 'No answer', 'The gateway does not answer. Check that it is running.');
  }
}

/** Any GET sets the cookie, so the first change of a fresh browser asks once. */
async function csrfToken(): Promise<string> {
  if (readCookie('XSRF-TOKEN') === '')
    await send(new Request(new URL('/api/session', window.location.origin), { credentials: 'same-origin' }));
  return readCookie('XSRF-TOKEN');
}

function readCookie(name: string): string {
  const pair = document.cookie.split('; ').find((cookie) => cookie.startsWith(`${name}=`));
  return pair ? decodeURIComponent(pair.slice(name.length + 1)) : '';
}

async function problemOf(answer: Response): Promise<Problem> {
  const fallback = `The gateway answered with status ${answer.status}.`;
  try {
    const body = (await answer.json()) as Problem['body'] & {
      title?: string;
      detail?: string;
      errors?: { pointer: string; message: string }[];
    };
    return new Problem(
      answer.status,
      body.title ?? 'Error',
      body.detail ?? body.title ?? fallback,
      body.errors ?? [],
      body,
    );
  } catch {
    return new Problem(answer.status, 'Error', fallback);
  }
}
