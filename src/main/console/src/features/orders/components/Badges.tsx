import { Badge, Group } from '@mantine/core';
import { Clock3, Flag, Globe, MessageCircle, Webhook, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { isPayment, isSource, isStatus, type Payment, type Source, type Status } from '../status';

const statusColours: Record<Status, string> = {
  received: 'yellow',
  pending: 'yellow',
  confirmed: 'blue',
  preparing: 'blue',
  ready: 'grape',
  shipped: 'grape',
  delivered: 'teal',
  cancelled: 'gray',
};

const paymentColours: Record<Payment, string> = {
  unpaid: 'orange',
  requested: 'yellow',
  paid: 'teal',
  failed: 'red',
  refunded: 'gray',
};

const sourceIcons: Record<Source, LucideIcon> = { whatsapp: MessageCircle, website: Globe, api: Webhook };

type StatusBadgeProps = { status: string; stale?: boolean; flag?: string | null };

/** The status in words, with what is wrong with it. */
export function StatusBadge({ status, stale = false, flag }: StatusBadgeProps) {
  const { t } = useTranslation('orders');
  if (!isStatus(status)) return <Badge variant="light">{status}</Badge>;
  return (
    <Group gap={4} component="span" display="inline-flex">
      <Badge variant="light" color={statusColours[status]} tt="none">
        {t(`status.${status}`)}
      </Badge>
      {stale && (
        <Badge variant="outline" color="orange" tt="none" leftSection={<Clock3 size={12} aria-hidden />}>
          {t('stale')}
        </Badge>
      )}
      {flag && (
        <Badge
          variant="outline"
          color="red"
          tt="none"
          title={flag}
          leftSection={<Flag size={12} aria-hidden />}
        >
          {t('flagged')}
        </Badge>
      )}
    </Group>
  );
}

export function PaymentBadge({ payment }: { payment: string }) {
  const { t } = useTranslation('orders');
  if (!isPayment(payment)) return <Badge variant="light">{payment}</Badge>;
  return (
    <Badge variant="light" color={paymentColours[payment]} tt="none">
      {t(`payment.${payment}`)}
    </Badge>
  );
}

export function SourceBadge({ source }: { source: string }) {
  const { t } = useTranslation('orders');
  if (!isSource(source)) return <Badge variant="default">{source}</Badge>;
  const Icon = sourceIcons[source];
  return (
    <Badge variant="default" tt="none" leftSection={<Icon size={12} aria-hidden />}>
      {t(`source.${source}`)}
    </Badge>
  );
}
