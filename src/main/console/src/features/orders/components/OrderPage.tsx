import { Alert, Anchor, Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ChevronLeft, Download, Flag } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ChatLink } from '@/components/ChatLink';
import { Page } from '@/components/Page';
import { Empty, LoadError, Loading, StaleNotice } from '@/components/States';
import { gateway } from '@/lib/gateway';
import { isNotFound } from '@/lib/http';
import { useLiveEvent } from '@/lib/live-context';
import { useMay } from '@/lib/session';
import { useOrderRefresh } from '../use-order-refresh';
import { AssigneeSelect } from './AssigneeSelect';
import { PaymentBadge, SourceBadge, StatusBadge } from './Badges';
import { ErpPanel } from './ErpPanel';
import { ItemsPanel } from './ItemsPanel';
import { Milestones } from './Milestones';
import { Moves } from './Moves';
import classes from './Order.module.css';
import { numberOf } from '../order';
import { Panel } from './Panel';
import { PaymentPanel } from './PaymentPanel';
import { Timeline } from './Timeline';

const route = getRouteApi('/signed-in/orders/$order');

/** One order: what is in it, how it stands, what can be done with it, and what happened. */
export function OrderPage() {
  const { t } = useTranslation('orders');
  const { order } = route.useParams();
  const { move } = route.useSearch();
  const navigate = route.useNavigate();
  const refresh = useOrderRefresh();
  const may = useMay();
  useLiveEvent('order', refresh);
  const path = { params: { path: { order } } };
  const detail = gateway.useQuery('get', '/api/v1/orders/{order}', path);
  const contents = gateway.useQuery('get', '/api/v1/orders/{order}/contents', path);

  const known = detail.data?.order;
  const number = known ? numberOf(known) : order;
  const error = detail.error;
  return (
    <Page
      title={t('detail.title', { number })}
      help={t('detail.help', { returnObjects: true })}
      badges={
        known && (
          <>
            <StatusBadge status={known.status} stale={known.stale} flag={known.flag} />
            <PaymentBadge payment={known.payment} />
            <SourceBadge source={known.source} />
          </>
        )
      }
      actions={
        known && (
          <>
            <ChatLink contact={known.contactId}>{t('openChat')}</ChatLink>
            {may('MONEY') && may('PERSONAL_DATA') && (
              <Button
                component="a"
                href={`/api/v1/orders/${encodeURIComponent(known.externalOrderId)}/evidence`}
                download={`order-${number}.json`}
                size="xs"
                variant="default"
                leftSection={<Download size={14} aria-hidden />}
              >
                {t('detail.evidence')}
              </Button>
            )}
          </>
        )
      }
    >
      <Stack gap="md">
        <Anchor component={Link} to="/orders" size="sm">
          <Group gap={4} component="span" display="inline-flex">
            <ChevronLeft size={14} aria-hidden className={classes.back} /> {t('detail.back')}
          </Group>
        </Anchor>
        {error && detail.data && (
          <StaleNotice error={error} since={detail.dataUpdatedAt} onRetry={() => void detail.refetch()} />
        )}
        {error && !detail.data && isNotFound(error) && (
          <Empty>{t('detail.unknown', { number: order })}</Empty>
        )}
        {error && !detail.data && !isNotFound(error) && (
          <LoadError what={t('detail.failed')} error={error} onRetry={() => void detail.refetch()} />
        )}
        {detail.isPending && (
          <Loading label={t('detail.loading')}>
            <Stack>
              <Skeleton h={60} />
              <Skeleton h={240} />
            </Stack>
          </Loading>
        )}
        {known && detail.data && (
          <>
            {known.flag && (
              <Alert color="red" variant="outline" icon={<Flag size={16} aria-hidden />} title={t('flagged')}>
                {known.flag}
              </Alert>
            )}
            <Milestones
              status={known.status}
              timeline={detail.data.timeline}
              pickup={contents.data?.sent?.pickup ?? false}
            />
            <Moves
              order={known}
              wanted={move}
              onWanted={(next) => void navigate({ search: { move: next }, replace: true })}
            />
            <div className={classes.columns}>
              <Stack gap="md">
                <ItemsPanel order={known} sent={contents.data?.sent} loading={contents.isPending} />
                <Panel title={t('timeline.title')}>
                  <Timeline order={known.externalOrderId} steps={detail.data.timeline} />
                </Panel>
              </Stack>
              <Stack gap="md">
                <Panel title={t('columns.customer')}>
                  <Text size="sm">{known.customer ?? t('customer.unknown')}</Text>
                  {known.phone && (
                    <Text size="sm" dir="ltr" c="dimmed">
                      {known.phone}
                    </Text>
                  )}
                  <Group gap="xs" mt="xs">
                    <Text size="sm">{t('columns.assignee')}</Text>
                    <AssigneeSelect order={known.externalOrderId} number={number} assignee={known.assignee} />
                  </Group>
                </Panel>
                <PaymentPanel order={known} />
                <ErpPanel order={known} />
              </Stack>
            </div>
          </>
        )}
      </Stack>
    </Page>
  );
}
