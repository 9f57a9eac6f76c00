import { useEffect } from 'react';
import { singleKeys } from './single-keys';

const patience = 1_500;

/** True where a key is meant for what is being written. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, select, [role="textbox"]') !== null)
  );
}

/** Calls `run` for a key pressed within a moment after `first`, as g and then c. Pass a stable `run`. */
export function useSequence(first: string, run: (second: string) => void): void {
  useEffect(() => {
    let since = 0;
    const hear = (event: KeyboardEvent) => {
      if (!singleKeys() || isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
      const begun = event.timeStamp - since < patience && since > 0;
      since = !begun && event.key === first ? event.timeStamp : 0;
      if (begun) run(event.key);
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, [first, run]);
}
