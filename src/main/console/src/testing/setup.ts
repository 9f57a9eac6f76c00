import { cleanup, configure } from '@testing-library/react';
import { afterEach, vi } from 'vitest';

configure({ asyncUtilTimeout: 5_000 });

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** The browser parts that happy-dom lacks and the console touches. */
class QuietEventSource extends EventTarget {
  static readonly CLOSED = 2;
  readonly readyState = 1;
  close() {
    return undefined;
  }
}
Object.assign(globalThis, { EventSource: QuietEventSource });
