import { Alert, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { CircleAlert } from 'lucide-react';
import { Problem } from '@/lib/http';
import { useSetUp } from '../api/session';
import { AccessCard } from './AccessCard';

const shortestPassword = 12;
const toggle = { 'aria-label': 'Show or hide the password', tabIndex: 0 };

/** Makes the first administrator; the token proves access to the machine that runs the gateway. */
export function SetUpPage() {
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const setUp = useSetUp();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { token: search.token ?? '', username: '', password: '', confirmation: '' },
    validate: {
      token: (value) => (value.trim() === '' ? 'Enter the set-up token from the log of the gateway.' : null),
      username: (value) => (value.trim() === '' ? 'Choose a user name.' : null),
      password: (value) =>
        value.length < shortestPassword ? `Use at least ${shortestPassword} characters.` : null,
      confirmation: (value, values) => (value !== values.password ? 'The two passwords differ.' : null),
    },
  });
  const submit = form.onSubmit(({ token, username, password }) =>
    setUp.mutate(
      { token: token.trim(), username: username.trim(), password },
      {
        onSuccess: () => {
          notifications.show({
            title: 'Administrator created',
            message: `You can sign in as ${username.trim()}.`,
          });
          void navigate({ to: '/' });
        },
        onError: (error) => {
          if (error instanceof Problem) form.setErrors(fieldErrors(error));
        },
      },
    ),
  );
  return (
    <AccessCard title="Set up Waybill">
      <Text size="sm">Create the first administrator. Others can be added later.</Text>
      {setUp.error && (
        <Alert color="red" variant="outline" icon={<CircleAlert aria-hidden />} role="alert">
          {setUp.error.message}
        </Alert>
      )}
      <form noValidate onSubmit={submit}>
        <Stack>
          <TextInput
            label="Set-up token"
            description="Part of the link that the gateway printed when it started."
            autoComplete="off"
            spellCheck={false}
            key={form.key('token')}
            {...form.getInputProps('token')}
          />
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
            description={`At least ${shortestPassword} characters.`}
            autoComplete="new-password"
            visibilityToggleButtonProps={toggle}
            key={form.key('password')}
            {...form.getInputProps('password')}
          />
          <PasswordInput
            label="Password again"
            autoComplete="new-password"
            visibilityToggleButtonProps={toggle}
            key={form.key('confirmation')}
            {...form.getInputProps('confirmation')}
          />
          <Button type="submit" fullWidth loading={setUp.isPending}>
            Create administrator
          </Button>
        </Stack>
      </form>
    </AccessCard>
  );
}

function fieldErrors(problem: Problem): Record<string, string> {
  return Object.fromEntries(
    problem.fields.map(({ pointer, message }) => [pointer.replace(/^\//, ''), message]),
  );
}
