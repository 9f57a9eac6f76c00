import { createContext, use, useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import { Live, type LiveEventName, type LiveState } from './live';

const LiveContext = createContext<Live | null>(null);

/** Keeps the event stream open for as long as it is mounted. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const [live] = useState(() => new Live('/api/events'));
  useEffect(() => live.start(), [live]);
  return <LiveContext value={live}>{children}</LiveContext>;
}

const noSubscription = () => () => undefined;
const connecting = (): LiveState => 'connecting';

export function useLiveState(): LiveState {
  const live = use(LiveContext);
  return useSyncExternalStore(live?.subscribe ?? noSubscription, live?.currentState ?? connecting);
}

/** Runs the handler for each event; `data` is null when events may have been missed. Pass a stable handler. */
export function useLiveEvent(name: LiveEventName, handler: (data: unknown) => void): void {
  const live = use(LiveContext);
  useEffect(() => live?.on(name, handler), [live, name, handler]);
}
