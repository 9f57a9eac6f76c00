import { Skeleton, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Notices } from '@/components/Notices';
import { Empty, LoadError, Loading } from '@/components/States';
import { useNotices } from '@/components/use-notices';

export function OpenNotices() {
  const { t } = useTranslation('notices');
  const { list, refresh } = useNotices();
  return (
    <Stack gap="sm" component="section" aria-label={t('title')}>
      <Title order={2} size="h4">
        {t('title')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('meaning')}
      </Text>
      {list.isPending && (
        <Loading label={t('loading')}>
          <Skeleton h={64} />
        </Loading>
      )}
      {list.isError && !list.data && (
        <LoadError what={t('loadFailed')} error={list.error as unknown as Error} onRetry={refresh} />
      )}
      {list.data?.length === 0 && <Empty>{t('empty')}</Empty>}
      {list.data && <Notices notices={list.data} few={20} onChanged={refresh} />}
    </Stack>
  );
}
