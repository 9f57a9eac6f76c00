import { Badge, Skeleton, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Empty, LoadError, Loading } from '@/components/States';
import { RelativeTime, Time } from '@/components/Time';
import { gateway } from '@/lib/gateway';
import { useMay } from '@/lib/session';
import { amountText } from '../amount';
import { OrderLink } from './OrderTable';

/** The ERP's own list, with what of it Waybill knows. */
export function ErpOrders() {
  const { t } = useTranslation('orders');
  const priced = useMay()('MONEY');
  const list = gateway.useQuery('get', '/api/v1/erp-orders', {}, { staleTime: 60_000, retry: false });
  if (list.isPending)
    return (
      <Loading label={t('erpList.loading')}>
        <Skeleton h={160} />
      </Loading>
    );
  if (!list.data)
    return <LoadError what={t('erpList.failed')} error={list.error} onRetry={() => void list.refetch()} />;
  const { orders, at } = list.data;
  if (orders.length === 0) return <Empty>{t('erpList.empty')}</Empty>;
  return (
    <>
      <Text size="sm" c="dimmed">
        {t('erpList.from')} <Time at={at} />
      </Text>
      <Table.ScrollContainer minWidth={640}>
        <Table verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('columns.number')}</Table.Th>
              <Table.Th>{t('columns.status')}</Table.Th>
              {priced && <Table.Th ta="end">{t('columns.total')}</Table.Th>}
              <Table.Th>{t('erpList.known')}</Table.Th>
              <Table.Th>{t('columns.updated')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {orders.map((order) => (
              <Table.Tr key={order.externalOrderId}>
                <Table.Td>
                  {order.known ? <OrderLink order={order} /> : <Text size="sm">{order.orderNumber}</Text>}
                </Table.Td>
                <Table.Td>
                  <Text size="sm">{order.status}</Text>
                </Table.Td>
                {priced && (
                  <Table.Td ta="end" dir="ltr">
                    {amountText(order.total, order.currency)}
                  </Table.Td>
                )}
                <Table.Td>
                  <Badge
                    variant={order.known ? 'light' : 'outline'}
                    color={order.known ? 'teal' : 'gray'}
                    tt="none"
                  >
                    {order.known ? t('erpList.here') : t('erpList.onlyErp')}
                  </Badge>
                </Table.Td>
                <Table.Td>
                  {order.changedAt && (
                    <Text size="sm">
                      <RelativeTime at={order.changedAt} />
                    </Text>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  );
}
