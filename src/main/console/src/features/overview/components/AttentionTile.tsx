import { Anchor, Badge, Group, Skeleton, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { LoadError, Loading } from '@/components/States';
import { useCategoryName } from '@/components/use-category-name';
import { gateway } from '@/lib/gateway';
import { Tile } from './Tile';

/** What waits for a person, by kind. */
export function AttentionTile() {
  const { t } = useTranslation('overview');
  const name = useCategoryName();
  const waiting = gateway.useQuery(
    'get',
    '/api/v1/attention',
    { params: { query: { limit: 1 } } },
    { refetchInterval: 30_000 },
  );
  const categories = waiting.data?.categories.filter(({ count }) => count > 0);
  return (
    <Tile title={t('attention.title')}>
      {waiting.isPending && (
        <Loading label={t('attention.title')}>
          <Skeleton h={24} mb="xs" />
          <Skeleton h={24} />
        </Loading>
      )}
      {waiting.error && (
        <LoadError
          what={t('attention.failed')}
          error={waiting.error}
          onRetry={() => void waiting.refetch()}
        />
      )}
      {categories?.length === 0 && (
        <Group gap="xs">
          <CircleCheck size={18} aria-hidden />
          <Text size="sm">{t('attention.nothing')}</Text>
        </Group>
      )}
      {categories?.map(({ category, count, items }) => (
        <Group key={category} justify="space-between" wrap="nowrap" align="flex-start" gap="xs">
          <Anchor
            size="sm"
            renderRoot={(props) =>
              category === 'failed-messages' ? (
                <Link to="/operations" search={{ tab: 'failed' }} {...props} />
              ) : (
                <Link to="/attention" search={{ category }} {...props} />
              )
            }
          >
            {name(category)}
          </Anchor>
          <Badge variant={items.some(({ overdue }) => overdue) ? 'filled' : 'light'} color="orange">
            {count}
          </Badge>
        </Group>
      ))}
    </Tile>
  );
}
