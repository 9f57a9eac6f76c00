import { Box, Paper, SegmentedControl, SimpleGrid, Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadError, Loading } from '@/components/States';
import { gateway, type Schemas } from '@/lib/gateway';
import { currentLanguage } from '@/lib/i18n';
import { clockTime } from '@/lib/time';
import classes from './Operations.module.css';

type Hour = Schemas['Hour'];
type Value = (hour: Hour) => number | null | undefined;

const number = (value: number) => new Intl.NumberFormat(currentLanguage().code).format(value);
const millis = (value: number) =>
  new Intl.NumberFormat(currentLanguage().code, {
    style: 'unit',
    unit: 'millisecond',
    unitDisplay: 'short',
  }).format(value);
const sum = (hours: Hour[], value: Value) => hours.reduce((all, hour) => all + (value(hour) ?? 0), 0);

/** What the gateway did in the last day, hour by hour. */
export function NumbersTab() {
  const { t } = useTranslation('operations');
  const query = gateway.useQuery('get', '/api/v1/hours', {}, { refetchInterval: 60_000 });
  if (query.isPending)
    return (
      <Loading label={t('tabs.numbers')}>
        <SimpleGrid cols={{ base: 1, sm: 2, xl: 3 }}>
          <Skeleton h={170} />
          <Skeleton h={170} />
          <Skeleton h={170} />
        </SimpleGrid>
      </Loading>
    );
  if (query.error && !query.data)
    return <LoadError what={t('numbers.failed')} error={query.error} onRetry={() => void query.refetch()} />;
  const { hours } = query.data;
  const slowest = Math.max(0, ...hours.map(({ erpSlowMillis }) => erpSlowMillis ?? 0));
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('numbers.text')}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2, xl: 3 }}>
        <NumberTile
          title={t('numbers.received')}
          total={number(sum(hours, (hour) => hour.received))}
          hours={hours}
          columns={[{ name: t('numbers.messages'), value: (hour) => hour.received, format: number }]}
        />
        <NumberTile
          title={t('numbers.sent')}
          total={number(sum(hours, (hour) => hour.sent))}
          hours={hours}
          columns={[{ name: t('numbers.messages'), value: (hour) => hour.sent, format: number }]}
        />
        <NumberTile
          title={t('numbers.lost')}
          total={number(sum(hours, (hour) => hour.failed))}
          bad
          hours={hours}
          columns={[{ name: t('numbers.messages'), value: (hour) => hour.failed, format: number }]}
        />
        <NumberTile
          title={t('numbers.erp')}
          total={number(sum(hours, (hour) => hour.erpCalls))}
          hours={hours}
          columns={[
            { name: t('numbers.calls'), value: (hour) => hour.erpCalls, format: number },
            { name: t('numbers.failures'), value: (hour) => hour.erpFailures, format: number },
          ]}
        />
        <NumberTile
          title={t('numbers.erpFailed')}
          total={number(sum(hours, (hour) => hour.erpFailures))}
          bad
          hours={hours}
          columns={[{ name: t('numbers.calls'), value: (hour) => hour.erpFailures, format: number }]}
        />
        <NumberTile
          title={t('numbers.time')}
          total={slowest === 0 ? '–' : t('numbers.slowest', { time: millis(slowest) })}
          hours={hours}
          columns={[
            { name: t('numbers.median'), value: (hour) => hour.erpMedianMillis, format: millis },
            { name: t('numbers.slow'), value: (hour) => hour.erpSlowMillis, format: millis },
          ]}
        />
      </SimpleGrid>
    </Stack>
  );
}

type Column = { name: string; value: Value; format: (value: number) => string };
type TileProps = {
  title: string;
  total: string;
  bad?: boolean;
  hours: Hour[];
  columns: [Column, ...Column[]];
};

/** One number: its sum, its hours as bars, and the same as a table. */
function NumberTile({ title, total, bad = false, hours, columns }: TileProps) {
  const { t } = useTranslation(['operations', 'app']);
  const [as, setAs] = useState('chart');
  const [{ value }] = columns;
  const most = Math.max(1, ...hours.map((hour) => value(hour) ?? 0));
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <div className={classes.head}>
        <Title order={2} size="h5">
          {title}
        </Title>
        <SegmentedControl
          size="xs"
          aria-label={t('numbers.asOf', { title })}
          value={as}
          onChange={setAs}
          data={[
            { value: 'chart', label: t('app:chart.chart') },
            { value: 'table', label: t('app:chart.table') },
          ]}
        />
      </div>
      <Text fw={700} fz="xl" className={classes.fixed}>
        {total}
      </Text>
      {as === 'chart' ? (
        <>
          <div className={classes.bars} role="img" aria-label={t('numbers.chartOf', { title, total })}>
            {hours.map((hour) => (
              <div
                key={hour.at}
                className={classes.bar}
                data-bad={bad || undefined}
                style={{ height: `${Math.round(((value(hour) ?? 0) / most) * 100)}%` }}
              />
            ))}
          </div>
          <div className={classes.ends} aria-hidden>
            <span>{hours[0] && clockTime(hours[0].at)}</span>
            <span>{t('numbers.now')}</span>
          </div>
        </>
      ) : (
        <Box mah={220} className={classes.scroll} tabIndex={0} role="region" aria-label={title}>
          <Table stickyHeader>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('numbers.hour')}</Table.Th>
                {columns.map(({ name }) => (
                  <Table.Th key={name} ta="end">
                    {name}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {hours.toReversed().map((hour) => (
                <Table.Tr key={hour.at}>
                  <Table.Td>{clockTime(hour.at)}</Table.Td>
                  {columns.map((column) => {
                    const shown = column.value(hour);
                    return (
                      <Table.Td key={column.name} ta="end" className={classes.fixed}>
                        {shown == null ? '–' : column.format(shown)}
                      </Table.Td>
                    );
                  })}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Box>
      )}
    </Paper>
  );
}
