import { Group, Skeleton, Stack, Table, Text } from '@mantine/core';
import { ImageOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Time } from '@/components/Time';
import { gateway, type Schemas } from '@/lib/gateway';
import { useMay } from '@/lib/session';
import { shortDate } from '@/lib/time';
import { amountText } from '../amount';
import classes from './Order.module.css';
import type { Order } from '../order';
import { Panel } from './Panel';

type ItemsPanelProps = { order: Order; sent: Schemas['SentOrder'] | null | undefined; loading: boolean };

/** What is in it: from the ERP where it tells, else as it was sent there; either says whence and when. */
export function ItemsPanel({ order, sent, loading }: ItemsPanelProps) {
  const { t } = useTranslation(['orders', 'app']);
  const may = useMay();
  const erp = gateway.useQuery(
    'get',
    '/api/v1/orders/{order}/erp',
    { params: { path: { order: order.externalOrderId } } },
    { staleTime: 60_000 },
  );
  const items = erp.data?.items ?? [];
  const pictures = new Map(sent?.items.map((line) => [line.externalProductId, line.picture]));
  const lines =
    items.length > 0
      ? items.map((item) => ({
          id: item.externalProductId ?? item.name,
          name: item.name,
          detail: '',
          qty: item.qty == null ? '' : String(item.qty),
          price: amountText(item.unitPrice, order.currency),
          amount: '',
          picture: item.externalProductId ? pictures.get(item.externalProductId) : undefined,
        }))
      : (sent?.items ?? []).map((line) => ({
          id: line.externalProductId,
          name: line.name,
          detail: [
            ...line.options,
            ...(line.minutes ? [t('items.minutes', { count: line.minutes })] : []),
          ].join(', '),
          qty: String(line.qty),
          price: amountText(line.unitPrice, sent?.currency),
          amount: amountText(line.amount, sent?.currency),
          picture: line.picture,
        }));
  const source =
    items.length > 0 && erp.data ? (
      <>
        {t('items.fromErp')} <Time at={erp.data.at} />
      </>
    ) : sent ? (
      <>
        {t('items.asSent', { date: shortDate(sent.at) })} <Time at={sent.at} />
      </>
    ) : null;
  return (
    <Panel
      title={t('columns.items')}
      aside={
        source && (
          <Text size="xs" c="dimmed">
            {source}
          </Text>
        )
      }
    >
      {loading && <Skeleton h={120} />}
      {!loading && lines.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('items.unknown')}
        </Text>
      )}
      {lines.length > 0 && (
        <Table.ScrollContainer minWidth={320}>
          <Table>
            <Table.Tbody>
              {lines.map((line, index) => (
                <Table.Tr key={`${line.id}-${index}`}>
                  <Table.Td w={60}>
                    <Picture picture={line.picture} />
                  </Table.Td>
                  <Table.Td>
                    <Text size="sm">{line.name}</Text>
                    {line.detail && (
                      <Text size="xs" c="dimmed">
                        {line.detail}
                      </Text>
                    )}
                  </Table.Td>
                  <Table.Td ta="end" dir="ltr">
                    {line.price === ''
                      ? t('items.qty', { qty: line.qty })
                      : t('items.times', { qty: line.qty, price: line.price })}
                  </Table.Td>
                  <Table.Td ta="end" dir="ltr">
                    {line.amount}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {may('MONEY') ? (
        <Totals order={order} sent={sent} />
      ) : (
        <Text size="sm" c="dimmed" mt="xs">
          {t('items.noAmounts', { right: t('app:permissions.MONEY') })}
        </Text>
      )}
      {sent && (
        <Stack gap={2} mt="sm">
          <Text size="sm" fw={600}>
            {sent.pickup ? t('items.pickup') : t('items.address')}
          </Text>
          <Text size="sm" className={classes.address}>
            {sent.address ??
              (may('PERSONAL_DATA')
                ? t('items.noAddress')
                : t('items.withheld', { right: t('app:permissions.PERSONAL_DATA') }))}
          </Text>
        </Stack>
      )}
    </Panel>
  );
}

function Totals({ order, sent }: Pick<ItemsPanelProps, 'order' | 'sent'>) {
  const { t } = useTranslation('orders');
  const rows: [string, string][] = [];
  if (sent) {
    rows.push([t('items.subtotal'), amountText(sent.subtotal, sent.currency)]);
    if (sent.delivery != null) rows.push([t('items.delivery'), amountText(sent.delivery, sent.currency)]);
  }
  rows.push([t('columns.total'), amountText(order.total ?? sent?.total, order.currency ?? sent?.currency)]);
  return (
    <Stack gap={2} mt="xs">
      {rows.map(([label, amount], index) => (
        <Group key={label} justify="space-between">
          <Text size="sm" fw={index === rows.length - 1 ? 700 : 400}>
            {label}
          </Text>
          <Text size="sm" fw={index === rows.length - 1 ? 700 : 400} dir="ltr">
            {amount}
          </Text>
        </Group>
      ))}
    </Stack>
  );
}

function Picture({ picture }: { picture: string | null | undefined }) {
  return picture ? (
    <img src={picture} alt="" className={classes.picture} loading="lazy" />
  ) : (
    <span className={classes.noPicture}>
      <ImageOff size={16} aria-hidden />
    </span>
  );
}
