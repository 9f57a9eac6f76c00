import { Skeleton, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LoadError, Loading } from '@/components/States';
import { gateway } from '@/lib/gateway';
import { AuditDays } from './AuditDays';
import { RetentionForm } from './RetentionForm';

/** How long what is kept. */
export function RetentionTab() {
  const { t } = useTranslation('settings');
  const customers = gateway.useQuery('get', '/api/v1/settings/retention');
  const audit = gateway.useQuery('get', '/api/v1/settings/audit');
  const failed = [customers, audit].find(({ error, data }) => error && !data);
  if (failed?.error)
    return (
      <LoadError
        what={t('retention.failed')}
        error={failed.error}
        onRetry={() => {
          void customers.refetch();
          void audit.refetch();
        }}
      />
    );
  if (!customers.data || !audit.data)
    return (
      <Loading label={t('tabs.retention')}>
        <Skeleton h={96} mb="xs" />
        <Skeleton h={96} />
      </Loading>
    );
  return (
    <Stack gap="xl">
      <section>
        <Title order={2} size="h5" mb="xs">
          {t('retention.customers')}
        </Title>
        <RetentionForm view={customers.data} />
      </section>
      <section>
        <Title order={2} size="h5" mb="xs">
          {t('retention.audit')}
        </Title>
        <AuditDays view={audit.data} />
      </section>
    </Stack>
  );
}
