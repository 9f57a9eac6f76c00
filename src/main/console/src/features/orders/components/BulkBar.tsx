import { Button, Group, Paper, Select, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isStatus } from '../status';
import { BulkDialog } from './BulkDialog';
import type { Order } from '../order';

type BulkBarProps = {
  orders: Order[];
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
};

/** What can be done with several orders at once. */
export function BulkBar({ orders, chosen, onChoose }: BulkBarProps) {
  const { t } = useTranslation('orders');
  const [status, setStatus] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const wanted = orders.filter(({ externalOrderId }) => chosen.has(externalOrderId));
  const moves = [...new Set(wanted.flatMap(({ moves: theirs }) => theirs))].filter(isStatus);
  if (wanted.length === 0) return null;
  return (
    <Paper withBorder p="xs" role="region" aria-label={t('bulk.label')}>
      <Group gap="sm">
        <Text size="sm">{t('bulk.chosen', { count: wanted.length })}</Text>
        <Select
          size="xs"
          aria-label={t('bulk.status')}
          placeholder={t('bulk.status')}
          value={status}
          data={moves.map((move) => ({ value: move, label: t(`status.${move}`) }))}
          onChange={setStatus}
        />
        <Button size="xs" disabled={status === null || !isStatus(status)} onClick={() => setOpen(true)}>
          {t('bulk.apply')}
        </Button>
        <Button size="xs" variant="default" onClick={() => onChoose(new Set())}>
          {t('bulk.none')}
        </Button>
      </Group>
      {open && status !== null && isStatus(status) && (
        <BulkDialog
          orders={wanted}
          status={status}
          onClose={() => {
            setOpen(false);
            onChoose(new Set());
          }}
        />
      )}
    </Paper>
  );
}
