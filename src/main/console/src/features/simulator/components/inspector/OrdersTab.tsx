import { Alert, Badge, Button, Loader, Menu, Skeleton, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ChevronDown, CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Empty, LoadError, Loading, StaleNotice } from '@/components/States';
import { Time } from '@/components/Time';
import { isNotFound } from '@/lib/http';
import { useLiveState } from '@/lib/live-context';
import { useMay } from '@/lib/session';
import { shortDate } from '@/lib/time';
import { ordersQuery, useMoveOrder, type Order, type OrderMove } from '../../api/orders';
import classes from './Inspector.module.css';

/** What the demo ERP calls them, in the order in which they come. */
const statuses = ['confirmed', 'shipped', 'delivered', 'cancelled'] as const;
const named = ['pending', ...statuses] as const;

/** Orders as the demo ERP holds them, newest first. */
export function OrdersTab() {
  const { t } = useTranslation('simulator');
  const orders = useQuery(ordersQuery(useLiveState() !== 'live'));
  const move = useMoveOrder();
  if (isNotFound(orders.error)) return <Empty>{t('orders.real')}</Empty>;
  if (orders.isError && !orders.data)
    return <LoadError what={t('orders.failed')} error={orders.error} onRetry={() => void orders.refetch()} />;
  if (!orders.data)
    return (
      <Loading label={t('orders.loading')}>
        <Stack gap="xs">
          <Skeleton h={28} />
          <Skeleton h={44} />
          <Skeleton h={44} />
        </Stack>
      </Loading>
    );
  if (orders.data.orders.length === 0) return <Empty>{t('orders.empty')}</Empty>;
  return (
    <div className={classes.scroll}>
      {orders.isError && (
        <StaleNotice
          error={orders.error}
          since={orders.dataUpdatedAt}
          onRetry={() => void orders.refetch()}
        />
      )}
      {move.error && (
        <Alert color="red" variant="outline" icon={<CircleAlert aria-hidden />} role="alert">
          {move.error.message}
        </Alert>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling box must be reachable by keyboard */}
      <div className={classes.tableBox} tabIndex={0} role="region" aria-label={t('orders.label')}>
        <Table verticalSpacing="xs" horizontalSpacing="xs" miw={330} fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('orders.order')}</Table.Th>
              <Table.Th>{t('orders.items')}</Table.Th>
              <Table.Th ta="end">{t('orders.total')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {orders.data.orders.map((order) => (
              <OrderRow
                key={order.externalOrderId}
                order={order}
                onMove={(to) => move.mutate({ externalOrderId: order.externalOrderId, move: to })}
                moving={move.isPending && move.variables.externalOrderId === order.externalOrderId}
              />
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </div>
  );
}

type OrderRowProps = { order: Order; onMove: (move: OrderMove) => void; moving: boolean };

function OrderRow({ order, onMove, moving }: OrderRowProps) {
  const { t } = useTranslation('simulator');
  const place = order.address ?? order.note;
  return (
    <Table.Tr>
      <Table.Td valign="top">
        <Text size="sm" fw={600} className={classes.oneLine}>
          {order.orderNumber}
        </Text>
        <Text size="sm">{order.customer}</Text>
        <Text size="xs" c="dimmed">
          {shortDate(order.createdAt)}, <Time at={order.createdAt} />
        </Text>
      </Table.Td>
      <Table.Td valign="top">
        {order.items.map((item, index) => (
          <div key={`${index}-${item.name}`}>
            {item.qty} × {item.name}{' '}
            <Text span size="xs" c="dimmed">
              {t('orders.price', { price: item.unitPrice })}
            </Text>
          </div>
        ))}
        {place && (
          <Text size="xs" c="dimmed" className={classes.place}>
            {place}
          </Text>
        )}
      </Table.Td>
      <Table.Td valign="top" ta="end">
        <Text size="sm" className={classes.oneLine}>
          {order.currency} {order.total}
        </Text>
        <Status order={order} onMove={onMove} moving={moving} />
        {order.paid && (
          <Text size="xs" c="dimmed">
            {t('orders.paid')}
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

/**
 * The status, and behind it the others: as if somebody changed it in the ERP. While it changes the button is busy, not disabled, which
 * would take the keyboard's focus away from it.
 */
function Status({ order, onMove, moving }: OrderRowProps) {
  const { t } = useTranslation('simulator');
  const inWords = useStatusName();
  const mayMove = useMay()('ERP_EDIT');
  const color = statusColor(order.status);
  const choose = (to: OrderMove) => {
    if (!moving) onMove(to);
  };
  if (order.status === 'cancelled' || !mayMove)
    return (
      <Badge variant="light" size="sm" tt="none" color={color}>
        {inWords(order.status)}
      </Badge>
    );
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="light"
          size="compact-xs"
          color={color}
          aria-busy={moving}
          rightSection={
            moving ? <Loader size={12} color={color} aria-hidden /> : <ChevronDown size={12} aria-hidden />
          }
          aria-label={t('orders.change', { order: order.orderNumber, status: inWords(order.status) })}
        >
          {inWords(order.status)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('orders.inErp')}</Menu.Label>
        {statuses
          .filter((status) => status !== order.status)
          .map((status) => (
            <Menu.Item key={status} onClick={() => choose({ status })}>
              {inWords(status)}
            </Menu.Item>
          ))}
        {!order.paid && (
          <>
            <Menu.Divider />
            <Menu.Item onClick={() => choose('paid in cash')}>{t('orders.paidInCash')}</Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

/** What the demo ERP calls a status; another word of an ERP made readable. */
function useStatusName(): (status: string) => string {
  const { t } = useTranslation('simulator');
  return (status) => {
    const known = named.find((name) => name === status);
    if (known) return t(`orders.statuses.${known}`);
    const words = status.replaceAll('_', ' ').toLowerCase();
    return words.charAt(0).toUpperCase() + words.slice(1);
  };
}

function statusColor(status: string): string {
  if (/cancel|fail|reject/i.test(status)) return 'red';
  return /confirm|deliver|ship|paid/i.test(status) ? 'teal' : 'gray';
}
