import { ActionIcon, Button, Skeleton, Stack, Text } from '@mantine/core';
import { ArrowDown } from 'lucide-react';
import { Fragment, useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadError, Loading, StaleNotice } from '@/components/States';
import { dayName } from '@/lib/time';
import { useStickToEnd } from '@/lib/use-stick-to-end';
import { useThread } from '../api/chats';
import classes from './Chats.module.css';
import { ThreadEvent } from './ThreadEvent';
import { ThreadMessage } from './ThreadMessage';

export function Thread({ contactId, name }: { contactId: number; name: string | null }) {
  const { t } = useTranslation('chats');
  const thread = useThread(contactId);
  const pages = thread.data?.pages ?? [];
  const items = pages.toReversed().flatMap((page) => page.items);
  const newest = items.at(-1)?.id;
  const { box, content, onScroll, toEnd, stopFollowing, behind } = useStickToEnd(newest);
  const top = useOlderAbove(box, pages.length);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = thread;

  const older = () => {
    stopFollowing();
    top.keep();
    void fetchNextPage();
  };
  useEffect(() => {
    if (newest !== undefined) toEnd();
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- a chat that is opened shows its end, once
  }, [contactId, newest === undefined, toEnd]);

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
  return (
    <div className={classes.threadBody}>
      {thread.isError && (
        <StaleNotice
          error={thread.error as Error}
          since={thread.dataUpdatedAt}
          onRetry={() => void thread.refetch()}
        />
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so a keyboard must get into it */}
      <div
        ref={box}
        className={classes.items}
        onScroll={onScroll}
        role="log"
        aria-label={t('thread.label')}
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
                <ThreadMessage item={item} message={item.message} name={name} />
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

/** What is read stays where it is when older pages come above it. */
function useOlderAbove(box: RefObject<HTMLDivElement | null>, pages: number) {
  const before = useRef<number | null>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element || before.current === null) return;
    element.scrollTop += element.scrollHeight - before.current;
    before.current = null;
  }, [box, pages]);
  return {
    keep: () => {
      before.current = box.current?.scrollHeight ?? null;
    },
  };
}
