import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { gateway } from '@/lib/gateway';
import classes from './Chats.module.css';

/** Offered for as long as the message is a slash and the beginning of a short name; a choice takes its place. */
export function QuickReplies({ draft, onChoose }: { draft: string; onChoose: (words: string) => void }) {
  const { t } = useTranslation('chats');
  const begun = /^\/([\p{L}\p{N}_-]*)$/u.exec(draft)?.[1];
  const replies = gateway.useQuery('get', '/api/v1/quick-replies', undefined, {
    enabled: begun !== undefined,
  });
  if (begun === undefined || !replies.data) return null;
  const fitting = replies.data.quickReplies.filter(({ shortcut }) =>
    shortcut.toLowerCase().startsWith(begun.toLowerCase()),
  );
  return (
    <div role="group" aria-label={t('quick.label')} className={classes.quickReplies}>
      {fitting.length === 0 && (
        <Text size="sm" c="dimmed" role="status">
          {t('quick.none')}
        </Text>
      )}
      {fitting.map(({ id, shortcut, language, body }) => (
        <Button
          key={id}
          variant="subtle"
          color="gray"
          justify="flex-start"
          size="compact-sm"
          fullWidth
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
      ))}
    </div>
  );
}
