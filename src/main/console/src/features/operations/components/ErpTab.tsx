import { Badge, Button, Group, Skeleton, Stack, Table, Text, VisuallyHidden } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Empty, LoadError, Loading } from '@/components/States';
import { RelativeTime } from '@/components/Time';
import { gateway, type Schemas } from '@/lib/gateway';
import { useMay } from '@/lib/session';

type Circuit = Schemas['CircuitView'];

/** Each operation of the ERP: whether it is called, and why not. */
export function ErpTab() {
  const { t } = useTranslation('operations');
  const circuits = gateway.useQuery('get', '/api/erp/circuits', {}, { refetchInterval: 5_000 });
  if (circuits.isPending)
    return (
      <Loading label={t('tabs.erp')}>
        <Skeleton h={36} mb="xs" />
        <Skeleton h={36} mb="xs" />
        <Skeleton h={36} />
      </Loading>
    );
  if (circuits.error)
    return (
      <LoadError what={t('erp.failed')} error={circuits.error} onRetry={() => void circuits.refetch()} />
    );
  if (circuits.data.length === 0) return <Empty>{t('erp.empty')}</Empty>;
  return (
    <Table.ScrollContainer minWidth={330}>
      <Table verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('erp.operation')}</Table.Th>
            <Table.Th>{t('erp.state')}</Table.Th>
            <Table.Th visibleFrom="sm">{t('erp.lately')}</Table.Th>
            <Table.Th visibleFrom="sm">{t('erp.lastError')}</Table.Th>
            <Table.Th>
              <VisuallyHidden>{t('erp.tryOnce')}</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {circuits.data.map((circuit) => (
            <Row key={`${circuit.system} ${circuit.operation}`} circuit={circuit} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Row({ circuit }: { circuit: Circuit }) {
  const { t } = useTranslation('operations');
  return (
    <Table.Tr>
      <Table.Td>
        <Text size="sm" fw={600} dir="ltr">
          {circuit.operation}
        </Text>
        {circuit.system !== 'erp' && (
          <Text size="xs" c="dimmed">
            {t('erp.payment')}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Stack gap={0} align="flex-start">
          <State state={circuit.state} />
          {circuit.state !== 'closed' && (
            <Text size="xs" c="dimmed">
              <RelativeTime at={circuit.since} />
            </Text>
          )}
        </Stack>
      </Table.Td>
      <Table.Td visibleFrom="sm">
        <Text size="sm">{t('erp.calls', { calls: circuit.calls, failures: circuit.failures })}</Text>
      </Table.Td>
      <Table.Td visibleFrom="sm">
        {circuit.lastError && (
          <Text size="sm">
            {circuit.lastError}{' '}
            {circuit.lastErrorAt && (
              <Text span size="xs" c="dimmed">
                <RelativeTime at={circuit.lastErrorAt} />
              </Text>
            )}
          </Text>
        )}
      </Table.Td>
      <Table.Td ta="end">{circuit.state !== 'closed' && <TryOnce circuit={circuit} />}</Table.Td>
    </Table.Tr>
  );
}

function State({ state }: { state: string }) {
  const { t } = useTranslation('operations');
  if (state === 'closed') return <Badge color="teal">{t('erp.closed')}</Badge>;
  if (state === 'open') return <Badge color="red">{t('erp.open')}</Badge>;
  return <Badge color="yellow">{t('erp.halfOpen')}</Badge>;
}

function TryOnce({ circuit: { operation, system } }: { circuit: Circuit }) {
  const { t } = useTranslation('operations');
  const may = useMay();
  const queries = useQueryClient();
  const attempt = gateway.useMutation('post', '/api/erp/circuits/{operation}/try-once', {
    onSuccess: ({ sentence, circuit }) =>
      notifications.show({ color: circuit.state === 'closed' ? 'teal' : 'orange', message: sentence }),
    onError: (error) => notifications.show({ color: 'red', message: error.message }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['get', '/api/erp/circuits'] }),
  });
  if (!may('OPERATIONS_RUN')) return null;
  return (
    <Group justify="flex-end">
      <Button
        size="xs"
        variant="default"
        loading={attempt.isPending}
        aria-label={t('erp.tryOnceOf', { operation })}
        onClick={() => attempt.mutate({ params: { path: { operation }, query: { system } } })}
      >
        {t('erp.tryOnce')}
      </Button>
    </Group>
  );
}
