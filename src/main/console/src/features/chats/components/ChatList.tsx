import { Badge, Button, Group, Skeleton, Stack, Switch, TextInput } from '@mantine/core';
import { useDebouncedCallback, useHotkeys } from '@mantine/hooks';
import { Search } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, LoadError, Loading, NothingMatches, StaleNotice } from '@/components/States';
import { singleKeys } from '@/lib/single-keys';
import { chime, useSound } from '@/lib/sound';
import { filters, useChatCounts, useChatList, type Filter } from '../api/chats';
import { ChatRow } from './ChatRow';
import classes from './Chats.module.css';

type ChatListProps = {
  filter: Filter;
  q: string;
  unread: boolean;
  chosen: number | null;
  onChange: (wanted: { filter?: Filter; q?: string; unread?: string }) => void;
};

export function ChatList({ filter, q, unread, chosen, onChange }: ChatListProps) {
  const { t } = useTranslation('chats');
  const chats = useChatList(filter, q, unread);
  const counts = useChatCounts();
  const box = useRef<HTMLUListElement>(null);
  const rows = chats.data?.pages.flatMap((page) => page.chats) ?? [];
  const filtered = filter !== 'all' || q !== '' || unread;

  const move = (by: 1 | -1) => {
    const links = [...(box.current?.querySelectorAll<HTMLElement>('[data-chat]') ?? [])];
    const at = links.findIndex((link) => link === document.activeElement || link.ariaCurrent === 'true');
    links[Math.min(links.length - 1, Math.max(0, at + by))]?.focus();
  };
  useHotkeys([
    ['j', () => singleKeys() && move(1)],
    ['k', () => singleKeys() && move(-1)],
  ]);

  return (
    <section className={classes.list} aria-label={t('list.label')}>
      <Stack gap="xs" className={classes.filters}>
        <div role="group" aria-label={t('filters.label')} className={classes.chips}>
          {filters.map((one) => (
            <Button
              key={one}
              size="compact-sm"
              variant={one === filter ? 'filled' : 'default'}
              aria-pressed={one === filter}
              onClick={() => onChange({ filter: one })}
            >
              {t(`filters.${one}`)}
              {one !== 'all' && counts.data && (
                <Badge
                  component="span"
                  size="xs"
                  ms={6}
                  variant="white"
                  color="gray"
                  circle={counts.data[one] < 10}
                >
                  {counts.data[one]}
                </Badge>
              )}
            </Button>
          ))}
        </div>
        <SearchField q={q} onSearch={(words) => onChange({ q: words })} />
        <Group justify="space-between" gap="xs">
          <Switch
            size="xs"
            label={t('unreadOnly')}
            checked={unread}
            onChange={(event) => onChange({ unread: event.currentTarget.checked ? 'true' : undefined })}
          />
          <SoundSwitch />
        </Group>
      </Stack>
      {chats.isError && chats.data && (
        <StaleNotice
          error={chats.error as Error}
          since={chats.dataUpdatedAt}
          onRetry={() => void chats.refetch()}
        />
      )}
      <div className={classes.rows}>
        {chats.isError && !chats.data ? (
          <LoadError
            what={t('list.failed')}
            error={chats.error as Error}
            onRetry={() => void chats.refetch()}
          />
        ) : !chats.data ? (
          <Loading label={t('list.loading')}>
            <Stack gap="xs" p="xs">
              {Array.from({ length: 7 }, (_, index) => (
                <Skeleton key={index} height={58} />
              ))}
            </Stack>
          </Loading>
        ) : rows.length === 0 ? (
          filtered ? (
            <NothingMatches
              onClear={() => onChange({ filter: undefined, q: undefined, unread: undefined })}
            />
          ) : (
            <Empty>{t('list.empty')}</Empty>
          )
        ) : (
          <ul ref={box} className={classes.plain}>
            {rows.map((chat) => (
              <li key={chat.contactId}>
                <ChatRow chat={chat} chosen={chat.contactId === chosen} />
              </li>
            ))}
          </ul>
        )}
        {chats.hasNextPage && (
          <Button
            fullWidth
            variant="subtle"
            loading={chats.isFetchingNextPage}
            onClick={() => void chats.fetchNextPage()}
          >
            {t('list.more')}
          </Button>
        )}
      </div>
    </section>
  );
}

/** In this browser: whether a sound says that something came to whoever sits at it. */
function SoundSwitch() {
  const { t } = useTranslation('chats');
  const [on, setOn] = useSound();
  return (
    <Switch
      size="xs"
      label={t('sound')}
      title={t('soundText')}
      checked={on}
      onChange={({ currentTarget }) => {
        setOn(currentTarget.checked);
        if (currentTarget.checked) void chime();
      }}
    />
  );
}

/** Asks a moment after the last key, and keeps what is typed meanwhile; where the address changes, so does what stands there. */
function SearchField({ q, onSearch }: { q: string; onSearch: (words: string | undefined) => void }) {
  const { t } = useTranslation('chats');
  const [words, setWords] = useState(q);
  const [seen, setSeen] = useState(q);
  const [asked, setAsked] = useState(q);
  const search = useDebouncedCallback((text: string) => {
    setAsked(text);
    onSearch(text === '' ? undefined : text);
  }, 250);
  if (q !== seen) {
    setSeen(q);
    if (q !== asked) {
      setAsked(q);
      setWords(q);
    }
  }
  return (
    <TextInput
      data-search
      type="search"
      size="sm"
      aria-label={t('search')}
      placeholder={t('search')}
      leftSection={<Search size={16} aria-hidden />}
      maxLength={100}
      value={words}
      onChange={(event) => {
        setWords(event.currentTarget.value);
        search(event.currentTarget.value);
      }}
    />
  );
}
