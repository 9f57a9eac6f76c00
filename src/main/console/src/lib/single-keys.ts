import { useSyncExternalStore } from 'react';

const storageKey = 'waybill-single-keys';
const listeners = new Set<() => void>();

/** Whether keys without Ctrl mean something here; who dictates or has unsteady hands switches them off. */
export const singleKeys = (): boolean => localStorage.getItem(storageKey) !== 'off';

/** Here and in every later visit on this device. */
export function setSingleKeys(on: boolean): void {
  localStorage.setItem(storageKey, on ? 'on' : 'off');
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useSingleKeys = (): boolean => useSyncExternalStore(subscribe, singleKeys);

/** As it stands on the keyboard of this device. */
export const controlKey = /Mac|iP(hone|ad)/.test(navigator.userAgent) ? '⌘' : 'Ctrl';
