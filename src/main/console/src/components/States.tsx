import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { CircleAlert, CloudOff, Lock, RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePageTitle } from '@/lib/arrival';
import type { Permission } from '@/lib/permissions';
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
  const { t } = useTranslation();
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
          {t('retry')}
        </Button>
      </Stack>
    </Alert>
  );
}

/** Old data stays on the screen; this line says that it is old. */
export function StaleNotice({ error, since, onRetry }: { error: Error; since: number; onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <Alert color="yellow" variant="outline" py="xs" icon={<CloudOff aria-hidden />} role="status">
      <Group justify="space-between" gap="xs">
        <Text size="sm">
          {error.message} {t('asOf', { time: clockTime(new Date(since).toISOString()) })}
        </Text>
        <Button size="compact-xs" variant="default" onClick={onRetry}>
          {t('retry')}
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

/** Filters leave nothing over. */
export function NothingMatches({ onClear }: { onClear: () => void }) {
  const { t } = useTranslation();
  return (
    <Empty
      action={
        <Button size="xs" variant="default" onClick={onClear}>
          {t('clearFilters')}
        </Button>
      }
    >
      {t('nothingMatches')}
    </Empty>
  );
}

/** A page that the roles of whoever looks do not open. */
export function NoPermission({ permission }: { permission: Permission }) {
  const { t } = useTranslation();
  const heading = usePageTitle(t('noPermission.title'));
  return (
    <Stack align="center" gap="xs" py="xl" px="md">
      <Lock size={28} aria-hidden />
      <Title order={1} size="h4" ref={heading} tabIndex={-1}>
        {t('noPermission.title')}
      </Title>
      <Text c="dimmed" ta="center" size="sm" maw={420}>
        {t('noPermission.text', { right: t(`permissions.${permission}`) })}
      </Text>
    </Stack>
  );
}
