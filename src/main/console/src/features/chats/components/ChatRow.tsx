import { Badge, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { CircleAlert, Clock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { RelativeTime } from '@/components/Time';
import type { Chat } from '../api/chats';
import { useWindow } from '../api/window';
import classes from './Chats.module.css';
import { useOwnerName } from './owner';

export function ChatRow({ chat, chosen }: { chat: Chat; chosen: boolean }) {
  const { t } = useTranslation('chats');
  const owner = useOwnerName(chat);
  const { open, soon, hours, minutes } = useWindow(chat);
  const failed = t('row.failed', { why: chat.failed ?? '' });
  return (
    <Link
      to="/chats/$contactId"
      params={{ contactId: String(chat.contactId) }}
      search={(before) => ({ ...before, pane: undefined })}
      className={classes.row}
      data-chat={chat.contactId}
      aria-current={chosen || undefined}
    >
      <span className={classes.rowTop}>
        <Text component="span" fw={chat.unread > 0 ? 700 : 500} truncate dir="auto">
          {chat.name ?? chat.phone ?? t('list.nameless')}
        </Text>
        <Text component="span" size="xs" c="dimmed" className={classes.rowTime}>
          <RelativeTime at={chat.snippetAt} />
        </Text>
      </span>
      <span className={classes.rowTop}>
        <Text component="span" size="sm" c="dimmed" truncate dir="auto">
          {chat.direction === 'out' ? t('row.ours', { text: chat.snippet }) : chat.snippet}
        </Text>
        {chat.unread > 0 && (
          <Badge size="sm" variant="filled" aria-label={t('row.unread', { n: chat.unread })}>
            {chat.unread}
          </Badge>
        )}
      </span>
      <span className={classes.rowMarks}>
        <Badge
          component="span"
          size="xs"
          variant="light"
          color={chat.owner === 'bot' ? 'gray' : 'blue'}
          tt="none"
        >
          {owner}
        </Badge>
        {chat.owner === 'bot' && chat.step && (
          <Text component="span" size="xs" c="dimmed" truncate>
            {t('thread.step', { flow: chat.flow, step: chat.step })}
          </Text>
        )}
        {chat.waitingSince && (
          <Badge
            component="span"
            size="xs"
            variant="light"
            color={chat.overdue ? 'red' : 'yellow'}
            tt="none"
            leftSection={<Clock size={10} aria-hidden />}
          >
            {chat.overdue ? t('row.overdue') : t('row.waiting')}
          </Badge>
        )}
        <Badge
          component="span"
          size="xs"
          variant="outline"
          color={open && soon ? 'orange' : 'gray'}
          tt="none"
        >
          {!open
            ? t('row.closed')
            : soon
              ? t('row.minutesLeft', { m: minutes })
              : t('row.hoursLeft', { h: hours })}
        </Badge>
        {chat.failed != null && (
          <span role="img" aria-label={failed} title={failed} className={classes.failed}>
            <CircleAlert size={14} aria-hidden />
          </span>
        )}
      </span>
    </Link>
  );
}
