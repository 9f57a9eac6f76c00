import { Badge } from '@mantine/core';
import { ArrowDownLeft, ArrowUpRight } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Expandable } from '@/components/Expandable';
import { JsonBlock } from '@/components/JsonBlock';
import { Empty } from '@/components/States';
import { Time } from '@/components/Time';
import { useStickToEnd } from '@/lib/use-stick-to-end';
import type { ChatMessage, DeliveryStatus } from '../../api/conversation';
import { summaryOf } from '../../wire';
import classes from './Inspector.module.css';
import { useOpened } from './use-opened';

const statusBadges: Record<DeliveryStatus, { label: string; color: string }> = {
  sent: { label: 'Sent', color: 'gray' },
  delivered: { label: 'Delivered', color: 'teal' },
  read: { label: 'Read', color: 'blue' },
  failed: { label: 'Not delivered', color: 'red' },
};

/** Each message exactly as it travels between WhatsApp and the gateway, oldest first. */
export function WireTab({ messages, selected }: { messages: ChatMessage[]; selected: string | null }) {
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

  if (messages.length === 0)
    return <Empty>Every message will appear here as the JSON that WhatsApp sees.</Empty>;
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
            <JsonBlock value={message.wire} label={`JSON of ${summaryOf(message)}`} />
          </Expandable>
        ))}
      </div>
    </div>
  );
}

function WireLine({ message }: { message: ChatMessage }) {
  const fromCustomer = message.direction === 'in';
  const badge = message.status && statusBadges[message.status];
  return (
    <span className={classes.line}>
      {fromCustomer ? (
        <ArrowDownLeft size={16} aria-label="From the customer" />
      ) : (
        <ArrowUpRight size={16} aria-label="To the customer" />
      )}
      <span className={classes.grow}>{summaryOf(message)}</span>
      {badge && (
        <Badge size="sm" variant="light" color={badge.color} tt="none">
          {badge.label}
        </Badge>
      )}
      <span className={classes.quiet}>
        <Time at={message.at} seconds />
      </span>
    </span>
  );
}

const entryId = (messageId: string) => `wire-${messageId}`;
