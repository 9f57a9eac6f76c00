import { notifications } from '@mantine/notifications';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, vi } from 'vitest';
import { i18n, startI18n } from '@/lib/i18n';

configure({ asyncUtilTimeout: 5_000 });

const english = import.meta.glob<Record<string, unknown>>('../locales/en/*.json', {
  eager: true,
  import: 'default',
});

localStorage.setItem('waybill-language', 'en');
await startI18n();
for (const [file, texts] of Object.entries(english)) {
  i18n.addResourceBundle('en', /([^/]+)\.json$/.exec(file)?.[1] ?? '', texts);
}

afterEach(() => {
  cleanup();
  // All files share one store of them.
  notifications.clean();
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
// A text field that grows with its text measures again when a font arrives.
Object.defineProperty(document, 'fonts', { value: new EventTarget(), configurable: true });
