import { Alert, Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { CircleAlert, KeyRound } from 'lucide-react';
import type { Session } from '@/lib/session';
import { AccessCard } from './AccessCard';
import { SignInForm } from './SignInForm';

export function SignInPage({ session }: { session: Session }) {
  return (
    <AccessCard title="Sign in to Waybill">
      {session.setupRequired && (
        <Alert color="blue" variant="outline" icon={<KeyRound aria-hidden />} title="No administrator yet">
          <Text size="sm">
            Open the set-up link that the gateway printed when it started, or{' '}
            <Anchor component={Link} to="/setup" inherit underline="always">
              create the first administrator
            </Anchor>{' '}
            with the set-up token.
          </Text>
        </Alert>
      )}
      {new URLSearchParams(window.location.search).get('signin') === 'refused' && (
        <Alert color="red" variant="outline" icon={<CircleAlert aria-hidden />} role="alert">
          You were not let in: you have no role here, or were disabled. Ask an administrator.
        </Alert>
      )}
      <SignInForm demo={session.demo} />
    </AccessCard>
  );
}
