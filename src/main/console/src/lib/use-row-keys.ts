import { useEffect } from 'react';
import { singleKeys } from './single-keys';

/** j and k go to the next and the previous `[data-row]` of the page; Enter is the row's own. */
export function useRowKeys(): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || (event.key !== 'j' && event.key !== 'k')) return;
      const target = event.target as HTMLElement;
      if (!singleKeys() || target.closest('input, textarea, select, [role="textbox"], [role="dialog"]'))
        return;
      const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')];
      const at = rows.indexOf(target.closest<HTMLElement>('[data-row]') ?? document.body);
      const selected = rows.findIndex((row) => row.getAttribute('aria-current') === 'true');
      const from = at >= 0 ? at : selected;
      const to = event.key === 'j' ? from + 1 : Math.max(0, from - 1);
      rows[Math.min(to, rows.length - 1)]?.focus();
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, []);
}
