import { Text } from '@mantine/core';
import {
  Banknote,
  CircleDot,
  FileText,
  Hand,
  Hash,
  MessageCircle,
  MessageCircleOff,
  PackagePlus,
  Star,
  Truck,
  Undo2,
  UserRound,
  type LucideIcon,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { RelativeTime } from '@/components/Time';
import { gateway, type Schemas } from '@/lib/gateway';
import { isPayment, isStatus } from '../status';
import classes from './Order.module.css';
import { noticeKey } from './StatusDialog';

type Step = Schemas['Step'];

const icons: Record<string, LucideIcon> = {
  created: PackagePlus,
  status: Truck,
  payment: Banknote,
  tracking: Truck,
  number: Hash,
  assigned: UserRound,
  asked: Hand,
  refund: Undo2,
  feedback: Star,
  receipt: FileText,
  opened: MessageCircle,
  service: CircleDot,
};

const origins = ['flow', 'staff', 'erp', 'poll', 'whatsapp', 'website', 'api'] as const;

/** What happened, what people did, and what the customer was told of it, in one line each. */
export function Timeline({ order, steps }: { order: string; steps: Step[] }) {
  const { t } = useTranslation('orders');
  const words = useWords();
  const { data } = gateway.useQuery('get', '/api/v1/orders/{order}/notices', { params: { path: { order } } });
  const lines = [
    ...steps.map((step, index) => ({
      key: `step-${index}`,
      at: step.at,
      Icon: icons[step.kind] ?? CircleDot,
      text: words(step),
      detail: step.detail,
      by: step.by ?? origin(step.origin),
    })),
    ...(data?.notices ?? []).map((notice) => ({
      key: `notice-${notice.status}`,
      at: notice.at,
      Icon: notice.state === 'sent' ? MessageCircle : MessageCircleOff,
      text: t('timeline.told', {
        status: isStatus(notice.status) ? t(`status.${notice.status}`) : notice.status,
        result: t(`notice.${noticeKey(notice)}`),
      }),
      detail: notice.reason,
      by: undefined,
    })),
  ].toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at));

  function origin(key: string) {
    const known = origins.find((one) => one === key);
    return known ? t(`origin.${known}`) : key;
  }
  return (
    <ol className={classes.timeline}>
      {lines.map(({ key, at, Icon, text, detail, by }) => (
        <li key={key} className={classes.step}>
          <Icon size={16} aria-hidden />
          <div>
            <Text size="sm">{text}</Text>
            {detail && (
              <Text size="xs" c="dimmed">
                {detail}
              </Text>
            )}
            {by && (
              <Text size="xs" c="dimmed">
                {by}
              </Text>
            )}
          </div>
          <Text size="xs" c="dimmed">
            <RelativeTime at={at} />
          </Text>
        </li>
      ))}
    </ol>
  );
}

const kinds = ['tracking', 'number', 'asked', 'refund', 'feedback', 'receipt', 'opened', 'service'] as const;

function useWords(): (step: Step) => string {
  const { t } = useTranslation('orders');
  return ({ kind, after, before }) => {
    if (kind === 'created') return t('timeline.created');
    if (kind === 'status' && after)
      return t('timeline.status', { status: isStatus(after) ? t(`status.${after}`) : after });
    if (kind === 'payment' && after)
      return t('timeline.payment', { payment: isPayment(after) ? t(`payment.${after}`) : after });
    if (kind === 'assigned')
      return after
        ? t('timeline.assigned', { name: after })
        : t('timeline.unassigned', { name: before ?? '' });
    const known = kinds.find((one) => one === kind);
    return known ? t(`timeline.${known}`) : kind;
  };
}
