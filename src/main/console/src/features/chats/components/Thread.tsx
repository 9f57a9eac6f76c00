import { ActionIcon, Button, Skeleton, Stack, Text } from '@mantine/core';
import { ArrowDown } from 'lucide-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadError, Loading, StaleNotice } from '@/components/States';
import { dayName } from '@/lib/time';
import { useStickToEnd } from '@/lib/use-stick-to-end';
import { useThread } from '../api/chats';
import classes from './Chats.module.css';
import { ThreadEvent } from './ThreadEvent';
import { ThreadMessage } from './ThreadMessage';

type ThreadProps = {
  contactId: number;
  name: string | null;
  /** WhatsApp took no free words: a template is wanted. */
  onTemplate: () => void;
};

export function Thread({ contactId, name, onTemplate }: ThreadProps) {
  const { t } = useTranslation('chats');
  const thread = useThread(contactId);
  if (thread.isError && !thread.data)
    return (
      <div className={classes.items}>
        <LoadError
          what={t('thread.failed')}
          error={thread.error as Error}
          onRetry={() => void thread.refetch()}
        />
      </div>
    );
  if (!thread.data)
    return (
      <div className={classes.items}>
        <Loading label={t('thread.loading')}>
          <Stack p="md">
            {[60, 45, 70, 50].map((width, index) => (
              <Skeleton
                key={width}
                height={44}
                width={`${width}%`}
                style={{ alignSelf: index % 2 === 0 ? 'flex-start' : 'flex-end' }}
              />
            ))}
          </Stack>
        </Loading>
      </div>
    );
  return <Items thread={thread} name={name} onTemplate={onTemplate} />;
}

type ItemsProps = Omit<ThreadProps, 'contactId'> & { thread: ReturnType<typeof useThread> };

function Items({ thread, name, onTemplate }: ItemsProps) {
  const { t } = useTranslation('chats');
  const pages = thread.data?.pages ?? [];
  const items = pages.toReversed().flatMap((page) => page.items);
  const { box, content, onScroll, toEnd, holdPlace, behind } = useStickToEnd(items.at(-1)?.id, pages.length);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = thread;
  const older = () => {
    holdPlace();
    void fetchNextPage();
  };

  return (
    <div className={classes.threadBody}>
      {thread.isError && (
        <StaleNotice
          error={thread.error as Error}
          since={thread.dataUpdatedAt}
          onRetry={() => void thread.refetch()}
        />
      )}
      <div
        ref={box}
        className={classes.items}
        onScroll={onScroll}
        role="log"
        aria-label={t('thread.label')}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling box must be reachable by keyboard
        tabIndex={0}
      >
        <div ref={content} className={classes.content}>
          {hasNextPage ? (
            <Button
              variant="subtle"
              size="compact-sm"
              loading={isFetchingNextPage}
              onClick={older}
              className={classes.older}
            >
              {t('thread.older')}
            </Button>
          ) : (
            <Text size="xs" c="dimmed" ta="center">
              {t('thread.begin')}
            </Text>
          )}
          {items.map((item, index) => (
            <Fragment key={item.id}>
              {dayName(item.at) !== dayName(items[index - 1]?.at ?? '') && (
                <Text component="p" size="xs" c="dimmed" className={classes.day}>
                  {dayName(item.at)}
                </Text>
              )}
              {item.message ? (
                <ThreadMessage item={item} message={item.message} name={name} onTemplate={onTemplate} />
              ) : (
                <ThreadEvent item={item} />
              )}
            </Fragment>
          ))}
        </div>
      </div>
      {behind && (
        <ActionIcon
          size="lg"
          radius="xl"
          variant="filled"
          className={classes.toEnd}
          aria-label={t('thread.newest')}
          onClick={toEnd}
        >
          <ArrowDown size={18} aria-hidden />
        </ActionIcon>
      )}
    </div>
  );
}
