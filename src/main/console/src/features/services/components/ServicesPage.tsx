import {
  Badge,
  Button,
  Card,
  Center,
  Group,
  Modal,
  SegmentedControl,
  Skeleton,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { notify } from '@/components/notify';
import { keepPreviousData, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChatLink } from '@/components/ChatLink';
import { Page } from '@/components/Page';
import { Empty, LoadError, Loading, NothingMatches, StaleNotice } from '@/components/States';
import { RelativeTime } from '@/components/Time';
import { newestId } from '@/lib/first-page';
import { gateway, type Schemas } from '@/lib/gateway';
import { useMay } from '@/lib/session';
import { Countdown } from './Countdown';

const route = getRouteApi('/signed-in/services');
const states = ['ready', 'active', 'expired', 'closed'] as const;
const colours = { ready: 'blue', active: 'teal', expired: 'orange', closed: 'gray' } as const;

type Service = Schemas['ServiceView'];

/** Services: paid time with a person, and how much of it is left. */
export function ServicesPage() {
  const { t } = useTranslation('services');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const state = states.find((known) => known === search.state);
  const list = gateway.useInfiniteQuery(
    'get',
    '/api/v1/services',
    { params: { query: { state, limit: 50 } } },
    {
      pageParamName: 'before',
      initialPageParam: newestId,
      getNextPageParam: ({ services }: { services: { id: number }[] }) =>
        services.length < 50 ? undefined : services.at(-1)?.id,
      placeholderData: keepPreviousData,
      // Starts and ends are kept every few seconds.
      refetchInterval: 10_000,
    },
  );
  const error = list.error;
  const services = list.data?.pages.flatMap((page) => page.services) ?? [];
  return (
    <Page
      title={t('title')}
      subtitle={t('subtitle')}
      help={t('help', { returnObjects: true })}
      actions={
        <SegmentedControl
          size="xs"
          aria-label={t('filter')}
          value={state ?? ''}
          onChange={(next) =>
            void navigate({ search: { state: next === '' ? undefined : next }, replace: true })
          }
          data={[
            { value: '', label: t('all') },
            ...states.map((known) => ({ value: known, label: t(`state.${known}`) })),
          ]}
        />
      }
    >
      <Stack gap="sm">
        {error && list.data && (
          <StaleNotice error={error} since={list.dataUpdatedAt} onRetry={() => void list.refetch()} />
        )}
        {error && !list.data && (
          <LoadError what={t('failed')} error={error} onRetry={() => void list.refetch()} />
        )}
        {list.isPending && (
          <Loading label={t('loading')}>
            <Stack gap="xs">
              <Skeleton h={96} />
              <Skeleton h={96} />
            </Stack>
          </Loading>
        )}
        {list.data &&
          services.length === 0 &&
          (state ? (
            <NothingMatches onClear={() => void navigate({ search: {}, replace: true })} />
          ) : (
            <Empty>{t('empty')}</Empty>
          ))}
        {services.map((service) => (
          <ServiceCard key={service.id} service={service} listedAt={list.dataUpdatedAt} />
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
    </Page>
  );
}

function ServiceCard({ service, listedAt }: { service: Service; listedAt: number }) {
  const { t } = useTranslation('services');
  const state = states.find((known) => known === service.state) ?? 'closed';
  const order = service.orderNumber ?? service.externalOrderId;
  return (
    <Card
      withBorder
      p="sm"
      component="section"
      aria-label={t('of', { product: service.product.name, order })}
    >
      <Group justify="space-between" align="flex-start">
        <Stack gap={4}>
          <Group gap="xs">
            <Text fw={600}>{service.product.name}</Text>
            <Badge variant="light" color={colours[state]} tt="none">
              {t(`state.${state}`)}
            </Badge>
          </Group>
          <Group gap="xs">
            <Button
              renderRoot={(props) => (
                <Link to="/orders/$order" params={{ order: service.externalOrderId }} {...props} />
              )}
              size="compact-xs"
              variant="default"
            >
              {t('order', { order })}
            </Button>
            <ChatLink contact={service.contactId}>{t('chat')}</ChatLink>
          </Group>
          <When service={service} />
        </Stack>
        <Stack gap={4} align="flex-end">
          <Countdown service={service} listedAt={listedAt} />
          <Text size="xs" c="dimmed">
            {t('paid', { count: service.paidMinutes })}
          </Text>
          <Actions service={service} order={order} />
        </Stack>
      </Group>
    </Card>
  );
}

function When({ service }: { service: Service }) {
  const { t } = useTranslation('services');
  const times: [string, string | null | undefined][] = [
    [t('when.ready'), service.startedAt ? null : service.readyAt],
    [t('when.started'), service.startedAt],
    [t('when.asked'), service.askedAt],
    [service.closedBy ? t('when.closedBy', { name: service.closedBy }) : t('when.closed'), service.closedAt],
  ];
  return (
    <Text size="xs" c="dimmed">
      {times
        .filter((entry): entry is [string, string] => entry[1] != null)
        .map(([label, at], index) => (
          <span key={label}>
            {index > 0 && ' · '}
            {label} <RelativeTime at={at} />
          </span>
        ))}
      {service.closeReason && ` · ${service.closeReason}`}
    </Text>
  );
}

function Actions({ service, order }: { service: Service; order: string }) {
  const { t } = useTranslation('services');
  const { t: common } = useTranslation();
  const may = useMay();
  const queries = useQueryClient();
  const [closing, setClosing] = useState(false);
  const [reason, setReason] = useState('');
  const refresh = () => void queries.invalidateQueries({ queryKey: ['get', '/api/v1/services'] });
  const failed = (error: unknown) =>
    notify({ color: 'red', title: t('notDone'), message: (error as Error).message });
  const ask = gateway.useMutation('post', '/api/v1/services/{id}/ask-to-renew', {
    onSuccess: () => notify({ message: t('asked') }),
    onError: failed,
    onSettled: refresh,
  });
  const close = gateway.useMutation('post', '/api/v1/services/{id}/close', {
    onSuccess: () => setClosing(false),
    onError: failed,
    onSettled: refresh,
  });
  if (!may('SERVICES_RUN') || service.state === 'closed') return null;
  const params = { path: { id: service.id } };
  return (
    <Group gap="xs">
      <Button
        size="compact-sm"
        variant="default"
        loading={ask.isPending}
        onClick={() => ask.mutate({ params })}
      >
        {t('ask')}
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => setClosing(true)}>
        {t('close')}
      </Button>
      <Modal
        opened={closing}
        onClose={() => setClosing(false)}
        title={t('closeTitle', { product: service.product.name, order })}
        closeButtonProps={{ 'aria-label': common('close') }}
      >
        <Stack gap="sm">
          <Text size="sm">{t('closeText')}</Text>
          <TextInput
            label={t('reason')}
            maxLength={500}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setClosing(false)}>
              {t('cancel')}
            </Button>
            <Button
              loading={close.isPending}
              onClick={() => close.mutate({ params, body: { reason: reason === '' ? undefined : reason } })}
            >
              {t('close')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </Group>
  );
}
