import { Button, Center, Skeleton, Stack } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { keepPreviousData } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, LoadError, Loading, NothingMatches, StaleNotice } from '@/components/States';
import { newestId } from '@/lib/first-page';
import { gateway } from '@/lib/gateway';
import { useLiveEvent } from '@/lib/live-context';
import { useRowKeys } from '@/lib/use-row-keys';
import { isFiltered, orderQuery, type OrderSearch } from '../search';
import { useOrderRefresh } from '../use-order-refresh';
import { BulkBar } from './BulkBar';
import { OrderCards } from './OrderCards';
import { OrderFilters } from './OrderFilters';
import { OrderTable } from './OrderTable';
import { useSeenOrders } from './use-seen-orders';

type OrderListProps = { search: OrderSearch; onSearch: (search: OrderSearch) => void };

/** All orders, filtered as the address says. */
export function OrderList({ search, onSearch }: OrderListProps) {
  const { t } = useTranslation('orders');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const wide = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false });
  const refresh = useOrderRefresh();
  const list = gateway.useInfiniteQuery(
    'get',
    '/api/v1/orders',
    { params: { query: orderQuery(search) } },
    {
      pageParamName: 'before',
      initialPageParam: newestId,
      getNextPageParam: ({ orders }: { orders: { id: number }[] }) =>
        orders.length < 50 ? undefined : orders.at(-1)?.id,
      placeholderData: keepPreviousData,
    },
  );
  useLiveEvent('order', refresh);
  useRowKeys();
  useSeenOrders(list.dataUpdatedAt);
  const orders = list.data?.pages.flatMap((page) => page.orders) ?? [];
  const filter = (next: OrderSearch) => {
    setChosen(new Set());
    onSearch(next);
  };

  return (
    <Stack gap="sm">
      <OrderFilters search={search} counts={list.data?.pages[0]?.counts} onSearch={filter} />
      {list.isError && list.data && (
        <StaleNotice error={list.error} since={list.dataUpdatedAt} onRetry={() => void list.refetch()} />
      )}
      {list.isError && !list.data && (
        <LoadError what={t('list.failed')} error={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.isPending && (
        <Loading label={t('list.loading')}>
          <Stack gap="xs">
            {Array.from({ length: 8 }, (_, row) => (
              <Skeleton key={row} h={40} />
            ))}
          </Stack>
        </Loading>
      )}
      {list.data && orders.length === 0 && isFiltered(search) && (
        <NothingMatches onClear={() => filter({})} />
      )}
      {list.data && orders.length === 0 && !isFiltered(search) && <Empty>{t('list.empty')}</Empty>}
      {orders.length > 0 && (
        <>
          <BulkBar orders={orders} chosen={chosen} onChoose={setChosen} />
          {wide ? (
            <OrderTable orders={orders} chosen={chosen} onChoose={setChosen} />
          ) : (
            <OrderCards orders={orders} />
          )}
        </>
      )}
      {list.hasNextPage && (
        <Center>
          <Button
            variant="default"
            loading={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {t('list.more')}
          </Button>
        </Center>
      )}
    </Stack>
  );
}
