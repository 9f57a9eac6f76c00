import { Alert, Button, Group, Stack } from '@mantine/core';
import { Users } from 'lucide-react';
import type { ReactNode } from 'react';

type ConflictAlertProps = {
  title: string;
  keepMine: string;
  takeTheirs: string;
  onMine: () => void;
  onTheirs: () => void;
  children: ReactNode;
};

/** Somebody else has saved meanwhile: what is different, and which one counts. Nothing is lost. */
export function ConflictAlert({
  title,
  keepMine,
  takeTheirs,
  onMine,
  onTheirs,
  children,
}: ConflictAlertProps) {
  return (
    <Alert variant="outline" color="yellow" maw={860} icon={<Users aria-hidden />} title={title} role="alert">
      <Stack gap="xs" align="flex-start">
        {children}
        <Group gap="xs">
          <Button size="xs" onClick={onMine}>
            {keepMine}
          </Button>
          <Button size="xs" variant="default" onClick={onTheirs}>
            {takeTheirs}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
