import { ActionIcon, Anchor, Button, Group, List, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { notify } from '@/components/notify';
import { Loading, LoadError } from '@/components/States';
import { RelativeTime } from '@/components/Time';
import { gateway } from '@/lib/gateway';
import { money } from '@/lib/money';
import { useMay } from '@/lib/session';
import type { Chat } from '../api/chats';
import { useHold } from '../api/hold';
import { useSendMessage } from '../api/send';
import { useWindow } from '../api/window';
import classes from './Chats.module.css';
import { useColleague } from './owner';

/** Whom a chat is with: what the ERP and the flow know of them, and what can be sent from the menu. */
export function CustomerPanel({ chat, alone }: { chat: Chat; alone: boolean }) {
  const { t } = useTranslation('chats');
  const navigate = useNavigate();
  const may = useMay();
  const path = { params: { path: { contactId: chat.contactId } } };
  const state = gateway.useQuery('get', '/api/v1/conversations/{contactId}/state', path);
  const orders = gateway.useQuery('get', '/api/v1/conversations/{contactId}/orders', path, {
    enabled: may('ORDERS_READ'),
  });
  return (
    <aside
      className={classes.info}
      aria-label={t('info.title')}
      data-alone={alone || undefined}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling box must be reachable by keyboard
      tabIndex={0}
    >
      <Group gap="xs" wrap="nowrap">
        <ActionIcon
          variant="subtle"
          size="lg"
          className={classes.infoButton}
          aria-label={t('info.back')}
          onClick={() => void navigate({ to: '.', search: (before) => ({ ...before, pane: undefined }) })}
        >
          <ArrowLeft size={18} aria-hidden className={classes.flips} />
        </ActionIcon>
        <Title order={2} size="h5">
          {t('info.title')}
        </Title>
      </Group>
      {state.isError && (
        <LoadError
          what={t('info.failed')}
          error={state.error as Error}
          onRetry={() => void state.refetch()}
        />
      )}
      <dl className={classes.facts}>
        <Fact name={t('info.phone')}>
          <span dir="ltr">{chat.phone ?? '–'}</span>
        </Fact>
        <Fact name={t('info.erp')}>{state.data?.externalCustomerId ?? t('info.noErp')}</Fact>
        <Fact name={t('info.flow')}>
          {state.data?.flow
            ? t('thread.step', { flow: state.data.flow, step: state.data.step ?? '' })
            : t('info.noFlow')}
        </Fact>
        <Fact name={t('info.cart')}>
          {!state.data || state.data.cart.length === 0 ? (
            t('info.emptyCart')
          ) : (
            <List size="sm" listStyleType="none">
              {state.data.cart.map(({ name, qty }, index) => (
                <List.Item key={`${index}-${name}`}>
                  {qty} × {name}
                </List.Item>
              ))}
            </List>
          )}
        </Fact>
        {chat.waitingSince && (
          <Fact name={t('info.waiting')}>
            <RelativeTime at={chat.waitingSince} />
          </Fact>
        )}
        {chat.team && <Fact name={t('info.team')}>{chat.team}</Fact>}
        {may('ORDERS_READ') && (
          <Fact name={t('info.orders')}>
            {!orders.data || orders.data.orders.length === 0 ? (
              t('info.noOrders')
            ) : (
              <List size="sm" listStyleType="none">
                {orders.data.orders.map(({ externalOrderId, orderNumber, total, currency }) => (
                  <List.Item key={externalOrderId}>
                    <Anchor href={`/orders/${encodeURIComponent(externalOrderId)}`} size="sm">
                      {orderNumber ?? externalOrderId}
                    </Anchor>{' '}
                    {may('MONEY') && total && currency && (
                      <Text component="span" size="sm" c="dimmed">
                        {money(total, currency)}
                      </Text>
                    )}
                  </List.Item>
                ))}
              </List>
            )}
          </Fact>
        )}
      </dl>
      <EnabledProducts chat={chat} />
    </aside>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Exactly what the customer's menu shows now. */
function EnabledProducts({ chat }: { chat: Chat }) {
  const { t } = useTranslation('chats');
  const may = useMay();
  const menu = gateway.useQuery('get', '/api/v1/enabled-products');
  const { open } = useWindow(chat);
  const colleague = useColleague(chat);
  const { send, isPending, error } = useSendMessage(chat.contactId);
  const held = useHold(chat.contactId);
  const sendable = may('CHATS_ANSWER') && open && colleague === null && held === null;
  return (
    <section aria-label={t('info.products')}>
      <Title order={3} size="h6">
        {t('info.products')}
        {menu.data && ` (${menu.data.products.length})`}
      </Title>
      <Text size="xs" c="dimmed">
        {t('info.productsText')}
      </Text>
      {error && (
        <Text size="sm" c="red" role="alert">
          {t('composer.failed', { why: error.message })}
        </Text>
      )}
      {menu.isError ? (
        <LoadError
          what={t('info.productsFailed')}
          error={menu.error as Error}
          onRetry={() => void menu.refetch()}
        />
      ) : !menu.data ? (
        <Loading label={t('info.products')}>
          <Skeleton height={60} mt="xs" />
        </Loading>
      ) : menu.data.products.length === 0 ? (
        <Text size="sm">{t('info.noProducts')}</Text>
      ) : (
        <Stack component="ul" gap={4} className={classes.plain} mt="xs">
          {menu.data.products.map(({ externalProductId, name, price, currency }) => (
            <li key={externalProductId} className={classes.product}>
              <span>
                <Text component="span" size="sm">
                  {name}
                </Text>{' '}
                {price != null && currency && (
                  <Text component="span" size="xs" c="dimmed" className={classes.price}>
                    {money(String(price), currency)}
                  </Text>
                )}
              </span>
              {sendable && (
                <Button
                  size="compact-xs"
                  variant="default"
                  disabled={isPending}
                  aria-label={t('info.sendProduct', { name })}
                  onClick={() =>
                    send({ product: { id: externalProductId } }, () =>
                      notify({ message: t('info.sent', { name }) }),
                    )
                  }
                >
                  {t('composer.send')}
                </Button>
              )}
            </li>
          ))}
        </Stack>
      )}
    </section>
  );
}
