import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

const longest = 500;

type Props = { title: string; pending: boolean; onClose: () => void; onDiscard: (why: string) => void };

/** Lets go of something for good, which needs a reason. */
export function DiscardDialog({ title, pending, onClose, onDiscard }: Props) {
  const { t } = useTranslation(['operations', 'app']);
  const [why, setWhy] = useState('');
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('app:close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onDiscard(why.trim());
        }}
      >
        <Stack>
          <Text size="sm">{t('discard.text')}</Text>
          <Textarea
            label={t('discard.why')}
            description={t('discard.whyText')}
            autosize
            minRows={2}
            maxLength={longest}
            required
            value={why}
            onChange={({ currentTarget }) => setWhy(currentTarget.value)}
            data-autofocus
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" color="red" loading={pending} disabled={why.trim() === ''}>
              {t('discard.discard')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
