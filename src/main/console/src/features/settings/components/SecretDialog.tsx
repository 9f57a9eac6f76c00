import { Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/lib/gateway';
import { Copied } from '@/components/Copied';

/** The key itself; the gateway keeps only what it is recognised by. */
export function SecretDialog({ made, onClose }: { made: Schemas['MadeKey']; onClose: () => void }) {
  const { t } = useTranslation(['settings', 'app']);
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={false}
      title={t('keys.madeTitle', { name: made.key.name })}
      closeButtonProps={{ 'aria-label': t('app:close') }}
    >
      <Stack>
        <Text size="sm">{t('keys.madeText')}</Text>
        <Copied label={t('keys.key')} value={made.secret} />
      </Stack>
    </Modal>
  );
}
