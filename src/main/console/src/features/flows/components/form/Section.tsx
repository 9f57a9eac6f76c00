import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './Form.module.css';

/** A group of fields with a name. */
export function Section({
  title,
  keyName,
  children,
}: {
  title: string;
  keyName?: string;
  children: ReactNode;
}) {
  return (
    <fieldset className={classes.section}>
      <legend>
        <Group gap={6} component="span">
          {title}
          {keyName && (
            <Text span size="xs" c="dimmed" ff="monospace" aria-hidden dir="ltr">
              {keyName}
            </Text>
          )}
        </Group>
      </legend>
      {children}
    </fieldset>
  );
}
