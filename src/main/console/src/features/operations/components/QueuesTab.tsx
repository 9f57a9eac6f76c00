import { Badge, Group, Paper, SimpleGrid, Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AnchorLink } from '@/components/AnchorLink';
import { LoadError, Loading } from '@/components/States';
import { RelativeTime } from '@/components/Time';
import { gateway } from '@/lib/gateway';
import { currentLanguage } from '@/lib/i18n';
import { DeadLetters } from './DeadLetters';
import classes from './Operations.module.css';

/** What waits on the way in and on the way out, and whether work keeps up with it. */
export function QueuesTab() {
  const { t } = useTranslation('operations');
  const queues = gateway.useQuery('get', '/api/v1/queues', {}, { refetchInterval: 5_000 });
  if (queues.isPending)
    return (
      <Loading label={t('tabs.queues')}>
        <Skeleton h={140} mb="xs" />
        <Skeleton h={140} />
      </Loading>
    );
  if (queues.error && !queues.data)
    return <LoadError what={t('queues.failed')} error={queues.error} onRetry={() => void queues.refetch()} />;
  const { answering, sending, inbox, outbox } = queues.data;
  return (
    <Stack>
      <Group gap="xs" role="status">
        <Badge color={answering && sending ? 'teal' : 'red'}>
          {answering && sending ? t('queues.keepsUp') : t('queues.behind')}
        </Badge>
        <Text size="sm">{verdict(t, answering, sending)}</Text>
      </Group>
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Queue title={t('queues.inbox')}>
          <Line name={t('queues.waiting')} value={inbox.waiting} since={inbox.oldest} />
          <Line name={t('queues.customers')} value={inbox.customers} />
          <Line name={t('queues.forErp')} value={inbox.forErp} since={inbox.forErpSince} />
          <Line name={t('queues.dead')} value={inbox.dead} />
          <Line name={t('queues.received')} value={inbox.received} />
        </Queue>
        <Queue title={t('queues.outbox')}>
          <Line name={t('queues.waiting')} value={outbox.waiting} since={outbox.oldest} />
          <Line name={t('queues.retrying')} value={outbox.retrying} />
          <Line name={t('queues.unclear')} value={outbox.unclear} />
          <Line name={t('queues.held')} value={outbox.held} since={outbox.heldSince} />
          <Line
            name={
              <AnchorLink to="/operations" search={{ tab: 'failed' }} size="sm">
                {t('queues.failedMessages')}
              </AnchorLink>
            }
            value={outbox.failed}
          />
          <Line name={t('queues.sent')} value={outbox.sent} />
        </Queue>
      </SimpleGrid>
      <DeadLetters />
    </Stack>
  );
}

function verdict(t: TFunction<'operations'>, answering: boolean, sending: boolean): string {
  if (answering && sending) return t('queues.keepsUpText');
  if (answering) return t('queues.notSending');
  return sending ? t('queues.notAnswering') : t('queues.neither');
}

function Queue({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Title order={2} size="h5" mb="xs">
        {title}
      </Title>
      <Table verticalSpacing={6} withRowBorders={false} layout="fixed">
        <Table.Tbody>{children}</Table.Tbody>
      </Table>
    </Paper>
  );
}

function Line({ name, value, since }: { name: ReactNode; value: number; since?: string | null }) {
  const { t } = useTranslation('operations');
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400}>
        {name}
      </Table.Th>
      <Table.Td ta="end" w={150}>
        <Text span size="sm" fw={600} className={classes.fixed}>
          {new Intl.NumberFormat(currentLanguage().code).format(value)}
        </Text>
        {since && (
          <Text size="xs" c="dimmed">
            {t('queues.oldest')} <RelativeTime at={since} />
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
