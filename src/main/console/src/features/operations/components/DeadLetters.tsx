import { Badge, Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChatLink } from '@/components/ChatLink';
import { Expandable } from '@/components/Expandable';
import { notify } from '@/components/notify';
import { Empty, LoadError } from '@/components/States';
import { RelativeTime } from '@/components/Time';
import { gateway, type Schemas } from '@/lib/gateway';
import { useMay } from '@/lib/session';
import { DiscardDialog } from './DiscardDialog';

type Letter = Schemas['LetterView'];

/** Messages of customers that could not be answered, and what a person does about them. */
export function DeadLetters() {
  const { t } = useTranslation('operations');
  const queries = useQueryClient();
  const [discarding, setDiscarding] = useState<number>();
  const list = gateway.useQuery(
    'get',
    '/api/v1/dead-letters',
    { params: { query: { limit: 100 } } },
    { refetchInterval: 15_000 },
  );
  const told = {
    onError: (error: Error) => notify({ color: 'red', title: t('failed.notDone'), message: error.message }),
    onSettled: () => {
      setDiscarding(undefined);
      void queries.invalidateQueries({ queryKey: ['get', '/api/v1/dead-letters'] });
      void queries.invalidateQueries({ queryKey: ['get', '/api/v1/queues'] });
    },
  };
  const say = (words: string, { done }: Schemas['LettersDone']) =>
    notify({ message: done.length > 0 ? words : t('dead.gone') });
  const again = gateway.useMutation('post', '/api/v1/dead-letters/again', {
    ...told,
    onSuccess: (done) => say(t('dead.answered'), done),
  });
  const discard = gateway.useMutation('post', '/api/v1/dead-letters/discard', {
    ...told,
    onSuccess: (done) => say(t('failed.discarded', { count: 1 }), done),
  });
  return (
    <Stack gap="xs" component="section" aria-label={t('dead.title')}>
      <Title order={2} size="h5">
        {t('dead.title')}
      </Title>
      {list.isPending && <Skeleton h={44} />}
      {list.error && !list.data && (
        <LoadError what={t('dead.failed')} error={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.data?.letters.length === 0 && <Empty>{t('dead.empty')}</Empty>}
      {list.data?.letters.map((letter) => (
        <Row
          key={letter.number}
          letter={letter}
          pending={again.isPending}
          onAgain={() => again.mutate({ body: { letters: [letter.number] } })}
          onDiscard={() => setDiscarding(letter.number)}
        />
      ))}
      {discarding !== undefined && (
        <DiscardDialog
          title={t('dead.discardTitle')}
          pending={discard.isPending}
          onClose={() => setDiscarding(undefined)}
          onDiscard={(reason) => discard.mutate({ body: { letters: [discarding], reason } })}
        />
      )}
    </Stack>
  );
}

type RowProps = { letter: Letter; pending: boolean; onAgain: () => void; onDiscard: () => void };

function Row({ letter, pending, onAgain, onDiscard }: RowProps) {
  const { t } = useTranslation('operations');
  const may = useMay();
  const [open, setOpen] = useState(false);
  return (
    <Expandable
      open={open}
      onToggle={() => setOpen(!open)}
      summary={
        <Group gap="xs" component="span">
          <Text span size="sm" fw={600}>
            {letter.customer ?? t('failed.contact', { id: letter.contactId })}
          </Text>
          <Badge variant="default">{letter.type}</Badge>
          {letter.text && (
            <Text span size="sm" lineClamp={1}>
              <bdi>{letter.text}</bdi>
            </Text>
          )}
          <Text span size="xs" c="dimmed">
            <RelativeTime at={letter.receivedAt} />
          </Text>
        </Group>
      }
    >
      <Stack gap="sm">
        <Text size="sm">
          {t('dead.reason')} <code dir="ltr">{letter.reason}</code>
        </Text>
        <Group gap="xs">
          {may('OPERATIONS_RUN') && (
            <>
              <Button size="compact-sm" loading={pending} onClick={onAgain}>
                {t('dead.again')}
              </Button>
              <Button size="compact-sm" variant="default" onClick={onDiscard}>
                {t('failed.discard')}
              </Button>
            </>
          )}
          {may('CHATS_READ') && <ChatLink contact={letter.contactId}>{t('failed.openChat')}</ChatLink>}
        </Group>
      </Stack>
    </Expandable>
  );
}
