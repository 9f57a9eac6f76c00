import { Alert, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showDone } from '@/components/undo';
import { gateway } from '@/lib/gateway';
import { useTemplateRefresh, type Template } from '../api';
import { useWords } from '../words';

/** Deletes one language, after its name was typed: what uses it is held from then on, and Meta blocks the name. */
export function DeleteDialog({ template, onClose }: { template: Template; onClose: () => void }) {
  const { t } = useTranslation('templates');
  const { t: common } = useTranslation();
  const words = useWords();
  const refresh = useTemplateRefresh();
  const [typed, setTyped] = useState('');
  const { name, language, account, events } = template;
  const remove = gateway.useMutation('delete', '/api/v1/templates/{name}', {
    onSuccess: () => {
      showDone(t('delete.done', { name, language }));
      onClose();
    },
    onSettled: refresh,
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('delete.title', { name, language })}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <Stack gap="sm">
        <Text size="sm">{t('delete.text')}</Text>
        {events.length > 0 && (
          <Alert color="yellow" variant="outline" py="xs">
            {t('delete.used', { events: events.map(words.event).join(', ') })}
          </Alert>
        )}
        <TextInput
          label={t('delete.type', { name })}
          dir="ltr"
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        {remove.error && (
          <Alert color="red" variant="outline" role="alert">
            {(remove.error as Error).message}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            color="red"
            disabled={typed !== name}
            loading={remove.isPending}
            onClick={() =>
              remove.mutate({
                params: {
                  path: { name },
                  query: { language, account: account === '' ? undefined : account },
                },
              })
            }
          >
            {t('actions.delete')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
