import { Check, CheckCheck, CircleAlert, Clock } from 'lucide-react';
import type { DeliveryStatus } from '../../api/conversation';
import classes from './Phone.module.css';

const words = {
  sending: 'Sending',
  sent: 'Sent',
  delivered: 'Delivered',
  read: 'Read',
  failed: 'Not delivered',
} as const;

const icons = { sending: Clock, sent: Check, delivered: CheckCheck, read: CheckCheck, failed: CircleAlert };

export function Ticks({ status }: { status: DeliveryStatus | 'sending' }) {
  const Icon = icons[status];
  return (
    <span className={classes.ticks} data-status={status} title={words[status]}>
      <Icon size={15} aria-hidden />
      <span className={status === 'failed' ? undefined : classes.hidden}>{words[status]}</span>
    </span>
  );
}
