import { Alert, Badge, Button, Group, List, Paper, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { RelativeTime } from '@/components/Time';
import { gateway } from '@/lib/gateway';
import { sessionQuery, useMay } from '@/lib/session';
import type { Connection } from '../draft';
import { useKeepConnection } from '../use-connection';

const colours = { LIVE: 'teal', PAUSED: 'yellow', BROKEN: 'red' } as const;

/** What customers are served by, and how what is edited takes its place. */
export function LiveBar({ connection, changed }: { connection: Connection; changed: boolean }) {
  const { t } = useTranslation('erp');
  const mayEdit = useMay()('ERP_EDIT');
  const { keep } = useKeepConnection();
  const session = useQuery(sessionQuery);
  const queries = useQueryClient();
  const { live, missing } = connection;
  const change = gateway.useMutation('put', '/api/erp/connection/live', {
    onSuccess: (saved) => {
      keep(saved);
      // Whoever was here without a password is told at once how to come in from now on.
      if (session.data?.demo) void queries.invalidateQueries(sessionQuery);
    },
  });
  const isLive = live.source === 'CONSOLE' ? live.version === connection.version : connection.version === 0;
  const go = (wanted: 'CONSOLE' | 'CONFIGURATION' | 'PAUSE' | 'RESUME') =>
    change.mutate({ body: { wanted, version: wanted === 'CONSOLE' ? connection.version : undefined } });
  return (
    <Paper withBorder p="md" role="region" aria-label={t('live.title')}>
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start">
          <Stack gap={2}>
            <Group gap="xs">
              <Badge color={colours[live.state]}>{t(`live.states.${live.state}`)}</Badge>
              <Text fw={600}>{live.profile}</Text>
              <Text size="sm" c="dimmed" dir="ltr">
                {live.baseUrl}
              </Text>
            </Group>
            <Text size="sm" c="dimmed">
              {t(`live.sources.${live.source}`, { version: live.version ?? 0 })}
              {live.by && live.at && (
                <>
                  {' '}
                  {t('live.by', { name: live.by })} <RelativeTime at={live.at} />
                </>
              )}
            </Text>
          </Stack>
          {mayEdit && (
            <Group gap="xs">
              {live.source === 'CONSOLE' && (
                <Button variant="default" loading={change.isPending} onClick={() => go('CONFIGURATION')}>
                  {t('live.configured')}
                </Button>
              )}
              {live.state === 'PAUSED' ? (
                <Button variant="default" loading={change.isPending} onClick={() => go('RESUME')}>
                  {t('live.resume')}
                </Button>
              ) : (
                <Button variant="default" loading={change.isPending} onClick={() => go('PAUSE')}>
                  {t('live.pause')}
                </Button>
              )}
              {!isLive && (
                <Button
                  disabled={changed || missing.length > 0}
                  loading={change.isPending}
                  aria-describedby={missing.length > 0 ? 'go-live-missing' : undefined}
                  onClick={() => go('CONSOLE')}
                >
                  {t('live.go')}
                </Button>
              )}
            </Group>
          )}
        </Group>
        {live.sentence && (
          <Alert color={live.state === 'BROKEN' ? 'red' : 'yellow'} variant="outline" py="xs">
            {live.sentence}
          </Alert>
        )}
        {change.error && (
          <Alert color="red" variant="outline" icon={<CircleAlert aria-hidden />} role="alert">
            {change.error.message}
          </Alert>
        )}
        {!isLive && missing.length > 0 && (
          <Stack gap={4} id="go-live-missing">
            <Text size="sm" fw={600}>
              {t('live.missing')}
            </Text>
            <List size="sm" withPadding>
              {missing.map(({ operation, why, sentence }) => (
                <List.Item key={`${operation} ${why}`}>
                  {why === 'NOT_SET' || why === 'NOT_TESTED' ? t(`live.why.${why}`, { operation }) : sentence}
                </List.Item>
              ))}
            </List>
          </Stack>
        )}
        {!isLive && missing.length === 0 && (
          <Text size="sm">{changed ? t('live.saveFirst') : t('live.ready')}</Text>
        )}
        {!isLive && missing.length === 0 && session.data?.demo && <Text size="sm">{t('live.demoEnds')}</Text>}
      </Stack>
    </Paper>
  );
}
