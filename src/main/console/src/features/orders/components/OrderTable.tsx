import { Anchor, Checkbox, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { RelativeTime } from '@/components/Time';
import { useMay } from '@/lib/session';
import { amountText } from '../amount';
import { numberOf, type Order } from '../order';
import { AssigneeSelect } from './AssigneeSelect';
import { PaymentBadge, SourceBadge, StatusBadge } from './Badges';
import { ItemsText } from './ItemsText';

type OrderTableProps = {
  orders: Order[];
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
};

export function OrderTable({ orders, chosen, onChoose }: OrderTableProps) {
  const { t } = useTranslation('orders');
  const may = useMay();
  const choosing = may('ORDERS_FULFIL');
  const priced = may('MONEY');
  const all = orders.every(({ externalOrderId }) => chosen.has(externalOrderId));
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChoose(next);
  };
  return (
    <Table.ScrollContainer minWidth={960}>
      <Table highlightOnHover verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            {choosing && (
              <Table.Th w={36}>
                <Checkbox
                  size="xs"
                  aria-label={t('bulk.all')}
                  checked={all}
                  indeterminate={!all && chosen.size > 0}
                  onChange={() =>
                    onChoose(new Set(all ? [] : orders.map(({ externalOrderId }) => externalOrderId)))
                  }
                />
              </Table.Th>
            )}
            <Table.Th>{t('columns.number')}</Table.Th>
            <Table.Th>{t('columns.customer')}</Table.Th>
            <Table.Th>{t('columns.items')}</Table.Th>
            {priced && <Table.Th ta="end">{t('columns.total')}</Table.Th>}
            <Table.Th>{t('columns.payment')}</Table.Th>
            <Table.Th>{t('columns.status')}</Table.Th>
            <Table.Th>{t('columns.source')}</Table.Th>
            <Table.Th>{t('columns.assignee')}</Table.Th>
            <Table.Th>{t('columns.updated')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {orders.map((order) => (
            <Table.Tr key={order.id} data-selected={chosen.has(order.externalOrderId) || undefined}>
              {choosing && (
                <Table.Td>
                  <Checkbox
                    size="xs"
                    aria-label={t('bulk.choose', { number: numberOf(order) })}
                    checked={chosen.has(order.externalOrderId)}
                    onChange={() => toggle(order.externalOrderId)}
                  />
                </Table.Td>
              )}
              <Table.Td>
                <OrderLink order={order} />
              </Table.Td>
              <Table.Td>
                <Text size="sm">{order.customer ?? order.phone ?? t('customer.unknown')}</Text>
              </Table.Td>
              <Table.Td maw={280}>
                <ItemsText items={order.items} />
              </Table.Td>
              {priced && (
                <Table.Td ta="end">
                  <Text size="sm" style={{ whiteSpace: 'nowrap' }} dir="ltr">
                    {amountText(order.total, order.currency)}
                  </Text>
                </Table.Td>
              )}
              <Table.Td>
                <PaymentBadge payment={order.payment} />
              </Table.Td>
              <Table.Td>
                <StatusBadge status={order.status} stale={order.stale} flag={order.flag} />
              </Table.Td>
              <Table.Td>
                <SourceBadge source={order.source} />
              </Table.Td>
              <Table.Td>
                <AssigneeSelect
                  order={order.externalOrderId}
                  number={numberOf(order)}
                  assignee={order.assignee}
                />
              </Table.Td>
              <Table.Td>
                <Text size="sm" style={{ whiteSpace: 'nowrap' }}>
                  <RelativeTime at={order.changedAt} />
                </Text>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** To the order; what j and k move to. */
export function OrderLink({ order }: { order: Pick<Order, 'orderNumber' | 'externalOrderId'> }) {
  return (
    <Anchor
      renderRoot={(props) => (
        <Link to="/orders/$order" params={{ order: order.externalOrderId }} {...props} />
      )}
      size="sm"
      fw={600}
      data-row
      dir="ltr"
      style={{ whiteSpace: 'nowrap' }}
    >
      {numberOf(order)}
    </Anchor>
  );
}
