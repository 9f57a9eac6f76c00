import { Group, Skeleton, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LoadError, Loading } from '@/components/States';
import { useToday } from '../api';
import { count, share } from '../numbers';
import { Tile } from './Tile';

/** How many began, how many ordered, and what part that is. */
export function TodayTile() {
  const { t } = useTranslation('overview');
  const today = useToday();
  const { numbers } = today;
  return (
    <Tile title={t('today.title')}>
      {today.isPending && (
        <Loading label={t('today.title')}>
          <Skeleton h={48} />
        </Loading>
      )}
      {today.error && (
        <LoadError what={t('today.failed')} error={today.error} onRetry={() => void today.refetch()} />
      )}
      {numbers && (
        <Group justify="space-between" align="flex-start" gap="md">
          <Figure value={count(numbers.started)} label={t('today.started')} />
          <Figure value={count(numbers.ordered)} label={t('today.ordered')} />
          <Figure value={count(numbers.confirmed)} label={t('today.confirmed')} />
          <Figure value={share(numbers.ordered, numbers.started)} label={t('today.conversion')} />
        </Group>
      )}
    </Tile>
  );
}

function Figure({ value, label }: { value: string; label: string }) {
  return (
    <Stack gap={0}>
      <Text fw={700} fz="xl">
        {value}
      </Text>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
    </Stack>
  );
}
