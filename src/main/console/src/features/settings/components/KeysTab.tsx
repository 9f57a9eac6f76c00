import { Badge, Button, Group, Modal, Skeleton, Stack, Table, Text, VisuallyHidden } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, LoadError, Loading } from '@/components/States';
import { RelativeTime } from '@/components/Time';
import { showDone, showFailed } from '@/components/undo';
import { gateway, type Schemas } from '@/lib/gateway';
import { KeyForm } from './KeyForm';
import { SecretDialog } from './SecretDialog';

type Key = Schemas['KeyView'];

const keysKey = gateway.queryOptions('get', '/api/v1/api-keys').queryKey;
const colors = { valid: 'teal', expired: 'orange', revoked: 'gray' } as const;

/** With what other programs call the gateway. */
export function KeysTab() {
  const { t } = useTranslation('settings');
  const keys = gateway.useQuery('get', '/api/v1/api-keys');
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<Schemas['MadeKey'] | null>(null);
  if (keys.isPending)
    return (
      <Loading label={t('tabs.keys')}>
        <Skeleton h={40} mb="xs" />
        <Skeleton h={40} />
      </Loading>
    );
  if (keys.error)
    return <LoadError what={t('keys.failed')} error={keys.error} onRetry={() => void keys.refetch()} />;
  const make = (
    <Button leftSection={<KeyRound size={16} aria-hidden />} onClick={() => setMaking(true)}>
      {t('keys.make')}
    </Button>
  );
  return (
    <Stack>
      {keys.data.keys.length === 0 ? (
        <Empty action={make}>{t('keys.empty')}</Empty>
      ) : (
        <>
          <Group justify="flex-end">{make}</Group>
          <Keys keys={keys.data.keys} />
        </>
      )}
      {making && (
        <KeyForm scopes={keys.data.scopes} onClose={() => setMaking(false)} onMade={(key) => setMade(key)} />
      )}
      {made && <SecretDialog made={made} onClose={() => setMade(null)} />}
    </Stack>
  );
}

function Keys({ keys }: { keys: Key[] }) {
  const { t } = useTranslation('settings');
  return (
    <Table.ScrollContainer minWidth={340}>
      <Table verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('keys.name')}</Table.Th>
            <Table.Th visibleFrom="sm">{t('keys.scopes')}</Table.Th>
            <Table.Th visibleFrom="sm">{t('keys.lastUsed')}</Table.Th>
            <Table.Th>
              <VisuallyHidden>{t('keys.revoke')}</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {keys.map((key) => (
            <Row key={key.id} apiKey={key} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Row({ apiKey: key }: { apiKey: Key }) {
  const { t } = useTranslation(['settings', 'app']);
  const queries = useQueryClient();
  const revoke = gateway.useMutation('delete', '/api/v1/api-keys/{id}', {
    onSuccess: () => showDone(t('keys.revoked', { name: key.name })),
    onError: (error) => showFailed(error as Error),
    onSettled: () => queries.invalidateQueries({ queryKey: keysKey }),
  });
  const state = stateOf(key);
  const [asking, dialog] = useDisclosure(false);
  return (
    <Table.Tr>
      <Table.Td>
        <Group gap="xs">
          <Text size="sm" fw={600}>
            {key.name}
          </Text>
          <Badge size="sm" variant="light" color={colors[state]}>
            {t(`keys.states.${state}`)}
          </Badge>
        </Group>
        <Text size="xs" c="dimmed" dir="ltr" ff="monospace">
          {key.hint}…
        </Text>
        {key.expiresAt && state === 'valid' && (
          <Text size="xs" c="dimmed">
            {t('keys.until')} <RelativeTime at={key.expiresAt} />
          </Text>
        )}
      </Table.Td>
      <Table.Td visibleFrom="sm">
        <Group gap={4} maw={360}>
          {key.scopes.map((scope) => (
            <Badge key={scope} size="sm" variant="default" tt="none">
              {scope}
            </Badge>
          ))}
        </Group>
      </Table.Td>
      <Table.Td visibleFrom="sm">
        <Text size="sm">{key.lastUsedAt ? <RelativeTime at={key.lastUsedAt} /> : t('keys.never')}</Text>
      </Table.Td>
      <Table.Td ta="end">
        {state !== 'revoked' && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('keys.revokeOf', { name: key.name })}
            loading={revoke.isPending}
            onClick={dialog.open}
          >
            {t('keys.revoke')}
          </Button>
        )}
        <Modal
          opened={asking}
          onClose={dialog.close}
          title={t('keys.revokeTitle', { name: key.name })}
          closeButtonProps={{ 'aria-label': t('app:close') }}
        >
          <Text size="sm">{t('keys.revokeText')}</Text>
          <Group justify="flex-end" mt="md">
            <Button variant="default" onClick={dialog.close}>
              {t('cancel')}
            </Button>
            <Button
              color="red"
              onClick={() => {
                dialog.close();
                revoke.mutate({ params: { path: { id: key.id } } });
              }}
            >
              {t('keys.revoke')}
            </Button>
          </Group>
        </Modal>
      </Table.Td>
    </Table.Tr>
  );
}

function stateOf({ state }: Key): keyof typeof colors {
  return state === 'expired' || state === 'revoked' ? state : 'valid';
}
