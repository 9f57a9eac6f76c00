import { Alert, Button, Divider, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '@/lib/session';
import { useDemoSignIn, useSignIn, type Credentials } from '../api/session';

/** Name and password, a button for each other system that vouches for people, and one where the gateway runs as a demonstration. */
export function SignInForm({ demo, onSignedIn }: { demo: boolean; onSignedIn?: () => void }) {
  const { t } = useTranslation('access');
  const signIn = useSignIn();
  const demoSignIn = useDemoSignIn();
  const { data: session } = useQuery(sessionQuery);
  const ways = session?.ways ?? [];
  const error = signIn.error ?? demoSignIn.error;
  const form = useForm<Credentials>({
    mode: 'uncontrolled',
    initialValues: { username: '', password: '' },
    validate: {
      username: (value) => (value.trim() === '' ? t('signInPage.noUser') : null),
      password: (value) => (value === '' ? t('signInPage.noPassword') : null),
    },
  });
  return (
    <Stack>
      {error && (
        <Alert color="red" variant="outline" icon={<CircleAlert aria-hidden />} role="alert">
          {error.message}
        </Alert>
      )}
      {demo && (
        <>
          <Text size="sm">{t('signInPage.demoText')}</Text>
          <Button
            fullWidth
            loading={demoSignIn.isPending}
            onClick={() => demoSignIn.mutate(undefined, { onSuccess: onSignedIn })}
          >
            {t('signInPage.demo')}
          </Button>
          <Divider label={t('signInPage.or')} />
        </>
      )}
      {ways.map((way) => (
        <Button key={way.path} component="a" href={way.path} fullWidth>
          {t('signInPage.with', { name: way.name })}
        </Button>
      ))}
      {ways.length > 0 && <Divider label={t('signInPage.orPassword')} />}
      <form
        noValidate
        onSubmit={form.onSubmit((credentials) => signIn.mutate(credentials, { onSuccess: onSignedIn }))}
      >
        <Stack>
          <TextInput
            label={t('signInPage.username')}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            key={form.key('username')}
            {...form.getInputProps('username')}
          />
          <PasswordInput
            label={t('signInPage.password')}
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': t('signInPage.show'), tabIndex: 0 }}
            key={form.key('password')}
            {...form.getInputProps('password')}
          />
          <Button
            type="submit"
            fullWidth
            variant={demo || ways.length > 0 ? 'default' : 'filled'}
            loading={signIn.isPending}
          >
            {t('signIn')}
          </Button>
        </Stack>
      </form>
    </Stack>
  );
}
