import { Title, Text, Stack } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { MessagesSquare } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Page } from '@/components/Page';
import { filters, useChatEvents, type Filter } from '../api/chats';
import { ChatList } from './ChatList';
import classes from './Chats.module.css';
import { Conversation } from './Conversation';

/** Chats in three panes: which, what was said, and whom with. On a narrow screen one of them at a time. */
export function ChatsPage() {
  const { t } = useTranslation('chats');
  const { contactId } = useParams({ strict: false });
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  useChatEvents();
  const filter = filters.find((known) => known === search.filter) ?? 'all';
  const chosen = contactId && /^\d+$/.test(contactId) ? Number(contactId) : null;
  const pane = chosen === null ? 'list' : search.pane === 'info' ? 'info' : 'thread';

  const change = (wanted: { filter?: Filter; q?: string; unread?: string }) =>
    void navigate({ to: '.', search: (before) => ({ ...before, ...wanted }), replace: true });
  const leave = () => {
    void navigate({ to: '/chats', search: ({ pane: _, ...kept }) => kept });
    if (chosen !== null)
      requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-chat="${chosen}"]`)?.focus());
  };
  useHotkeys([['Escape', () => chosen !== null && leave()]], []);

  return (
    <Page title={t('title')} help={t('help', { returnObjects: true })} fill>
      <div className={classes.panes} data-pane={pane}>
        <ChatList
          filter={filter}
          q={search.q ?? ''}
          unread={search.unread === 'true'}
          chosen={chosen}
          onChange={change}
        />
        {chosen === null ? (
          <Stack align="center" justify="center" gap={4} className={classes.none}>
            <MessagesSquare size={32} aria-hidden />
            <Title order={2} size="h4">
              {t('none.title')}
            </Title>
            <Text c="dimmed" size="sm">
              {t('none.text')}
            </Text>
          </Stack>
        ) : (
          <Conversation key={chosen} contactId={chosen} onLeave={leave} />
        )}
      </div>
    </Page>
  );
}
