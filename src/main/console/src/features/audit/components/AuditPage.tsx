import { Button, Group, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Download } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '@/components/Page';
import { Empty, LoadError, Loading, NothingMatches } from '@/components/States';
import { auditPath, auditQuery, type AuditFilter } from '../api';
import { EntryLine } from './EntryLine';

const fields = ['who', 'action', 'subject'] as const;

/** Who did what, the newest first. */
export function AuditPage() {
  const { t } = useTranslation('audit');
  const search: AuditFilter = useSearch({ strict: false });
  const navigate = useNavigate();
  const [typed, setTyped] = useState<AuditFilter>(search);
  const [wanted] = useDebouncedValue(typed, 300);
  useEffect(
    () => void navigate({ to: '/settings/audit', search: wanted, replace: true }),
    [navigate, wanted],
  );
  const entries = useInfiniteQuery({ ...auditQuery(wanted), placeholderData: keepPreviousData });
  const all = entries.data?.pages.flatMap((page) => page.entries);
  const filtered = fields.some((field) => wanted[field]);
  return (
    <Page
      title={t('title')}
      subtitle={t('subtitle')}
      help={t('help', { returnObjects: true })}
      actions={
        <Button
          component="a"
          href={auditPath(wanted, { format: 'csv' })}
          download="audit.csv"
          variant="default"
          leftSection={<Download size={16} aria-hidden />}
        >
          {t('export')}
        </Button>
      }
    >
      <Group grow preventGrowOverflow={false}>
        {fields.map((field) => (
          <TextInput
            key={field}
            label={t(`fields.${field}`)}
            value={typed[field] ?? ''}
            onChange={(event) => setTyped({ ...typed, [field]: event.currentTarget.value || undefined })}
            data-search={field === 'who' || undefined}
          />
        ))}
      </Group>
      {entries.isPending && (
        <Loading label={t('title')}>
          <Skeleton h={36} mb="xs" />
          <Skeleton h={36} mb="xs" />
          <Skeleton h={36} />
        </Loading>
      )}
      {entries.error && (
        <LoadError what={t('failed')} error={entries.error} onRetry={() => void entries.refetch()} />
      )}
      {all?.length === 0 && filtered && <NothingMatches onClear={() => setTyped({})} />}
      {all?.length === 0 && !filtered && <Empty>{t('empty')}</Empty>}
      <Stack gap={0}>
        {all?.map((entry) => (
          <EntryLine key={entry.id} entry={entry} />
        ))}
      </Stack>
      {entries.hasNextPage && (
        <Button
          variant="default"
          loading={entries.isFetchingNextPage}
          onClick={() => void entries.fetchNextPage()}
        >
          {t('more')}
        </Button>
      )}
      {all && all.length > 0 && !entries.hasNextPage && (
        <Text size="xs" c="dimmed" ta="center">
          {t('end')}
        </Text>
      )}
    </Page>
  );
}
