import { Box, Button, Group, SegmentedControl, Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { PhoneOff } from 'lucide-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Help } from '@/components/Help';
import { Empty, LoadError, Loading, StaleNotice } from '@/components/States';
import { usePageTitle } from '@/lib/arrival';
import { isNotFound } from '@/lib/http';
import { useLiveEvent, useLiveState } from '@/lib/live-context';
import { useMay } from '@/lib/session';
import { conversationQuery } from '../api/conversation';
import { customersQuery, type Customer } from '@/lib/simulated-customers';
import { useCreateCustomer } from '../api/customers';
import { ordersQuery } from '../api/orders';
import { CustomerBar } from './CustomerBar';
import { ErpTroubleNotice } from './inspector/ErpTroubleNotice';
import { Inspector, isTab, type Tab } from './inspector/Inspector';
import { Phone } from './phone/Phone';
import classes from './PhonePage.module.css';

/** The home page: a customer's phone, and beside it what the gateway does with each message. */
export function PhonePage() {
  const { t } = useTranslation('simulator');
  const title = usePageTitle(t('title'));
  return (
    <>
      <VisuallyHidden>
        <h1 ref={title} tabIndex={-1}>
          {t('title')}
        </h1>
      </VisuallyHidden>
      <Phones />
    </>
  );
}

function Phones() {
  const { t } = useTranslation('simulator');
  const mayWrite = useMay()('FLOWS_EDIT');
  const customers = useQuery(customersQuery);
  const create = useCreateCustomer();
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  useSimulatorEvents();

  const choose = (customer: string) =>
    void navigate({ to: '.', search: (before) => ({ ...before, customer }), replace: true });

  if (isNotFound(customers.error)) return <NoSimulator />;
  if (customers.isError && !customers.data)
    return <LoadError what={t('failed')} error={customers.error} onRetry={() => void customers.refetch()} />;
  if (!customers.data) return <PageSkeleton />;

  const customer =
    customers.data.customers.find(({ id }) => id === search.customer) ?? customers.data.customers[0];
  if (!customer)
    return (
      <Empty
        action={
          mayWrite && (
            <Button
              loading={create.isPending}
              onClick={() => create.mutate({ hiddenNumber: false }, { onSuccess: ({ id }) => choose(id) })}
            >
              {t('customers.new')}
            </Button>
          )
        }
      >
        {t('noCustomer')}
      </Empty>
    );
  return (
    <Stack gap="xs" className={classes.page}>
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="xs">
        <CustomerBar
          customers={customers.data.customers}
          current={customer}
          reachable={!customers.data.unreachable?.includes(customer.id)}
          onChoose={choose}
        />
        <Help page={t('title')} paragraphs={t('help', { returnObjects: true })} />
      </Group>
      <ErpTroubleNotice />
      <Chat key={customer.id} customer={customer} business={customers.data.business ?? t('business')} />
    </Stack>
  );
}

function Chat({ customer, business }: { customer: Customer; business: string }) {
  const { t } = useTranslation('simulator');
  const live = useLiveState() === 'live';
  const conversation = useQuery(conversationQuery(customer.id, !live));
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const narrow = useMediaQuery('(max-width: 61.99em)', false, { getInitialValueInEffect: false });
  const [pane, setPane] = useState('phone');
  const [selected, setSelected] = useState<string | null>(null);

  const showTab = (tab: Tab) =>
    void navigate({ to: '.', search: (before) => ({ ...before, tab }), replace: true });
  const select = (messageId: string, byButton: boolean) => {
    setSelected(messageId);
    showTab('wire');
    if (byButton) setPane('inspector');
  };

  if (conversation.isError && !conversation.data)
    return (
      <LoadError
        what={t('chatFailed', { name: customer.name })}
        error={conversation.error}
        onRetry={() => void conversation.refetch()}
      />
    );
  if (!conversation.data) return <ChatSkeleton />;

  return (
    <>
      {conversation.isError && (
        <StaleNotice
          error={conversation.error}
          since={conversation.dataUpdatedAt}
          onRetry={() => void conversation.refetch()}
        />
      )}
      {narrow && (
        <SegmentedControl
          value={pane}
          onChange={setPane}
          fullWidth
          aria-label={t('show')}
          data={[
            { value: 'phone', label: t('title') },
            { value: 'inspector', label: t('behind') },
          ]}
        />
      )}
      <div className={classes.panes}>
        <div className={classes.phone} hidden={narrow && pane !== 'phone'}>
          <Phone
            business={business}
            customer={customer}
            messages={conversation.data.messages}
            selected={selected}
            onSelect={select}
          />
        </div>
        <div className={classes.inspector} hidden={narrow && pane !== 'inspector'}>
          <Inspector
            conversation={conversation.data}
            tab={isTab(search.tab) ? search.tab : 'wire'}
            onTab={showTab}
            selected={selected}
          />
        </div>
      </div>
    </>
  );
}

/** An event names the customer; without one, anything may have changed. */
function useSimulatorEvents() {
  const queries = useQueryClient();
  const refresh = useCallback(
    (data: unknown) => {
      const named = typeof data === 'object' && data !== null && 'customer' in data ? data.customer : null;
      if (typeof named === 'string') void queries.invalidateQueries(conversationQuery(named));
      else void queries.invalidateQueries({ queryKey: ['simulator'] });
      void queries.invalidateQueries(ordersQuery());
      void queries.invalidateQueries(customersQuery);
    },
    [queries],
  );
  useLiveEvent('simulator', refresh);
}

function NoSimulator() {
  const { t } = useTranslation('simulator');
  return (
    <Stack align="center" py="xl">
      <PhoneOff size={40} aria-hidden />
      <p>{t('noSimulator')}</p>
    </Stack>
  );
}

function PageSkeleton() {
  const { t } = useTranslation('simulator');
  return (
    <Loading label={t('loading')}>
      <Stack gap="xs" className={classes.page}>
        <Group>
          <Skeleton h={36} w={240} />
          <Skeleton h={36} w={140} />
        </Group>
        <Panes />
      </Stack>
    </Loading>
  );
}

function ChatSkeleton() {
  const { t } = useTranslation('simulator');
  return (
    <Loading label={t('loadingChat')}>
      <Panes />
    </Loading>
  );
}

function Panes() {
  return (
    <div className={classes.panes}>
      <Box className={classes.phone}>
        <Skeleton h="100%" mih={420} radius={30} />
      </Box>
      <Stack className={classes.inspector} visibleFrom="md">
        <Skeleton h={36} />
        <Skeleton h={36} />
        <Skeleton h={36} />
      </Stack>
    </div>
  );
}
