import { UnstyledButton } from '@mantine/core';
import { ChevronRight } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import classes from './Expandable.module.css';

type ExpandableProps = {
  id?: string;
  summary: ReactNode;
  open: boolean;
  onToggle: () => void;
  highlighted?: boolean;
  children: ReactNode;
};

/** One line that opens to its details. */
export function Expandable({ id, summary, open, onToggle, highlighted, children }: ExpandableProps) {
  const panel = useId();
  return (
    <div id={id} className={classes.item} data-highlighted={highlighted || undefined}>
      <UnstyledButton
        className={classes.summary}
        aria-expanded={open}
        aria-controls={panel}
        aria-current={highlighted || undefined}
        onClick={onToggle}
      >
        <ChevronRight size={16} aria-hidden className={classes.chevron} data-open={open || undefined} />
        <span className={classes.line}>{summary}</span>
      </UnstyledButton>
      <div id={panel} className={classes.panel} hidden={!open}>
        {open && children}
      </div>
    </div>
  );
}
