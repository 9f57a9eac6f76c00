import { Badge } from '@mantine/core';
import { ArrowDownLeft, ArrowUpRight } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Expandable } from '@/components/Expandable';
import { JsonBlock } from '@/components/JsonBlock';
import { Empty } from '@/components/States';
import { Time } from '@/components/Time';
import { useStickToEnd } from '@/lib/use-stick-to-end';
import type { ChatMessage, DeliveryStatus } from '../../api/conversation';
import { summaryOf } from '../../wire';
import classes from './Inspector.module.css';
import { useOpened } from './use-opened';

const colors: Record<DeliveryStatus, string> = {
  sent: 'gray',
  delivered: 'teal',
  read: 'blue',
  failed: 'red',
};

/** Each message exactly as it travels between WhatsApp and the gateway, oldest first. */
export function WireTab({ messages, selected }: { messages: ChatMessage[]; selected: string | null }) {
  const { t } = useTranslation('simulator');
  const { isOpen, toggle, open } = useOpened();
  const { box, onScroll, stopFollowing } = useStickToEnd(messages.length);
  const [followed, setFollowed] = useState<string | null>(null);

  if (selected !== followed) {
    setFollowed(selected);
    if (selected) open(selected);
  }
  useEffect(() => {
    if (!selected) return;
    stopFollowing();
    document.getElementById(entryId(selected))?.scrollIntoView({ block: 'nearest' });
  }, [selected, stopFollowing]);

  if (messages.length === 0) return <Empty>{t('wire.empty')}</Empty>;
  return (
    <div ref={box} className={classes.scroll} onScroll={onScroll}>
      <div className={classes.entries}>
        {messages.map((message) => (
          <Expandable
            key={message.id}
            id={entryId(message.id)}
            open={isOpen(message.id)}
            onToggle={() => toggle(message.id)}
            highlighted={message.id === selected}
            summary={<WireLine message={message} />}
          >
            <JsonBlock value={message.wire} label={t('wire.json', { what: summaryOf(message) })} />
          </Expandable>
        ))}
      </div>
    </div>
  );
}

function WireLine({ message }: { message: ChatMessage }) {
  const { t } = useTranslation(['simulator', 'app']);
  const fromCustomer = message.direction === 'in';
  return (
    <span className={classes.line}>
      {fromCustomer ? (
        <ArrowDownLeft size={16} aria-label={t('wire.from')} />
      ) : (
        <ArrowUpRight size={16} aria-label={t('wire.to')} />
      )}
      <span className={classes.grow}>{summaryOf(message)}</span>
      {message.status && (
        <Badge size="sm" variant="light" color={colors[message.status]} tt="none">
          {t(`app:ticks.${message.status}`)}
        </Badge>
      )}
      <span className={classes.quiet}>
        <Time at={message.at} seconds />
      </span>
    </span>
  );
}

const entryId = (messageId: string) => `wire-${messageId}`;
