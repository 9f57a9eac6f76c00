import { Alert } from '@mantine/core';
import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Session } from '@/lib/session';
import { AccessCard } from './AccessCard';
import { NoAdministrator } from './NoAdministrator';
import { SignInForm } from './SignInForm';

export function SignInPage({ session }: { session: Session }) {
  const { t } = useTranslation('access');
  return (
    <AccessCard title={t('signInPage.title')}>
      {session.setupRequired && <NoAdministrator />}
      {new URLSearchParams(window.location.search).get('signin') === 'refused' && (
        <Alert color="red" variant="outline" icon={<CircleAlert aria-hidden />} role="alert">
          {t('signInPage.refused')}
        </Alert>
      )}
      <SignInForm demo={session.demo} />
    </AccessCard>
  );
}
