import { Button, Group, Select, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { notify } from '@/components/notify';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { gateway } from '@/lib/gateway';
import { sessionQuery, useMay } from '@/lib/session';
import { nobody } from '../search';
import { useOrderRefresh } from '../use-order-refresh';

type AssigneeSelectProps = { order: string; number: string; assignee: string | null | undefined };

/** Who has the order; given to somebody else in place, and taken back by Undo. */
export function AssigneeSelect({ order, number, assignee }: AssigneeSelectProps) {
  const { t } = useTranslation('orders');
  const may = useMay();
  const people = useNames();
  const refresh = useOrderRefresh();
  const queries = useQueryClient();
  const assign = gateway.useMutation('post', '/api/v1/orders/{order}/assignee', {
    onSettled: refresh,
  });
  if (!may('ORDERS_SELL')) return <Text size="sm">{assignee ?? t('assignee.nobody')}</Text>;

  const give = (to: string | null, undoable: boolean) => {
    assign.mutate(
      { params: { path: { order } }, body: { assignee: to ?? undefined } },
      {
        onError: (error) =>
          notify({
            color: 'red',
            title: t('assignee.failed', { number }),
            message: error.message,
          }),
        onSuccess: () => {
          void queries.invalidateQueries({ queryKey: ['get', '/api/v1/attention'] });
          if (undoable) told(to);
        },
      },
    );
  };
  const told = (to: string | null) => {
    const id = `assigned-${order}`;
    notifications.hide(id);
    notify({
      id,
      message: (
        <Group justify="space-between">
          <Text size="sm">
            {to === null ? t('assignee.toNobody', { number }) : t('assignee.to', { number, name: to })}
          </Text>
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => {
              notifications.hide(id);
              give(assignee ?? null, false);
            }}
          >
            {t('undo')}
          </Button>
        </Group>
      ),
    });
  };
  const names = [...new Set([...people, ...(assignee ? [assignee] : [])])];
  return (
    <Select
      size="xs"
      w={140}
      aria-label={t('assignee.label', { number })}
      value={assign.isPending ? (assign.variables.body.assignee ?? nobody) : (assignee ?? nobody)}
      data={[
        { value: nobody, label: t('assignee.nobody') },
        ...names.map((name) => ({ value: name, label: name })),
      ]}
      allowDeselect={false}
      comboboxProps={{ width: 200, position: 'bottom-start' }}
      onChange={(value) => {
        const to = value === nobody ? null : value;
        if (to !== (assignee ?? null)) give(to, true);
      }}
    />
  );
}

/** Whoever has said that they are there or away, and whoever asks. */
export function useNames(): string[] {
  const may = useMay();
  const { data: session } = useQuery(sessionQuery);
  const { data } = gateway.useQuery(
    'get',
    '/api/v1/people',
    {},
    { staleTime: 60_000, enabled: may('CHATS_READ') },
  );
  const me = session?.user ? [session.user.name] : [];
  return [...new Set([...me, ...(data?.people ?? []).map(({ name }) => name)])];
}
