import { Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Copied } from '@/components/Copied';
import { longDate } from '@/lib/time';
import type { Link } from './PeoplePage';

/** The link by which somebody sets a password; it is shown only now. */
export function LinkDialog({ link, onClose }: { link: Link; onClose: () => void }) {
  const { t } = useTranslation(['people', 'access', 'app']);
  const address = `${window.location.origin}${link.path}`;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('linkTitle', { name: link.username })}
      closeButtonProps={{ 'aria-label': t('app:close') }}
    >
      <Stack>
        <Text size="sm">{t('linkText')}</Text>
        <Copied label={t('link')} value={address} />
        <Text size="sm" c="dimmed">
          {t('linkUntil', { until: longDate(link.validUntil) })}
        </Text>
      </Stack>
    </Modal>
  );
}
