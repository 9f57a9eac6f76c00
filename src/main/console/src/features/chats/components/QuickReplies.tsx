import { ActionIcon, Button, Group, Popover, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { BookmarkPlus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notify } from '@/components/notify';
import { gateway } from '@/lib/gateway';
import type { QuickReply } from '../api/chats';
import classes from './Chats.module.css';

const begun = /^\/([\p{L}\p{N}_-]*)$/u;

/** Those that fit for as long as the message is a slash and the beginning of a short name; null: it is something else. */
export function useQuickReplies(draft: string): { fitting: QuickReply[]; refetch: () => void } | null {
  const name = begun.exec(draft)?.[1];
  const replies = gateway.useQuery('get', '/api/v1/quick-replies', undefined, {
    enabled: name !== undefined,
  });
  if (name === undefined || !replies.data) return null;
  return {
    fitting: replies.data.quickReplies.filter(({ shortcut }) =>
      shortcut.toLowerCase().startsWith(name.toLowerCase()),
    ),
    refetch: () => void replies.refetch(),
  };
}

type QuickRepliesProps = {
  replies: QuickReply[];
  onRemoved: () => void;
  onChoose: (words: string) => void;
};

/** A choice takes the place of the message. */
export function QuickReplies({ replies, onRemoved, onChoose }: QuickRepliesProps) {
  const { t } = useTranslation('chats');
  const remove = gateway.useMutation('delete', '/api/v1/quick-replies/{id}', { onSettled: onRemoved });
  return (
    <div role="group" aria-label={t('quick.label')} className={classes.quickReplies}>
      <Text size="xs" c="dimmed" role="status" px={4}>
        {replies.length === 0 ? t('quick.none') : t('quick.enter', { name: replies[0]?.shortcut })}
      </Text>
      {replies.map(({ id, shortcut, language, body }) => (
        <Group key={id} gap={4} wrap="nowrap">
          <Button
            variant="subtle"
            color="gray"
            justify="flex-start"
            size="compact-sm"
            className={classes.grows}
            onClick={() => onChoose(body)}
          >
            <Text component="span" size="sm" fw={600} me="xs">
              /{shortcut}
              {language && ` (${language})`}
            </Text>
            <Text component="span" size="sm" truncate dir="auto">
              {body}
            </Text>
          </Button>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('quick.delete', { name: shortcut })}
            onClick={() => remove.mutate({ params: { path: { id } } })}
          >
            <X size={14} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
    </div>
  );
}

/** Keeps what is written for the next time, under a short name. */
export function SaveQuickReply({ draft }: { draft: string }) {
  const { t } = useTranslation('chats');
  const queries = useQueryClient();
  const [open, popover] = useDisclosure(false);
  const [shortcut, setShortcut] = useState('');
  const save = gateway.useMutation('post', '/api/v1/quick-replies', {
    onSuccess: (made) => {
      popover.close();
      setShortcut('');
      notify({ message: t('quick.saved', { name: made.shortcut }) });
      void queries.invalidateQueries({ queryKey: ['get', '/api/v1/quick-replies'] });
    },
  });
  const submit = () => {
    if (shortcut !== '') save.mutate({ body: { shortcut, body: draft } });
  };
  return (
    <Popover
      opened={open}
      onChange={(now) => !now && popover.close()}
      position="top-start"
      trapFocus
      withRoles={false}
    >
      <Popover.Target>
        <ActionIcon
          size="lg"
          variant="default"
          aria-label={t('quick.add')}
          title={t('quick.add')}
          aria-expanded={open}
          disabled={draft.trim() === '' || draft.startsWith('/')}
          onClick={popover.toggle}
        >
          <BookmarkPlus size={18} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <TextInput
            size="sm"
            label={t('quick.shortcut')}
            leftSection="/"
            maxLength={30}
            value={shortcut}
            error={(save.error as Error | null)?.message}
            onChange={(event) => setShortcut(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              submit();
            }}
          />
          <Button size="xs" loading={save.isPending} disabled={shortcut === ''} onClick={submit}>
            {t('quick.save')}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
