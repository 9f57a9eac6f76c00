import { useHotkeys } from '@mantine/hooks';

/** j and k move through what is marked with `data-row`; Enter opens it, since each is a link. */
export function useRowKeys(): void {
  useHotkeys([
    ['j', () => move(1)],
    ['k', () => move(-1)],
  ]);
}

function move(by: number) {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')];
  const at = rows.findIndex((row) => row === document.activeElement);
  const next = at < 0 ? 0 : Math.min(Math.max(at + by, 0), rows.length - 1);
  rows[next]?.focus();
}
