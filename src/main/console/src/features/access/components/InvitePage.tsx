import { Alert, Button, PasswordInput, Skeleton, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { LoadError, Loading } from '@/components/States';
import { gateway } from '@/lib/gateway';
import { longDate } from '@/lib/time';
import { AccessCard } from './AccessCard';

const shortestPassword = 12;

/** Where the link of an invitation leads: whoever has it sets the password of the name it is for. */
export function InvitePage() {
  const { t } = useTranslation('access');
  const { token = '' } = useSearch({ strict: false });
  const params = { params: { path: { token } } };
  const invite = gateway.useQuery('get', '/api/invites/{token}', params, { enabled: token !== '' });
  return (
    <AccessCard title={t('invite.title')}>
      {token === '' && <Text size="sm">{t('invite.noToken')}</Text>}
      {invite.isLoading && (
        <Loading label={t('invite.title')}>
          <Skeleton h={36} mb="xs" />
          <Skeleton h={36} />
        </Loading>
      )}
      {invite.error && (
        <LoadError what={t('invite.failed')} error={invite.error} onRetry={() => void invite.refetch()} />
      )}
      {invite.data && (
        <>
          <Text size="sm">
            {t('invite.text', { name: invite.data.username, until: longDate(invite.data.validUntil) })}
          </Text>
          <PasswordForm token={token} username={invite.data.username} />
        </>
      )}
    </AccessCard>
  );
}

function PasswordForm({ token, username }: { token: string; username: string }) {
  const { t } = useTranslation('access');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const accept = gateway.useMutation('post', '/api/invites/{token}');
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { password: '', confirmation: '' },
    validate: {
      password: (value) =>
        value.length < shortestPassword ? t('invite.tooShort', { count: shortestPassword }) : null,
      confirmation: (value, values) => (value !== values.password ? t('invite.differ') : null),
    },
  });
  const submit = form.onSubmit(({ password }) =>
    accept.mutate(
      { params: { path: { token } }, body: { password } },
      {
        onSuccess: async () => {
          await queries.invalidateQueries();
          await navigate({ to: '/' });
        },
      },
    ),
  );
  const toggle = { 'aria-label': t('invite.show'), tabIndex: 0 };
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        {accept.error && (
          <Alert color="red" variant="outline" icon={<CircleAlert aria-hidden />} role="alert">
            {accept.error.message}
          </Alert>
        )}
        <input type="hidden" name="username" autoComplete="username" value={username} readOnly />
        <PasswordInput
          label={t('invite.password')}
          description={t('invite.tooShort', { count: shortestPassword })}
          autoComplete="new-password"
          visibilityToggleButtonProps={toggle}
          key={form.key('password')}
          {...form.getInputProps('password')}
        />
        <PasswordInput
          label={t('invite.again')}
          autoComplete="new-password"
          visibilityToggleButtonProps={toggle}
          key={form.key('confirmation')}
          {...form.getInputProps('confirmation')}
        />
        <Button type="submit" fullWidth loading={accept.isPending}>
          {t('invite.set')}
        </Button>
      </Stack>
    </form>
  );
}
