import { Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { usePageTitle } from '@/lib/arrival';
import { Help } from './Help';
import classes from './Page.module.css';

type PageProps = {
  title: string;
  /** Under the title, in one line. */
  subtitle?: string;
  /** What the help panel of this page says, a paragraph each. */
  help: string[];
  /** Beside the title: states. */
  badges?: ReactNode;
  /** At the right: what can be done, the most usual last. */
  actions?: ReactNode;
  /** Panes that scroll by themselves fill the window. */
  fill?: boolean;
  children: ReactNode;
};

/** A screen: its title, what can be done with it, its help, then what it shows. */
export function Page({ title, subtitle, help, badges, actions, fill = false, children }: PageProps) {
  const heading = usePageTitle(title);
  return (
    <div className={classes.page} data-fill={fill || undefined}>
      <Group
        justify="space-between"
        align="flex-start"
        gap="sm"
        wrap={actions ? 'wrap' : 'nowrap'}
        className={classes.header}
      >
        <div className={classes.title}>
          <Group gap="sm">
            <Title order={1} size="h3" ref={heading} tabIndex={-1} className={classes.heading}>
              {title}
            </Title>
            {badges}
          </Group>
          {subtitle && (
            <Text c="dimmed" size="sm">
              {subtitle}
            </Text>
          )}
        </div>
        <Group gap="xs">
          {actions}
          <Help page={title} paragraphs={help} />
        </Group>
      </Group>
      {children}
    </div>
  );
}
