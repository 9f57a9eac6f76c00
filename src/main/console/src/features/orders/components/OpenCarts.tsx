import { Button, Card, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ChatLink } from '@/components/ChatLink';
import { Empty, LoadError, Loading } from '@/components/States';
import { RelativeTime } from '@/components/Time';
import { newestPlace } from '@/lib/first-page';
import { gateway } from '@/lib/gateway';
import { amountText } from '../amount';
import { ItemsText } from './ItemsText';

/** What customers have in their carts and have not ordered, with how old each is. */
export function OpenCarts() {
  const { t } = useTranslation('orders');
  const carts = gateway.useInfiniteQuery(
    'get',
    '/api/v1/carts',
    { params: { query: { limit: 50 } } },
    {
      pageParamName: 'after',
      initialPageParam: newestPlace,
      getNextPageParam: ({ next }: { next?: string | null }) => next ?? undefined,
      refetchInterval: 30_000,
    },
  );
  if (carts.isPending)
    return (
      <Loading label={t('carts.loading')}>
        <Skeleton h={72} />
      </Loading>
    );
  if (!carts.data)
    return <LoadError what={t('carts.failed')} error={carts.error} onRetry={() => void carts.refetch()} />;
  const found = carts.data.pages.flatMap((page) => page.carts);
  if (found.length === 0) return <Empty>{t('carts.empty')}</Empty>;
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {t('carts.count', { count: carts.data.pages[0]?.count ?? 0 })}
      </Text>
      {found.map((cart) => (
        <Card key={cart.contactId} withBorder p="sm">
          <Group justify="space-between" align="flex-start">
            <Stack gap={2}>
              <Text size="sm" fw={600}>
                {cart.customer ?? cart.phone ?? t('customer.unknown')}
              </Text>
              <ItemsText items={cart.items} />
            </Stack>
            <Stack gap={2} align="flex-end">
              <Text size="sm" fw={600} dir="ltr">
                {amountText(cart.total, cart.currency)}
              </Text>
              <Text size="xs" c="dimmed">
                <RelativeTime at={cart.since} />
              </Text>
              <ChatLink contact={cart.contactId}>{t('openChat')}</ChatLink>
            </Stack>
          </Group>
        </Card>
      ))}
      {carts.hasNextPage && (
        <Button
          variant="default"
          loading={carts.isFetchingNextPage}
          onClick={() => void carts.fetchNextPage()}
        >
          {t('list.more')}
        </Button>
      )}
    </Stack>
  );
}
