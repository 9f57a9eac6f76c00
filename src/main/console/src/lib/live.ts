/** Events the gateway may send. They carry keys, never data: the reader asks again for what it shows. */
export const liveEventNames = [
  'simulator',
  'message',
  'status',
  'conversation',
  'order',
  'desk',
  'catalog',
  'flow',
  'template',
  'queue',
  'notices',
] as const;
export type LiveEventName = (typeof liveEventNames)[number];
export type LiveState = 'connecting' | 'live' | 'reconnecting';

type Handler = (data: unknown) => void;
type TabMessage =
  | { kind: 'event'; name: LiveEventName; data: unknown }
  | { kind: 'state'; state: LiveState }
  | { kind: 'who' };

const retryMillis = [1_000, 2_000, 5_000, 10_000, 30_000];

/**
 * The event stream of the gateway, one connection per browser: a browser opens only six connections to
 * one HTTP/1.1 host, so the tab that holds the lock listens and tells the others.
 */
export class Live {
  private readonly handlers = new Map<LiveEventName, Set<Handler>>();
  private readonly stateListeners = new Set<() => void>();
  private stopped = new AbortController();
  private channel: BroadcastChannel | null = null;
  private readonly url: string;
  private state: LiveState = 'connecting';
  private source: EventSource | null = null;
  private failures = 0;

  constructor(url: string) {
    this.url = url;
  }

  /** Listens until the function it returns is called. */
  start(): () => void {
    this.stopped = new AbortController();
    this.channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('waybill-live');
    this.listen(this.stopped.signal);
    return () => this.stop();
  }

  private listen(stopped: AbortSignal): void {
    this.channel?.addEventListener('message', (message: MessageEvent<TabMessage>) => this.hear(message.data));
    // Locks exist only on https and localhost; elsewhere each tab listens for itself.
    if (!this.channel || !navigator.locks) return this.connect();
    this.channel.postMessage({ kind: 'who' } satisfies TabMessage);
    navigator.locks
      .request('waybill-live', { signal: stopped }, () => {
        this.connect();
        return new Promise<void>((resolve) => stopped.addEventListener('abort', () => resolve()));
      })
      .catch(() => undefined); // stopped while still waiting for the lock
  }

  private stop(): void {
    this.stopped.abort();
    this.source?.close();
    this.source = null;
    this.channel?.close();
  }

  on(name: LiveEventName, handler: Handler): () => void {
    const handlers = this.handlers.get(name) ?? new Set();
    this.handlers.set(name, handlers.add(handler));
    return () => handlers.delete(handler);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.stateListeners.add(listener);
    return () => this.stateListeners.delete(listener);
  };

  readonly currentState = (): LiveState => this.state;

  private connect(): void {
    if (this.stopped.signal.aborted) return;
    const source = new EventSource(this.url);
    this.source = source;
    source.addEventListener('open', () => {
      this.failures = 0;
      this.tell({ kind: 'state', state: 'live' });
    });
    source.addEventListener('error', () => {
      this.tell({ kind: 'state', state: 'reconnecting' });
      // The browser retries a cut stream by itself, but gives up on any answer that is not a stream.
      if (source.readyState === EventSource.CLOSED) this.reconnectLater();
    });
    for (const name of liveEventNames) {
      source.addEventListener(name, (event) =>
        this.tell({ kind: 'event', name, data: parse((event as MessageEvent<string>).data) }),
      );
    }
  }

  private reconnectLater(): void {
    const wait = retryMillis[Math.min(this.failures++, retryMillis.length - 1)];
    const timer = setTimeout(() => this.connect(), wait);
    this.stopped.signal.addEventListener('abort', () => clearTimeout(timer));
  }

  private tell(message: TabMessage): void {
    if (this.stopped.signal.aborted) return;
    this.channel?.postMessage(message);
    this.hear(message);
  }

  private hear(message: TabMessage): void {
    if (message.kind === 'event')
      this.handlers.get(message.name)?.forEach((handler) => handler(message.data));
    if (message.kind === 'state') this.setState(message.state);
    if (message.kind === 'who' && this.source)
      this.channel?.postMessage({ kind: 'state', state: this.state } satisfies TabMessage);
  }

  private setState(state: LiveState): void {
    const cutBefore = this.state === 'reconnecting';
    this.state = state;
    this.stateListeners.forEach((listener) => listener());
    // Events may have been missed while the stream was cut: everyone asks again.
    if (state === 'live' && cutBefore)
      this.handlers.forEach((set) => set.forEach((handler) => handler(null)));
  }
}

function parse(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return null;
  }
}
