import { Button, CopyButton, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { Check, Copy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { RelativeTime } from '@/components/Time';
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
        <TextInput
          label={t('link')}
          value={address}
          readOnly
          dir="ltr"
          onFocus={(event) => event.currentTarget.select()}
        />
        <Text size="sm" c="dimmed">
          {t('linkUntil')} <RelativeTime at={link.validUntil} />
        </Text>
        <Group justify="flex-end">
          <CopyButton value={address}>
            {({ copied, copy }) => (
              <Button
                variant={copied ? 'light' : 'filled'}
                leftSection={copied ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />}
                onClick={copy}
              >
                {copied ? t('app:copied') : t('copyLink')}
              </Button>
            )}
          </CopyButton>
        </Group>
      </Stack>
    </Modal>
  );
}
