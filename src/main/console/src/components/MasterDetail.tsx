import { Button } from '@mantine/core';
import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import classes from './MasterDetail.module.css';

type MasterDetailProps = {
  list: ReactNode;
  detail: ReactNode;
  /** Something is chosen: on a phone its detail is the page. */
  open: boolean;
  listLabel: string;
  detailLabel: string;
};

/** A list, and what is chosen in it; under 768 px one of the two. */
export function MasterDetail({ list, detail, open, listLabel, detailLabel }: MasterDetailProps) {
  return (
    <div className={classes.panes} data-open={open || undefined}>
      <section className={classes.list} aria-label={listLabel} tabIndex={-1}>
        {list}
      </section>
      <section className={classes.detail} aria-label={detailLabel} tabIndex={-1}>
        {detail}
      </section>
    </div>
  );
}

/** Only where list and detail are two pages. */
export function BackToList({ children, onClick }: { children: ReactNode; onClick: () => void }) {
  return (
    <Button
      className={classes.back}
      size="compact-sm"
      variant="subtle"
      leftSection={<ArrowLeft size={14} aria-hidden />}
      onClick={onClick}
    >
      {children}
    </Button>
  );
}

export { classes as rowClasses };
