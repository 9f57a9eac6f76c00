import {
  Alert,
  Badge,
  Checkbox,
  Group,
  List,
  Paper,
  Select,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { RelativeTime } from '@/components/Time';
import { gateway } from '@/lib/gateway';
import { startedFrom, type Connection, type Draft } from '../draft';
import { Secrets } from './Secrets';

export type EditorProps = {
  connection: Connection;
  draft: Draft;
  mayEdit: boolean;
  onChange: (draft: Draft) => void;
};

/** Where the ERP is, from which profile it begins, and what signing in needs. */
export function ConnectionForm({ connection, draft, mayEdit, onChange }: EditorProps) {
  const { t } = useTranslation('erp');
  const shipped = gateway.useQuery('get', '/api/erp/connection/profiles');
  const { profile } = connection;
  const starts = [
    { value: 'empty', label: t('form.empty') },
    ...(shipped.data ?? []).map(({ name, title }) => ({ value: name, label: `${title} (${name})` })),
  ];
  return (
    <Paper withBorder p="md">
      <Stack gap="md">
        <Group justify="space-between">
          <Title order={2} size="h4">
            {t('form.title')}
          </Title>
          <Group gap="xs">
            <Badge variant="outline">{t(`form.sources.${connection.source}`)}</Badge>
            {connection.savedBy && connection.savedAt && (
              <Text size="sm" c="dimmed">
                {t('form.savedBy', { version: connection.version, name: connection.savedBy })}{' '}
                <RelativeTime at={connection.savedAt} />
              </Text>
            )}
          </Group>
        </Group>
        {connection.version === 0 && (
          <Text size="sm">{t(`form.origin.${connection.source === 'DEMO' ? 'demo' : 'configuration'}`)}</Text>
        )}
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <Select
            label={t('form.startFrom')}
            description={t('form.startFromText', { profile: profile.title })}
            placeholder={t('form.keep')}
            data={starts}
            value={draft.startFrom ?? null}
            readOnly={!mayEdit}
            clearable={mayEdit}
            clearButtonProps={{ 'aria-label': t('form.clear') }}
            onChange={(name) =>
              onChange(name === null ? { ...draft, startFrom: undefined } : startedFrom(draft, name))
            }
          />
          <TextInput
            label={t('form.baseUrl')}
            description={t('form.baseUrlText')}
            placeholder="https://erp.example.com"
            dir="ltr"
            readOnly={!mayEdit}
            value={draft.baseUrl ?? connection.baseUrl}
            onChange={(event) => onChange({ ...draft, baseUrl: event.currentTarget.value })}
          />
          <Select
            label={t('form.idempotency')}
            description={t('form.idempotencyText')}
            data={(['keyed', 'findable', 'manual'] as const).map((value) => ({
              value,
              label: t(`form.levels.${value}`),
            }))}
            allowDeselect={false}
            readOnly={!mayEdit}
            value={draft.idempotency ?? profile.idempotency}
            onChange={(idempotency) => onChange({ ...draft, idempotency: idempotency ?? undefined })}
          />
          <Checkbox
            mt={{ base: 0, sm: 28 }}
            label={t('form.inside')}
            description={t('form.insideText')}
            disabled={!mayEdit}
            checked={draft.inside ?? connection.inside}
            onChange={(event) => onChange({ ...draft, inside: event.currentTarget.checked })}
          />
        </SimpleGrid>
        {profile.notes.length > 0 && (
          <Alert variant="outline" color="blue" title={t('form.notes', { profile: profile.title })}>
            <List size="sm">
              {profile.notes.map((note) => (
                <List.Item key={note}>{note}</List.Item>
              ))}
            </List>
          </Alert>
        )}
        {connection.constants.length > 0 && (
          <SimpleGrid cols={{ base: 1, sm: 3 }}>
            {connection.constants.map(({ name, value, origin }) => (
              <TextInput
                key={name}
                label={t('form.constant', { name })}
                description={t(`form.origins.${origin}`)}
                dir="ltr"
                readOnly={!mayEdit}
                value={draft.constants[name] ?? value ?? ''}
                onChange={(event) =>
                  onChange({ ...draft, constants: { ...draft.constants, [name]: event.currentTarget.value } })
                }
              />
            ))}
          </SimpleGrid>
        )}
        <Secrets connection={connection} draft={draft} mayEdit={mayEdit} onChange={onChange} />
      </Stack>
    </Paper>
  );
}
