import { Button, Group } from '@mantine/core';
import { notify } from '@/components/notify';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ChatLink } from '@/components/ChatLink';
import { gateway, type Schemas } from '@/lib/gateway';
import { sessionQuery, useMay } from '@/lib/session';
import { placeOf } from '../places';

type DealProps = { category: string; item: Schemas['AttentionItemView']; onDealt: () => void };

/** The one click by which something is dealt with, and the way to where it stands. */
export function Deal({ category, item, onDealt }: DealProps) {
  const { t } = useTranslation('attention');
  const place = placeOf(item, item.id);
  if (category === 'unknown')
    return (
      <Button
        renderRoot={(props) => <Link to="/operations" search={{ tab: 'doubts' }} {...props} />}
        size="compact-sm"
      >
        {t('decide')}
      </Button>
    );
  if (category === 'failed-messages' || category === 'dead-letters')
    return (
      <Button
        renderRoot={(props) => (
          <Link
            to="/operations"
            search={{ tab: category === 'failed-messages' ? 'failed' : 'queues' }}
            {...props}
          />
        )}
        size="compact-sm"
      >
        {t('seeToIt')}
      </Button>
    );
  if (place.kind === 'chat')
    return (
      <Group gap="xs">
        {category === 'unassigned-chats' && <TakeChat contact={place.contact} onDealt={onDealt} />}
        <ChatLink contact={place.contact}>{t('openChat')}</ChatLink>
      </Group>
    );
  if (place.kind === 'template')
    return (
      <Button
        renderRoot={(props) => <Link to="/templates/$name" params={{ name: place.name }} {...props} />}
        size="compact-sm"
        variant="default"
      >
        {t('openTemplate')}
      </Button>
    );
  if (place.kind === 'mapping')
    return (
      <Button
        renderRoot={(props) => (
          <Link to="/templates" search={{ view: 'mappings', event: place.event }} {...props} />
        )}
        size="compact-sm"
        variant="default"
      >
        {t('openTemplate')}
      </Button>
    );
  if (place.kind === 'other') return null;
  return (
    <Group gap="xs">
      {category === 'unassigned-orders' && <TakeOrder order={place.order} onDealt={onDealt} />}
      {category === 'pending' && <ConfirmLink order={place.order} />}
      {category === 'held-news' && place.status && (
        <RetryNews order={place.order} status={place.status} onDealt={onDealt} />
      )}
      <Button
        renderRoot={(props) => <Link to="/orders/$order" params={{ order: place.order }} {...props} />}
        size="compact-sm"
        variant="default"
      >
        {t('openOrder')}
      </Button>
    </Group>
  );
}

function useTold(onDealt: () => void) {
  const { t } = useTranslation('attention');
  return {
    onError: (error: unknown) =>
      notify({ color: 'red', title: t('notDone'), message: (error as Error).message }),
    onSettled: onDealt,
  };
}

function useMe(): string | undefined {
  return useQuery(sessionQuery).data?.user?.name;
}

function TakeOrder({ order, onDealt }: { order: string; onDealt: () => void }) {
  const { t } = useTranslation('attention');
  const may = useMay();
  const me = useMe();
  const take = gateway.useMutation('post', '/api/v1/orders/{order}/assignee', useTold(onDealt));
  if (!may('ORDERS_SELL')) return null;
  return (
    <Button
      size="compact-sm"
      loading={take.isPending}
      onClick={() => take.mutate({ params: { path: { order } }, body: { assignee: me } })}
    >
      {t('take')}
    </Button>
  );
}

function TakeChat({ contact, onDealt }: { contact: string; onDealt: () => void }) {
  const { t } = useTranslation('attention');
  const may = useMay();
  const me = useMe();
  const take = gateway.useMutation('post', '/api/v1/conversations/{contactId}/assignee', useTold(onDealt));
  if (!may('CHATS_ANSWER')) return null;
  return (
    <Button
      size="compact-sm"
      loading={take.isPending}
      onClick={() =>
        take.mutate({ params: { path: { contactId: Number(contact) } }, body: { assignee: me } })
      }
    >
      {t('take')}
    </Button>
  );
}

/** To the dialog that confirms it, with what its customer is told. */
function ConfirmLink({ order }: { order: string }) {
  const { t } = useTranslation('attention');
  const may = useMay();
  if (!may('ORDERS_FULFIL')) return null;
  return (
    <Button
      renderRoot={(props) => (
        <Link to="/orders/$order" params={{ order }} search={{ move: 'confirmed' }} {...props} />
      )}
      size="compact-sm"
    >
      {t('confirm')}
    </Button>
  );
}

type RetryNewsProps = { order: string; status: string; onDealt: () => void };

function RetryNews({ order, status, onDealt }: RetryNewsProps) {
  const { t } = useTranslation('attention');
  const may = useMay();
  const told = useTold(onDealt);
  const retry = gateway.useMutation('post', '/api/v1/orders/{order}/notices/{status}/retry', {
    ...told,
    onSuccess: (notice) => {
      if (notice.state !== 'sent')
        notify({ color: 'yellow', title: t('stillWaits'), message: notice.reason ?? '' });
    },
  });
  if (!may('ORDERS_FULFIL')) return null;
  return (
    <Button
      size="compact-sm"
      loading={retry.isPending}
      onClick={() => retry.mutate({ params: { path: { order, status } } })}
    >
      {t('retry')}
    </Button>
  );
}
