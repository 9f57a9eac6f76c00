import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { CircleAlert, CloudOff, RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { clockTime } from '@/lib/time';
import classes from './States.module.css';

/** What stands in for content on its way. Quick answers never flash it: it shows after 150 ms. */
export function Loading({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div role="status" aria-label={label} className={classes.delayed}>
      {children}
    </div>
  );
}

export function LoadError({ what, error, onRetry }: { what: string; error: Error; onRetry: () => void }) {
  return (
    <Alert color="red" variant="outline" icon={<CircleAlert aria-hidden />} title={what} role="alert">
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{error.message}</Text>
        <Button
          size="xs"
          variant="default"
          leftSection={<RotateCw size={14} aria-hidden />}
          onClick={onRetry}
        >
          Retry
        </Button>
      </Stack>
    </Alert>
  );
}

/** Old data stays on the screen; this line says that it is old. */
export function StaleNotice({ error, since, onRetry }: { error: Error; since: number; onRetry: () => void }) {
  return (
    <Alert color="yellow" variant="outline" py="xs" icon={<CloudOff aria-hidden />} role="status">
      <Group justify="space-between" gap="xs">
        <Text size="sm">
          {error.message} Shown as of {clockTime(new Date(since).toISOString())}.
        </Text>
        <Button size="compact-xs" variant="default" onClick={onRetry}>
          Retry
        </Button>
      </Group>
    </Alert>
  );
}

export function Empty({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <Stack align="center" gap="sm" py="xl" px="md">
      <Text c="dimmed" ta="center" size="sm" maw={420}>
        {children}
      </Text>
      {action}
    </Stack>
  );
}
