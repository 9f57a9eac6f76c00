import { useCallback, useState } from 'react';

/** Which entries of a list are open. */
export function useOpened() {
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const open = useCallback((id: string) => setOpened((before) => new Set(before).add(id)), []);
  const toggle = useCallback((id: string) => {
    setOpened((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  }, []);
  return { isOpen: (id: string) => opened.has(id), open, toggle };
}
