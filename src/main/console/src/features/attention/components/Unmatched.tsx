import { Button, Card, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, LoadError } from '@/components/States';
import { RelativeTime } from '@/components/Time';
import { gateway, type Schemas } from '@/lib/gateway';
import { useMay } from '@/lib/session';
import { AnswerDialog } from './AnswerDialog';

type UnmatchedGroup = Schemas['UnmatchedGroup'];

/** What customers wrote that no flow understood, the most frequent first; one click makes an answer of a group. */
export function Unmatched() {
  const { t } = useTranslation('attention');
  const may = useMay();
  const [chosen, choose] = useState<UnmatchedGroup>();
  const list = gateway.useQuery('get', '/api/v1/unmatched', { params: { query: { limit: 10 } } });
  return (
    <Stack gap="sm" component="section" aria-label={t('questions.title')}>
      <Title order={2} size="h4">
        {t('questions.title')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('questions.meaning')}
      </Text>
      {list.isPending && <Skeleton h={64} />}
      {list.error && !list.data && (
        <LoadError what={t('failed')} error={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.data?.groups.length === 0 && <Empty>{t('questions.empty')}</Empty>}
      {list.data?.groups.map((group) => (
        <Card key={`${group.flow} ${group.step} ${group.text}`} withBorder p="sm">
          <Group justify="space-between">
            <div>
              <Text size="sm" fw={600}>
                <bdi>{group.text}</bdi>
              </Text>
              <Text size="xs" c="dimmed">
                {t('questions.times', { count: group.times })} ·{' '}
                {t('questions.customers', { count: group.customers })} · <RelativeTime at={group.latest} />
              </Text>
            </div>
            {may('FLOWS_EDIT') && (
              <Button size="compact-sm" onClick={() => choose(group)}>
                {t('questions.answer')}
              </Button>
            )}
          </Group>
        </Card>
      ))}
      {chosen && <AnswerDialog question={chosen.text} onClose={() => choose(undefined)} />}
    </Stack>
  );
}
