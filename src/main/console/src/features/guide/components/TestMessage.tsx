import { Alert, Button, Group, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { CircleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RelativeTime } from '@/components/Time';
import { gateway } from '@/lib/gateway';
import { useMay } from '@/lib/session';

const key = gateway.queryOptions('get', '/api/v1/whatsapp/test', {}).queryKey;

/** Sends a message to somebody’s own phone, and says what became of it. */
export function TestMessage() {
  const { t } = useTranslation('guide');
  const mayRun = useMay()('OPERATIONS_RUN');
  const queries = useQueryClient();
  const [to, setTo] = useState('');
  const last = gateway.useQuery(
    'get',
    '/api/v1/whatsapp/test',
    {},
    { retry: false, refetchInterval: ({ state }) => (state.data?.state === 'waiting' ? 2_000 : false) },
  );
  const send = gateway.useMutation('post', '/api/v1/whatsapp/test', {
    onSuccess: (test) => queries.setQueryData(key, test),
  });
  return (
    <>
      {last.data && (
        <Text size="sm">
          {t(`message.states.${stateOf(last.data.state)}`, { code: last.data.code })}{' '}
          <RelativeTime at={last.data.arrivedAt ?? last.data.askedAt} />
        </Text>
      )}
      {send.error && (
        <Alert color="red" variant="outline" icon={<CircleAlert aria-hidden />} role="alert">
          {send.error.message}
        </Alert>
      )}
      {mayRun && (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            send.mutate({ body: { to } });
          }}
        >
          <Group gap="xs" align="flex-end">
            <TextInput
              type="tel"
              dir="ltr"
              label={t('message.to')}
              placeholder="+254711000000"
              value={to}
              onChange={(event) => setTo(event.currentTarget.value)}
            />
            <Button type="submit" disabled={to.trim() === ''} loading={send.isPending}>
              {t('message.send')}
            </Button>
          </Group>
        </form>
      )}
    </>
  );
}

function stateOf(state: string): 'waiting' | 'arrived' | 'failed' {
  return state === 'arrived' || state === 'failed' ? state : 'waiting';
}
