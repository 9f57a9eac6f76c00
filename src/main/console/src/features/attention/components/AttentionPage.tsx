import { Badge, Button, Card, Center, Group, NavLink, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '@/components/Page';
import { Empty, LoadError, Loading } from '@/components/States';
import { RelativeTime } from '@/components/Time';
import { useNotices } from '@/components/use-notices';
import { oldestPlace } from '@/lib/first-page';
import { gateway } from '@/lib/gateway';
import { useLiveEvent } from '@/lib/live-context';
import { useMay } from '@/lib/session';
import { useCategoryName } from '@/components/use-category-name';
import classes from './Attention.module.css';
import { Deal } from './Deal';
import { OpenNotices } from './OpenNotices';
import { Unmatched } from './Unmatched';

const route = getRouteApi('/signed-in/attention');
const questions = 'questions';
const notices = 'notices';

/** Needs attention: all that waits for a person, the longest first, each with a way to deal with it. */
export function AttentionPage() {
  const { t } = useTranslation('attention');
  const name = useCategoryName();
  const may = useMay();
  const search = route.useSearch();
  const queries = useQueryClient();
  const refresh = useCallback(
    () =>
      void queries.invalidateQueries({
        predicate: ({ queryKey: [, path] }) =>
          typeof path === 'string' && path.startsWith('/api/v1/attention'),
      }),
    [queries],
  );
  useLiveEvent('order', refresh);
  useLiveEvent('desk', refresh);
  useLiveEvent('conversation', refresh);
  const open = useNotices().list.data ?? [];
  const all = gateway.useQuery(
    'get',
    '/api/v1/attention',
    { params: { query: { limit: 0 } } },
    { refetchInterval: 30_000 },
  );
  const categories = all.data?.categories ?? [];
  const chosen =
    search.category ?? categories.find(({ count }) => count > 0)?.category ?? categories[0]?.category;
  const shown = categories.find(({ category }) => category === chosen);
  return (
    <Page
      title={t('title')}
      subtitle={t('subtitle')}
      help={t('help', { returnObjects: true })}
      badges={all.data && <Badge variant="default">{all.data.count}</Badge>}
    >
      {all.isPending && (
        <Loading label={t('loading')}>
          <Stack>
            <Skeleton h={36} />
            <Skeleton h={120} />
          </Stack>
        </Loading>
      )}
      {all.error && !all.data && (
        <LoadError what={t('failed')} error={all.error} onRetry={() => void all.refetch()} />
      )}
      {all.data && (
        <div className={classes.columns}>
          <nav aria-label={t('categories')}>
            {categories.map(({ category, count }) => (
              <NavLink
                key={category}
                renderRoot={(props) => <Link to="/attention" search={{ category }} {...props} />}
                label={name(category)}
                active={category === chosen}
                aria-current={category === chosen ? 'true' : undefined}
                rightSection={
                  <Badge variant={count > 0 ? 'filled' : 'default'} size="sm">
                    {count}
                  </Badge>
                }
              />
            ))}
            <NavLink
              renderRoot={(props) => <Link to="/attention" search={{ category: notices }} {...props} />}
              label={t('notices')}
              active={chosen === notices}
              aria-current={chosen === notices ? 'true' : undefined}
              rightSection={
                <Badge variant={open.length > 0 ? 'filled' : 'default'} size="sm">
                  {open.length}
                </Badge>
              }
            />
            {may('FLOWS_READ') && (
              <NavLink
                renderRoot={(props) => <Link to="/attention" search={{ category: questions }} {...props} />}
                label={t('questions.title')}
                active={chosen === questions}
                aria-current={chosen === questions ? 'true' : undefined}
              />
            )}
          </nav>
          {chosen === questions ? (
            <Unmatched />
          ) : chosen === notices ? (
            <OpenNotices />
          ) : (
            shown && <Category category={shown.category} meaning={shown.meaning} onDealt={refresh} />
          )}
        </div>
      )}
    </Page>
  );
}

type CategoryProps = { category: string; meaning: string; onDealt: () => void };

function Category({ category, meaning, onDealt }: CategoryProps) {
  const { t } = useTranslation('attention');
  const name = useCategoryName();
  const list = gateway.useInfiniteQuery(
    'get',
    '/api/v1/attention/{name}',
    { params: { path: { name: category }, query: { limit: 50 } } },
    {
      pageParamName: 'after',
      initialPageParam: oldestPlace,
      getNextPageParam: ({ next }: { next?: string | null }) => next ?? undefined,
    },
  );
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Stack gap="sm" component="section" aria-label={name(category)}>
      <Title order={2} size="h4">
        {name(category)}
      </Title>
      <Text size="sm" c="dimmed">
        {meaning}
      </Text>
      {list.isPending && (
        <Loading label={t('loading')}>
          <Skeleton h={64} />
        </Loading>
      )}
      {list.error && !list.data && (
        <LoadError what={t('failed')} error={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.data && items.length === 0 && <Empty>{t('empty')}</Empty>}
      {items.map((item) => (
        <Card key={item.id} withBorder p="sm">
          <Group justify="space-between">
            <div className={classes.todo}>
              <Text size="sm">{item.todo}</Text>
              <Text size="xs" c="dimmed">
                {t('since')} <RelativeTime at={item.since} />
                {item.due && (
                  <>
                    {' · '}
                    {item.overdue ? t('overdue') : t('due')} <RelativeTime at={item.due} />
                  </>
                )}
              </Text>
            </div>
            <Deal category={category} item={item} onDealt={onDealt} />
          </Group>
        </Card>
      ))}
      {list.hasNextPage && (
        <Center>
          <Button
            variant="default"
            loading={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {t('more')}
          </Button>
        </Center>
      )}
    </Stack>
  );
}
