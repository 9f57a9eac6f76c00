import { Badge, Button, Group, Skeleton, Stack, Table, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Empty, LoadError, Loading } from '@/components/States';
import { RelativeTime } from '@/components/Time';
import { gateway } from '@/lib/gateway';
import { useMay } from '@/lib/session';

const states = {
  ok: { color: 'teal', name: 'ok' },
  warning: { color: 'yellow', name: 'warning' },
  error: { color: 'red', name: 'error' },
  unknown: { color: 'gray', name: 'unknown' },
} as const;

/** What was checked of the way to WhatsApp, each with what to do. */
export function WhatsAppTab() {
  const { t } = useTranslation('operations');
  const may = useMay();
  const queries = useQueryClient();
  const last = gateway.useQuery('get', '/api/v1/whatsapp/check');
  const check = gateway.useMutation('post', '/api/v1/whatsapp/check', {
    onSuccess: () => queries.invalidateQueries({ queryKey: ['get', '/api/v1/whatsapp/check'] }),
    onError: (error) => notifications.show({ color: 'red', message: error.message }),
  });
  const run = may('OPERATIONS_RUN') && (
    <Button
      variant="default"
      loading={check.isPending}
      onClick={() => check.mutate({ body: { fix: false } })}
    >
      {t('whatsapp.check')}
    </Button>
  );
  if (last.isPending)
    return (
      <Loading label={t('tabs.whatsapp')}>
        <Skeleton h={36} mb="xs" />
        <Skeleton h={36} />
      </Loading>
    );
  if (last.error)
    return <LoadError what={t('whatsapp.failed')} error={last.error} onRetry={() => void last.refetch()} />;
  if (!last.data) return <Empty action={run}>{t('whatsapp.never')}</Empty>;
  return (
    <Stack>
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {t('whatsapp.checked')} <RelativeTime at={last.data.at} />
        </Text>
        {run}
      </Group>
      <Table.ScrollContainer minWidth={330}>
        <Table verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('whatsapp.state')}</Table.Th>
              <Table.Th>{t('whatsapp.what')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {last.data.lines.map(({ check: name, number, state, sentence, todo }) => {
              const known = Object.hasOwn(states, state)
                ? states[state as keyof typeof states]
                : states.unknown;
              return (
                <Table.Tr key={`${number} ${name}`}>
                  <Table.Td valign="top">
                    <Badge color={known.color}>{t(`whatsapp.states.${known.name}`)}</Badge>
                  </Table.Td>
                  <Table.Td>
                    <Text size="sm">{sentence}</Text>
                    {todo && (
                      <Text size="sm" c="dimmed">
                        {todo}
                      </Text>
                    )}
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Stack>
  );
}
