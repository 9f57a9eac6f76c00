import { Anchor, Badge, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { gateway } from '@/lib/gateway';
import { useCategoryName } from '../use-category-name';

/** What waits for a person, in a few lines: for a page that shows more than this. */
export function AttentionTile() {
  const { t } = useTranslation('attention');
  const name = useCategoryName();
  const { data } = gateway.useQuery(
    'get',
    '/api/v1/attention',
    { params: { query: { limit: 0 } } },
    { refetchInterval: 60_000 },
  );
  const waiting = data?.categories.filter(({ count }) => count > 0) ?? [];
  return (
    <Paper withBorder p="sm" component="section" aria-label={t('title')}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h5">
          {t('title')}
        </Title>
        {data && <Badge variant="default">{data.count}</Badge>}
      </Group>
      <Stack gap={4}>
        {data && waiting.length === 0 && <Text size="sm">{t('nothing')}</Text>}
        {waiting.map(({ category, count }) => (
          <Group key={category} justify="space-between">
            <Anchor
              renderRoot={(props) => <Link to="/attention" search={{ category }} {...props} />}
              size="sm"
            >
              {name(category)}
            </Anchor>
            <Text size="sm">{count}</Text>
          </Group>
        ))}
      </Stack>
    </Paper>
  );
}
