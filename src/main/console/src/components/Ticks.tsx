import { Check, CheckCheck, CircleAlert, Clock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import classes from './Ticks.module.css';

const icons = { sending: Clock, sent: Check, delivered: CheckCheck, read: CheckCheck, failed: CircleAlert };

/** How far a message has come, as WhatsApp shows it and in words for those who do not see it. */
export type TickStatus = keyof typeof icons;

export function Ticks({ status }: { status: TickStatus }) {
  const { t } = useTranslation();
  const Icon = icons[status];
  return (
    <span className={classes.ticks} data-status={status} title={t(`ticks.${status}`)}>
      <Icon size={15} aria-hidden />
      <span className={status === 'failed' ? undefined : classes.hidden}>{t(`ticks.${status}`)}</span>
    </span>
  );
}
