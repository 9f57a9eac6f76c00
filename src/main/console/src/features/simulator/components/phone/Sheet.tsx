import { X } from 'lucide-react';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Phone.module.css';

type SheetProps = { title: string; onClose: () => void; children: ReactNode };

/** Slides over the lower part of the phone. Takes the focus, and gives it back when it closes. */
export function Sheet({ title, onClose, children }: SheetProps) {
  const { t } = useTranslation();
  const heading = useId();
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    sheet.current?.focus();
    return () => {
      // The rest of the phone is inert until this sheet is gone from the page.
      if (opener instanceof HTMLElement) requestAnimationFrame(() => opener.focus({ preventScroll: true }));
    };
  }, []);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/no-static-element-interactions -- a short way for the pointer; Escape and Close do the same
    <div
      className={classes.backdrop}
      onPointerDown={(event) => event.target === event.currentTarget && onClose()}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape closes from anywhere inside */}
      <div
        ref={sheet}
        className={classes.sheet}
        role="dialog"
        aria-labelledby={heading}
        tabIndex={-1}
        onKeyDown={(event) => event.key === 'Escape' && onClose()}
      >
        <div className={classes.sheetHeader}>
          <button type="button" className={classes.icon} aria-label={t('close')} onClick={onClose}>
            <X size={20} aria-hidden />
          </button>
          <h2 id={heading}>{title}</h2>
        </div>
        {children}
      </div>
    </div>
  );
}
