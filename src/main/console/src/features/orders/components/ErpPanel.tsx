import { Alert, Button, Stack, Text } from '@mantine/core';
import { CloudOff, RotateCw } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Expandable } from '@/components/Expandable';
import { JsonBlock } from '@/components/JsonBlock';
import { RelativeTime, Time } from '@/components/Time';
import { gateway } from '@/lib/gateway';
import type { Order } from '../order';
import { Panel } from './Panel';

/** What the ERP itself says, now; where it does not answer, what it said last and when. */
export function ErpPanel({ order }: { order: Order }) {
  const { t } = useTranslation('orders');
  const [open, setOpen] = useState(false);
  const erp = gateway.useQuery(
    'get',
    '/api/v1/orders/{order}/erp',
    { params: { path: { order: order.externalOrderId } } },
    { staleTime: 60_000 },
  );
  const said = erp.data;
  const error = erp.error;
  return (
    <Panel
      title={t('erp.title')}
      aside={
        <Button
          size="compact-xs"
          variant="default"
          loading={erp.isFetching}
          leftSection={<RotateCw size={12} aria-hidden />}
          onClick={() => void erp.refetch()}
        >
          {t('erp.ask')}
        </Button>
      }
    >
      <Stack gap="xs">
        {said?.state === 'ok' && (
          <Text size="sm">
            {t('erp.says', { status: order.erpStatus ?? order.status })} <Time at={said.at} />
          </Text>
        )}
        {((said && said.state !== 'ok') || error) && (
          <Alert color="yellow" variant="outline" icon={<CloudOff size={16} aria-hidden />} role="status">
            <Text size="sm">{said?.reason ?? error?.message}</Text>
            <Text size="sm">
              {t('erp.last', { status: order.erpStatus ?? order.status })}{' '}
              <RelativeTime at={order.changedAt} />
            </Text>
          </Alert>
        )}
        <Text size="xs" c="dimmed">
          {t('erp.id')} <bdi dir="ltr">{order.externalOrderId}</bdi>
        </Text>
        {order.clientReference && (
          <Text size="xs" c="dimmed">
            {t('erp.reference')} <bdi dir="ltr">{order.clientReference}</bdi>
          </Text>
        )}
        {order.trackingUrl && (
          <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {t('erp.tracking')} <bdi dir="ltr">{order.trackingUrl}</bdi>
          </Text>
        )}
        {said?.answer != null && (
          <Expandable summary={t('erp.raw')} open={open} onToggle={() => setOpen((shown) => !shown)}>
            <JsonBlock value={said.answer} label={t('erp.raw')} />
          </Expandable>
        )}
      </Stack>
    </Panel>
  );
}
