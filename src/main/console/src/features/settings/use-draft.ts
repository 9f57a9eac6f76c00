import { useState } from 'react';

export type Saved<V> = { version: number; values: V };

export type Draft<V> = Saved<V> & {
  dirty: boolean;
  /** Somebody else has saved while this was written. */
  behind: boolean;
  set: (part: Partial<V>) => void;
  /** Goes on with what was written here, over what they saved. */
  keepMine: () => void;
  /** What was written here is gone; this counts. */
  accept: (saved: Saved<V>) => void;
};

/** What somebody writes over what is saved, as plain data. Where they have written nothing, what others save is simply shown. */
export function useDraft<V extends object>(saved: Saved<V>): Draft<V> {
  const [{ base, values }, setState] = useState({ base: saved, values: saved.values });
  const dirty = JSON.stringify(values) !== JSON.stringify(base.values);
  const newer = saved.version > base.version;
  const accept = (next: Saved<V>) => setState({ base: next, values: next.values });
  if (newer && !dirty) accept(saved);
  return {
    version: base.version,
    values,
    dirty,
    behind: newer && dirty,
    set: (part) => setState((now) => ({ ...now, values: { ...now.values, ...part } })),
    keepMine: () => setState((now) => ({ base: saved, values: now.values })),
    accept,
  };
}
