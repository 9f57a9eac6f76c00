import { Skeleton, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadError, Loading } from '@/components/States';
import { gateway } from '@/lib/gateway';
import { refreshChat, useChat } from '../api/chats';
import { ChatHeader } from './ChatHeader';
import classes from './Chats.module.css';
import { Composer } from './Composer';
import { CustomerPanel } from './CustomerPanel';
import { Thread } from './Thread';

/** One chat: who it is with, what was said, and what can be said now. */
export function Conversation({ contactId, onLeave }: { contactId: number; onLeave: () => void }) {
  const { t } = useTranslation('chats');
  const chat = useChat(contactId);
  const [templates, setTemplates] = useState(0);
  const info = useSearch({ strict: false }).pane === 'info';
  useReadMark(contactId, chat.data?.unread ?? 0);

  if (chat.isError && !chat.data)
    return (
      <div className={classes.thread}>
        <LoadError
          what={t('thread.failed')}
          error={chat.error as Error}
          onRetry={() => void chat.refetch()}
        />
      </div>
    );
  if (!chat.data)
    return (
      <div className={classes.thread}>
        <Loading label={t('thread.loading')}>
          <Stack p="md">
            <Skeleton height={36} />
            <Skeleton height={48} width="60%" />
            <Skeleton height={48} width="60%" style={{ alignSelf: 'flex-end' }} />
          </Stack>
        </Loading>
      </div>
    );
  return (
    <>
      <section className={classes.thread} aria-label={t('thread.label')}>
        <ChatHeader chat={chat.data} onLeave={onLeave} />
        <Thread
          contactId={contactId}
          name={chat.data.name ?? null}
          onTemplate={() => setTemplates((before) => before + 1)}
        />
        <Composer chat={chat.data} templates={templates} onWords={() => setTemplates(0)} />
      </section>
      <CustomerPanel chat={chat.data} alone={info} />
    </>
  );
}

/** Whoever has a chat open in front of them has read it. */
function useReadMark(contactId: number, unread: number): void {
  const queries = useQueryClient();
  const { mutate } = gateway.useMutation('put', '/api/v1/conversations/{contactId}/read', {
    onSuccess: () => refreshChat(queries, contactId),
  });
  useEffect(() => {
    if (unread === 0) return undefined;
    const read = () => {
      if (document.visibilityState === 'visible') mutate({ params: { path: { contactId } } });
    };
    read();
    document.addEventListener('visibilitychange', read);
    return () => document.removeEventListener('visibilitychange', read);
  }, [contactId, unread, mutate]);
}
