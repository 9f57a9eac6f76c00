import { Alert, Button, Divider, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { CircleAlert } from 'lucide-react';
import { sessionQuery } from '@/lib/session';
import { useDemoSignIn, useSignIn, type Credentials } from '../api/session';

/** Name and password, a button for each other system that vouches for people, and one where the gateway runs as a demonstration. */
export function SignInForm({ demo, onSignedIn }: { demo: boolean; onSignedIn?: () => void }) {
  const signIn = useSignIn();
  const demoSignIn = useDemoSignIn();
  const { data: session } = useQuery(sessionQuery);
  const ways = session?.ways ?? [];
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
      {ways.map((way) => (
        <Button key={way.path} component="a" href={way.path} fullWidth>
          Sign in with {way.name}
        </Button>
      ))}
      {ways.length > 0 && <Divider label="or with a password" />}
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
          <Button
            type="submit"
            fullWidth
            variant={demo || ways.length > 0 ? 'default' : 'filled'}
            loading={signIn.isPending}
          >
            Sign in
          </Button>
        </Stack>
      </form>
    </Stack>
  );
}
