import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** What WhatsApp takes in one text. */
const longest = 4096;

type Props = { words: string; pending: boolean; onClose: () => void; onSend: (text: string) => void };

/** A failed text in other words. */
export function EditDialog({ words, pending, onClose, onSend }: Props) {
  const { t } = useTranslation(['operations', 'app']);
  const [text, setText] = useState(words);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('failed.editTitle')}
      closeButtonProps={{ 'aria-label': t('app:close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSend(text);
        }}
      >
        <Stack>
          <Text size="sm">{t('failed.editText')}</Text>
          <Textarea
            label={t('failed.words')}
            autosize
            minRows={4}
            maxRows={12}
            maxLength={longest}
            value={text}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
            data-autofocus
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={pending} disabled={text.trim() === ''}>
              {t('failed.send')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
