import { Alert, Button, Divider, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { CircleAlert } from 'lucide-react';
import { useDemoSignIn, useSignIn, type Credentials } from '../api/session';

/** Name and password, or one button where the gateway runs as a demonstration. */
export function SignInForm({ demo, onSignedIn }: { demo: boolean; onSignedIn?: () => void }) {
  const signIn = useSignIn();
  const demoSignIn = useDemoSignIn();
  const error = signIn.error ?? demoSignIn.error;
  const form = useForm<Credentials>({
    mode: 'uncontrolled',
    initialValues: { username: '', password: '' },
    validate: {
      username: (value) => (value.trim() === '' ? 'Enter your user name.' : null),
      password: (value) => (value === '' ? 'Enter your password.' : null),
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
          <Text size="sm">This is a demonstration: you can look around without a password.</Text>
          <Button
            fullWidth
            loading={demoSignIn.isPending}
            onClick={() => demoSignIn.mutate(undefined, { onSuccess: onSignedIn })}
          >
            Continue in demo mode
          </Button>
          <Divider label="or sign in" />
        </>
      )}
      <form
        noValidate
        onSubmit={form.onSubmit((credentials) => signIn.mutate(credentials, { onSuccess: onSignedIn }))}
      >
        <Stack>
          <TextInput
            label="User name"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            key={form.key('username')}
            {...form.getInputProps('username')}
          />
          <PasswordInput
            label="Password"
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the password', tabIndex: 0 }}
            key={form.key('password')}
            {...form.getInputProps('password')}
          />
          <Button type="submit" fullWidth variant={demo ? 'default' : 'filled'} loading={signIn.isPending}>
            Sign in
          </Button>
        </Stack>
      </form>
    </Stack>
  );
}
