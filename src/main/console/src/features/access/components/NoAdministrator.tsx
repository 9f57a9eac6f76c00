import { Alert, Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { KeyRound } from 'lucide-react';
import { Trans, useTranslation } from 'react-i18next';

/** Nobody has a password yet: where the link is by which the first one is set. */
export function NoAdministrator() {
  const { t } = useTranslation('access');
  return (
    <Alert color="blue" variant="outline" icon={<KeyRound aria-hidden />} title={t('signInPage.noAdmin')}>
      <Text size="sm">
        <Trans
          t={t}
          i18nKey="signInPage.noAdminText"
          components={{ setUp: <Anchor component={Link} to="/setup" inherit underline="always" /> }}
        />
      </Text>
    </Alert>
  );
}
