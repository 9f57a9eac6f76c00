import { Badge, Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChatLink } from '@/components/ChatLink';
import { Expandable } from '@/components/Expandable';
import { RelativeTime } from '@/components/Time';
import { useMay } from '@/lib/session';
import type { Failed, useFailed } from '../use-failed';
import { EditDialog } from './EditDialog';
import classes from './Operations.module.css';

type Props = {
  message: Failed;
  marked: boolean;
  onMark?: (on: boolean) => void;
  retry: ReturnType<typeof useFailed>['retry'];
  reword: ReturnType<typeof useFailed>['reword'];
  onDiscard: () => void;
};

/** One message that did not arrive: what it says, to whom, why not, and what to do. */
export function FailedRow({ message, marked, onMark, retry, reword, onDiscard }: Props) {
  const { t } = useTranslation('operations');
  const may = useMay();
  const [open, setOpen] = useState(false);
  const [editing, setEditing] = useState(false);
  const evenIfItMayHaveArrived = message.mayHaveArrived > 0;
  const send = () => retry.mutate({ body: { messages: [{ id: message.id }], evenIfItMayHaveArrived } });
  const say = (text: string) =>
    reword.mutate(
      { body: { id: message.id, text, evenIfItMayHaveArrived } },
      { onSuccess: () => setEditing(false) },
    );
  const words = message.text === '' ? t('failed.noWords', { type: message.type }) : message.text;
  return (
    <Group wrap="nowrap" align="flex-start" gap="xs">
      {onMark && (
        <Checkbox
          mt={13}
          aria-label={t('failed.mark', { text: words })}
          checked={marked}
          onChange={({ currentTarget }) => onMark(currentTarget.checked)}
        />
      )}
      <div className={classes.grow}>
        <Expandable
          open={open}
          onToggle={() => setOpen(!open)}
          summary={
            <Stack gap={2} component="span">
              <Group gap="xs" component="span">
                <Text span size="sm" fw={600}>
                  {message.customer ?? t('failed.contact', { id: message.contactId })}
                </Text>
                {message.code != null && (
                  <Badge color="gray" variant="default" dir="ltr">
                    {message.code}
                  </Badge>
                )}
                {message.mayHaveArrived > 0 && <Badge color="yellow">{t('failed.mayHave')}</Badge>}
                {message.windowClosed && <Badge color="orange">{t('failed.closed')}</Badge>}
                <Text span size="xs" c="dimmed">
                  <RelativeTime at={message.at} />
                </Text>
              </Group>
              <Text span size="sm" lineClamp={1}>
                <bdi>{words}</bdi>
              </Text>
              <Text span size="xs" c="dimmed">
                {message.reason}
              </Text>
            </Stack>
          }
        >
          <Stack gap="sm">
            <Text size="sm">{message.why}</Text>
            {message.mayHaveArrived > 0 && (
              <Text size="sm">{t('failed.mayHaveText', { count: message.mayHaveArrived })}</Text>
            )}
            {message.windowClosed && <Text size="sm">{t('failed.closedText')}</Text>}
            <Group gap="xs">
              {may('OPERATIONS_RUN') && !message.windowClosed && (
                <Button size="compact-sm" loading={retry.isPending} onClick={send}>
                  {message.mayHaveArrived > 0 ? t('failed.retryAnyway') : t('failed.retry')}
                </Button>
              )}
              {may('CHATS_ANSWER') && !message.windowClosed && message.words != null && (
                <Button size="compact-sm" variant="default" onClick={() => setEditing(true)}>
                  {t('failed.edit')}
                </Button>
              )}
              {may('OPERATIONS_RUN') && (
                <Button size="compact-sm" variant="default" onClick={onDiscard}>
                  {t('failed.discard')}
                </Button>
              )}
              {may('CHATS_READ') && (
                <ChatLink contact={message.contactId}>
                  {message.windowClosed ? t('failed.template') : t('failed.openChat')}
                </ChatLink>
              )}
            </Group>
          </Stack>
        </Expandable>
      </div>
      {editing && (
        <EditDialog
          words={message.words ?? ''}
          pending={reword.isPending}
          onClose={() => setEditing(false)}
          onSend={say}
        />
      )}
    </Group>
  );
}
