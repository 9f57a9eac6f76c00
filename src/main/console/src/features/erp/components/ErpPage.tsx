import { Skeleton, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Page } from '@/components/Page';
import { LoadError, Loading } from '@/components/States';
import { useConnection } from '../use-connection';
import { ConnectionEditor } from './ConnectionEditor';

/** Connects the ERP: where it is, how each operation is asked there, whether it keeps the contract, and from when customers are served by it. */
export function ErpPage() {
  const { t } = useTranslation('erp');
  const connection = useConnection();
  return (
    <Page title={t('title')} subtitle={t('subtitle')} help={t('help', { returnObjects: true })}>
      {connection.data ? (
        <ConnectionEditor connection={connection.data} />
      ) : connection.error ? (
        <LoadError what={t('failed')} error={connection.error} onRetry={() => void connection.refetch()} />
      ) : (
        <Loading label={t('title')}>
          <Stack>
            <Skeleton h={72} />
            <Skeleton h={160} />
            <Skeleton h={320} />
          </Stack>
        </Loading>
      )}
    </Page>
  );
}
