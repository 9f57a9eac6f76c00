import { ActionIcon, Button, Group, Popover, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { BookmarkPlus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { gateway } from '@/lib/gateway';
import classes from './Chats.module.css';

const begun = /^\/([\p{L}\p{N}_-]*)$/u;

/** Offered for as long as the message is a slash and the beginning of a short name; a choice takes its place. */
export function QuickReplies({ draft, onChoose }: { draft: string; onChoose: (words: string) => void }) {
  const { t } = useTranslation('chats');
  const name = begun.exec(draft)?.[1];
  const replies = gateway.useQuery('get', '/api/v1/quick-replies', undefined, {
    enabled: name !== undefined,
  });
  const remove = gateway.useMutation('delete', '/api/v1/quick-replies/{id}', {
    onSettled: () => void replies.refetch(),
  });
  if (name === undefined || !replies.data) return null;
  const fitting = replies.data.quickReplies.filter(({ shortcut }) =>
    shortcut.toLowerCase().startsWith(name.toLowerCase()),
  );
  return (
    <div role="group" aria-label={t('quick.label')} className={classes.quickReplies}>
      {fitting.length === 0 && (
        <Text size="sm" c="dimmed" role="status">
          {t('quick.none')}
        </Text>
      )}
      {fitting.map(({ id, shortcut, language, body }) => (
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
      notifications.show({ message: t('quick.saved', { name: made.shortcut }) });
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
