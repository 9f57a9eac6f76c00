import { Paper, Skeleton } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { DayChart } from '@/components/DayChart';
import { LoadError, Loading } from '@/components/States';
import { useDays } from '../api';

/** Messages of two weeks: what came, what the bot said, what people said. */
export function MessagesTile() {
  const { t } = useTranslation('overview');
  const { rows, isPending, error, refetch } = useDays();
  const days = useMemo(() => rows?.map(({ day }) => day) ?? [], [rows]);
  const lines = useMemo(
    () =>
      rows && [
        {
          name: t('messages.received'),
          color: { light: '#1864ab', dark: '#74c0fc' },
          values: rows.map(({ received }) => received),
        },
        {
          name: t('messages.sentByBot'),
          color: { light: '#087f5b', dark: '#63e6be' },
          dash: [8, 4],
          values: rows.map(({ sentByBot }) => sentByBot),
        },
        {
          name: t('messages.sentByPeople'),
          color: { light: '#a61e4d', dark: '#faa2c1' },
          dash: [2, 3],
          values: rows.map(({ sentByPeople }) => sentByPeople),
        },
      ],
    [rows, t],
  );
  return (
    <Paper withBorder p="md">
      {isPending && (
        <Loading label={t('messages.title')}>
          <Skeleton h={240} />
        </Loading>
      )}
      {error && <LoadError what={t('messages.failed')} error={error} onRetry={() => void refetch()} />}
      {lines && <DayChart title={t('messages.title')} days={days} lines={lines} />}
    </Paper>
  );
}
