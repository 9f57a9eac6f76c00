import { Alert, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/lib/http';
import { useSetUp } from '../api/session';
import { AccessCard } from './AccessCard';

const shortestPassword = 12;

/** Makes the first administrator; the token proves access to the machine that runs the gateway. */
export function SetUpPage() {
  const { t } = useTranslation('access');
  const toggle = { 'aria-label': t('signInPage.show'), tabIndex: 0 };
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const setUp = useSetUp();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { token: search.token ?? '', username: '', password: '', confirmation: '' },
    validate: {
      token: (value) => (value.trim() === '' ? t('setUp.noToken') : null),
      username: (value) => (value.trim() === '' ? t('setUp.noUser') : null),
      password: (value) =>
        value.length < shortestPassword ? t('setUp.tooShort', { count: shortestPassword }) : null,
      confirmation: (value, values) => (value !== values.password ? t('setUp.differ') : null),
    },
  });
  const submit = form.onSubmit(({ token, username, password }) =>
    setUp.mutate(
      { token: token.trim(), username: username.trim(), password },
      {
        onSuccess: () => {
          notifications.show({
            title: t('setUp.done'),
            message: t('setUp.doneText', { name: username.trim() }),
          });
          void navigate({ to: '/setup-guide' });
        },
        onError: (error) => {
          if (error instanceof Problem) form.setErrors(fieldErrors(error));
        },
      },
    ),
  );
  return (
    <AccessCard title={t('setUp.title')}>
      <Text size="sm">{t('setUp.text')}</Text>
      {setUp.error && (
        <Alert color="red" variant="outline" icon={<CircleAlert aria-hidden />} role="alert">
          {setUp.error.message}
        </Alert>
      )}
      <form noValidate onSubmit={submit}>
        <Stack>
          <TextInput
            label={t('setUp.token')}
            description={t('setUp.tokenText')}
            autoComplete="off"
            spellCheck={false}
            key={form.key('token')}
            {...form.getInputProps('token')}
          />
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
            description={t('setUp.atLeast', { count: shortestPassword })}
            autoComplete="new-password"
            visibilityToggleButtonProps={toggle}
            key={form.key('password')}
            {...form.getInputProps('password')}
          />
          <PasswordInput
            label={t('setUp.again')}
            autoComplete="new-password"
            visibilityToggleButtonProps={toggle}
            key={form.key('confirmation')}
            {...form.getInputProps('confirmation')}
          />
          <Button type="submit" fullWidth loading={setUp.isPending}>
            {t('setUp.create')}
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
