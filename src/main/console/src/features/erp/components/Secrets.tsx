import { Alert, Button, Group, PasswordInput, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { RelativeTime } from '@/components/Time';
import type { Schemas } from '@/lib/gateway';
import type { EditorProps } from './ConnectionForm';

type Secret = Schemas['SecretView'];

/** Written here and never shown again. */
export function Secrets({ connection, draft, mayEdit, onChange }: EditorProps) {
  const { t } = useTranslation('erp');
  if (connection.secrets.length === 0) return null;
  const write = (name: string, value: string | undefined) => {
    const secrets = { ...draft.secrets };
    if (value === undefined) delete secrets[name];
    else secrets[name] = value;
    onChange({ ...draft, secrets });
  };
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        {t('secrets.title')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('secrets.text')}
      </Text>
      {!connection.canKeepSecrets && (
        <Alert color="yellow" variant="outline" py="xs">
          {t('secrets.noKey')}
        </Alert>
      )}
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
        {connection.secrets.map((secret) => (
          <Stack key={secret.name} gap={4}>
            <PasswordInput
              label={secret.name}
              description={<SecretState secret={secret} />}
              placeholder={secret.set ? t('secrets.replace') : ''}
              autoComplete="new-password"
              dir="ltr"
              withAsterisk={secret.needed}
              disabled={!mayEdit || !connection.canKeepSecrets}
              visibilityToggleButtonProps={{ 'aria-label': t('secrets.show', { name: secret.name }) }}
              value={draft.secrets[secret.name] ?? ''}
              onChange={(event) => write(secret.name, event.currentTarget.value || undefined)}
            />
            {mayEdit && secret.set && !secret.property && (
              <Group>
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={t('secrets.removeOf', { name: secret.name })}
                  onClick={() => write(secret.name, '')}
                >
                  {draft.secrets[secret.name] === '' ? t('secrets.removed') : t('secrets.remove')}
                </Button>
              </Group>
            )}
          </Stack>
        ))}
      </SimpleGrid>
    </Stack>
  );
}

function SecretState({ secret }: { secret: Secret }) {
  const { t } = useTranslation('erp');
  if (secret.property) return <>{t('secrets.configured', { property: secret.property })}</>;
  if (secret.setAt)
    return (
      <>
        {t('secrets.set')} <RelativeTime at={secret.setAt} />
      </>
    );
  return <>{secret.needed ? t('secrets.needed') : t('secrets.notSet')}</>;
}
