import { Text } from '@mantine/core';
import { Database, Hand, TriangleAlert, Undo2, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Time } from '@/components/Time';
import type { ThreadItem } from '../api/chats';
import classes from './Chats.module.css';

const icons: Record<string, LucideIcon> = {
  erp: Database,
  incident: TriangleAlert,
  handover: Hand,
  takeover: Hand,
  handback: Undo2,
};
const outcomes = ['ok', 'empty', 'refused', 'down', 'unknown'] as const;

/** What happened beside the messages: one line; why an ERP call failed folds out. */
export function ThreadEvent({ item }: { item: ThreadItem }) {
  const { t } = useTranslation('chats');
  const Icon = icons[item.kind] ?? TriangleAlert;
  const event = item.event;
  const why = event?.text ?? '';
  if (item.kind === 'erp') {
    const outcome = outcomes.find((known) => known === event?.outcome?.toLowerCase()) ?? 'unknown';
    const line = (
      <>
        <Icon size={14} aria-hidden />
        <span dir="ltr">{t('thread.erp', { operation: event?.operation ?? '' })}</span>
        <span>
          {t(`outcomes.${outcome}`)} · {t('thread.took', { millis: event?.tookMillis ?? 0 })}
        </span>
        <Time at={item.at} />
      </>
    );
    return why === '' ? (
      <p className={classes.event} data-outcome={outcome}>
        {line}
      </p>
    ) : (
      <details className={classes.fold} data-outcome={outcome}>
        <summary className={classes.event}>{line}</summary>
        <Text size="xs">{why}</Text>
      </details>
    );
  }
  return (
    <p className={classes.event} data-kind={item.kind}>
      <Icon size={14} aria-hidden />
      <span>{words()}</span>
      <Time at={item.at} />
    </p>
  );

  function words(): string {
    switch (item.kind) {
      case 'takeover':
        return t('thread.takeover', { name: why });
      case 'handback':
        return event?.outcome === 'resume'
          ? t('thread.handback_resume', { name: why })
          : event?.outcome === 'restart'
            ? t('thread.handback_restart', { name: why })
            : t('thread.handback_end', { name: why });
      case 'handover':
        return t('thread.handover', { why });
      default:
        return t('thread.incident', { why });
    }
  }
}
