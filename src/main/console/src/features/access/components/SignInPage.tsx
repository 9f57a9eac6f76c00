import { Alert, Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { CircleAlert, KeyRound } from 'lucide-react';
import { Trans, useTranslation } from 'react-i18next';
import type { Session } from '@/lib/session';
import { AccessCard } from './AccessCard';
import { SignInForm } from './SignInForm';

export function SignInPage({ session }: { session: Session }) {
  const { t } = useTranslation('access');
  return (
    <AccessCard title={t('signInPage.title')}>
      {session.setupRequired && (
        <Alert color="blue" variant="outline" icon={<KeyRound aria-hidden />} title={t('signInPage.noAdmin')}>
          <Text size="sm">
            <Trans
              t={t}
              i18nKey="signInPage.noAdminText"
              components={{ setUp: <Anchor component={Link} to="/setup" inherit underline="always" /> }}
            />
          </Text>
        </Alert>
      )}
      {new URLSearchParams(window.location.search).get('signin') === 'refused' && (
        <Alert color="red" variant="outline" icon={<CircleAlert aria-hidden />} role="alert">
          {t('signInPage.refused')}
        </Alert>
      )}
      <SignInForm demo={session.demo} />
    </AccessCard>
  );
}
