import { Alert, Badge, Group, Paper, Stack, Tabs, Text, Title } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { EditorProps } from './ConnectionForm';
import { EndpointTable } from './EndpointTable';

/** The endpoint table: Sales and HR apart, and signing in for both. */
export function EndpointSetup(props: EditorProps) {
  const { t } = useTranslation('erp');
  const navigate = useNavigate();
  const search: { tab?: string } = useSearch({ strict: false });
  const rows = (group: 'SALES' | 'HR' | 'COMMON') =>
    props.connection.operations.filter((row) => row.group === group);
  const core = props.connection.operations.filter(({ required }) => required);
  const another = props.draft.startFrom !== undefined && props.draft.startFrom !== 'empty';
  const table = { ...props, mayEdit: props.mayEdit && !another };
  const ready = core.filter(({ mode, lastTest }) => mode !== 'NONE' && lastTest?.ok);
  return (
    <Paper withBorder p="md">
      <Stack gap="md">
        <div>
          <Group gap="sm">
            <Title order={2} size="h4">
              {t('endpoints.title')}
            </Title>
            <Badge color={ready.length === core.length ? 'teal' : 'yellow'}>
              {t('endpoints.progress', { ready: ready.length, total: core.length })}
            </Badge>
          </Group>
          <Text size="sm" c="dimmed">
            {t('endpoints.subtitle')}
          </Text>
        </div>
        {another && (
          <Alert color="yellow" variant="outline" py="xs">
            {t('endpoints.another')}
          </Alert>
        )}
        <Tabs
          keepMounted={false}
          value={search.tab === 'hr' ? 'hr' : 'sales'}
          onChange={(tab) => void navigate({ to: '/erp', search: { tab: tab === 'hr' ? 'hr' : undefined } })}
        >
          <Tabs.List mb="md">
            <Tabs.Tab value="sales">{t('endpoints.sales')}</Tabs.Tab>
            <Tabs.Tab value="hr">{t('endpoints.hr')}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="sales">
            <EndpointTable {...table} title={t('endpoints.salesEndpoints')} rows={rows('SALES')} />
          </Tabs.Panel>
          <Tabs.Panel value="hr">
            <Text size="sm" mb="sm">
              {t('endpoints.hrText')}
            </Text>
            <EndpointTable {...table} title={t('endpoints.hrEndpoints')} rows={rows('HR')} />
          </Tabs.Panel>
        </Tabs>
        <EndpointTable {...table} title={t('endpoints.common')} rows={rows('COMMON')} />
        {props.connection.others.length > 0 && (
          <Text size="sm" c="dimmed">
            {t('endpoints.others')} <bdi dir="ltr">{props.connection.others.join(', ')}</bdi>
          </Text>
        )}
      </Stack>
    </Paper>
  );
}
