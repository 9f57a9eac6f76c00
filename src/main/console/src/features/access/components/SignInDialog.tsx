import { Modal, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { onSignedOut } from '@/lib/http';
import { waysInQuery } from '../api/session';
import { NoAdministrator } from './NoAdministrator';
import { SignInForm } from './SignInForm';

/** Opens over the page when the session has ended, so that unsaved work stays where it is. */
export function SignInDialog({ demo }: { demo: boolean }) {
  const { t } = useTranslation(['access', 'app']);
  const [open, setOpen] = useState(false);
  // The demonstration may have ended meanwhile, and with it the way in without a password.
  const { data: now } = useQuery({ ...waysInQuery, enabled: open });
  useEffect(() => onSignedOut(() => setOpen(true)), []);
  return (
    <Modal
      opened={open}
      onClose={() => setOpen(false)}
      title={t('signInPage.again')}
      centered
      closeButtonProps={{ 'aria-label': t('app:close') }}
    >
      <Stack>
        <Text size="sm">{t('signInPage.ended')}</Text>
        {now?.setupRequired && <NoAdministrator />}
        <SignInForm demo={now?.demo ?? demo} onSignedIn={() => setOpen(false)} />
      </Stack>
    </Modal>
  );
}
