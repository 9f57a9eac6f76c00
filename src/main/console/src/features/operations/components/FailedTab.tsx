import { Alert, Button, Center, Checkbox, Group, List, Select, Skeleton, Stack, Text } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { CircleAlert } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChatLink } from '@/components/ChatLink';
import { Empty, LoadError, Loading, NothingMatches } from '@/components/States';
import { newestPlace } from '@/lib/first-page';
import { gateway } from '@/lib/gateway';
import { useMay } from '@/lib/session';
import { useFailed, type Result } from '../use-failed';
import { DiscardDialog } from './DiscardDialog';
import { FailedRow } from './FailedRow';

const periods = { hour: 1, day: 24, week: 168 } as const;
type Period = keyof typeof periods;

/** Messages that did not reach their customers: why, and what a person does about them. */
export function FailedTab() {
  const { t } = useTranslation('operations');
  const may = useMay();
  const navigate = useNavigate();
  const { reason, period }: { reason?: string; period?: string } = useSearch({ strict: false });
  const [marked, setMarked] = useState<string[]>([]);
  const [discarding, setDiscarding] = useState<string[]>();
  const from = useMemo(() => begin(period), [period]);
  const reasons = gateway.useQuery('get', '/api/v1/failed-messages/reasons', {}, { refetchInterval: 15_000 });
  const list = gateway.useInfiniteQuery(
    'get',
    '/api/v1/failed-messages',
    { params: { query: { reason, from, limit: 50 } } },
    {
      pageParamName: 'after',
      initialPageParam: newestPlace,
      getNextPageParam: ({ next }: { next?: string | null }) => next ?? undefined,
      refetchInterval: 15_000,
    },
  );
  const failed = useFailed(() => {
    setMarked([]);
    setDiscarding(undefined);
  });
  const filter = (change: { reason?: string; period?: string }) => {
    setMarked([]);
    void navigate({ to: '/operations', search: { tab: 'failed', reason, period, ...change } });
  };
  if (list.isPending)
    return (
      <Loading label={t('tabs.failed')}>
        <Skeleton h={44} mb="xs" />
        <Skeleton h={44} mb="xs" />
        <Skeleton h={44} />
      </Loading>
    );
  if (list.error && !list.data)
    return <LoadError what={t('failed.failed')} error={list.error} onRetry={() => void list.refetch()} />;
  const messages = list.data.pages.flatMap((page) => page.messages);
  const shown = marked.filter((id) => messages.some((message) => message.id === id));
  const runs = may('OPERATIONS_RUN');
  const filtered = reason !== undefined || from !== undefined;
  return (
    <Stack gap="sm">
      <Group gap="xs">
        <Select
          size="xs"
          w={320}
          maw="100%"
          aria-label={t('failed.reason')}
          value={reason ?? ''}
          onChange={(value) => filter({ reason: value || undefined })}
          allowDeselect={false}
          data={[
            { value: '', label: t('failed.anyReason') },
            ...(reasons.data?.reasons ?? []).map(({ reason: code, advice, count }) => ({
              value: code,
              label: t('failed.reasonOf', { advice, count }),
            })),
          ]}
        />
        <Select
          size="xs"
          w={160}
          aria-label={t('failed.period')}
          value={period !== undefined && period in periods ? period : ''}
          onChange={(value) => filter({ period: value || undefined })}
          allowDeselect={false}
          data={[
            { value: '', label: t('failed.periods.all') },
            { value: 'hour', label: t('failed.periods.hour') },
            { value: 'day', label: t('failed.periods.day') },
            { value: 'week', label: t('failed.periods.week') },
          ]}
        />
      </Group>
      <Stays results={failed.stays} onClose={failed.forget} />
      {messages.length === 0 &&
        (filtered ? (
          <NothingMatches onClear={() => filter({ reason: undefined, period: undefined })} />
        ) : (
          <Empty>{t('failed.empty')}</Empty>
        ))}
      {runs && messages.length > 0 && (
        <Group gap="xs">
          <Checkbox
            label={t('failed.markAll')}
            checked={shown.length === messages.length}
            indeterminate={shown.length > 0 && shown.length < messages.length}
            onChange={() => setMarked(shown.length === messages.length ? [] : messages.map(({ id }) => id))}
          />
          {shown.length > 0 && (
            <>
              <Button
                size="compact-sm"
                loading={failed.retry.isPending}
                onClick={() => failed.retry.mutate({ body: { messages: shown.map((id) => ({ id })) } })}
              >
                {t('failed.retryMarked', { count: shown.length })}
              </Button>
              <Button size="compact-sm" variant="default" onClick={() => setDiscarding(shown)}>
                {t('failed.discardMarked', { count: shown.length })}
              </Button>
            </>
          )}
        </Group>
      )}
      <div>
        {messages.map((message) => (
          <FailedRow
            key={message.id}
            message={message}
            marked={shown.includes(message.id)}
            onMark={
              runs
                ? (on) => setMarked(on ? [...shown, message.id] : shown.filter((id) => id !== message.id))
                : undefined
            }
            retry={failed.retry}
            reword={failed.reword}
            onDiscard={() => setDiscarding([message.id])}
          />
        ))}
      </div>
      {list.hasNextPage && (
        <Center>
          <Button
            variant="default"
            loading={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {t('failed.more')}
          </Button>
        </Center>
      )}
      {discarding && (
        <DiscardDialog
          title={t('failed.discardTitle', { count: discarding.length })}
          pending={failed.discard.isPending}
          onClose={() => setDiscarding(undefined)}
          onDiscard={(why) => failed.discard.mutate({ body: { messages: discarding, reason: why } })}
        />
      )}
    </Stack>
  );
}

function begin(period: string | undefined): string | undefined {
  if (period === undefined || !(period in periods)) return undefined;
  return new Date(Date.now() - periods[period as Period] * 3_600_000).toISOString();
}

/** What was not sent again, and where one goes on with it. */
function Stays({ results, onClose }: { results: Result[]; onClose: () => void }) {
  const { t } = useTranslation(['operations', 'app']);
  const may = useMay();
  if (results.length === 0) return null;
  return (
    <Alert
      color="orange"
      variant="outline"
      icon={<CircleAlert aria-hidden />}
      title={t('failed.stays', { count: results.length })}
      role="alert"
      withCloseButton
      closeButtonLabel={t('app:close')}
      onClose={onClose}
    >
      <List size="sm" spacing={4}>
        {results.map(({ id, contactId, outcome, sentence }) => (
          <List.Item key={id}>
            <Text span size="sm">
              {sentence}
            </Text>{' '}
            {outcome !== 'gone' && may('CHATS_READ') && (
              <ChatLink contact={contactId}>{t('failed.openChat')}</ChatLink>
            )}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
