import { Badge, Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Expandable } from '@/components/Expandable';
import { JsonBlock } from '@/components/JsonBlock';
import { Empty, LoadError, Loading } from '@/components/States';
import { RelativeTime } from '@/components/Time';
import { gateway, type Schemas } from '@/lib/gateway';
import { useMay } from '@/lib/session';
import { DecisionDialog } from './DecisionDialog';

export type Doubt = Schemas['Doubt'];

/** Writes whose end nobody knows: what was asked, why it is not known, and the decision a person can take. */
export function DoubtsTab() {
  const { t } = useTranslation('operations');
  const doubts = gateway.useQuery('get', '/api/erp/doubts', {}, { refetchInterval: 10_000 });
  const [decided, setDecided] = useState<Doubt | null>(null);
  if (doubts.isPending)
    return (
      <Loading label={t('tabs.doubts')}>
        <Skeleton h={36} mb="xs" />
        <Skeleton h={36} />
      </Loading>
    );
  if (doubts.error)
    return <LoadError what={t('doubts.failed')} error={doubts.error} onRetry={() => void doubts.refetch()} />;
  if (doubts.data.doubts.length === 0) return <Empty>{t('doubts.empty')}</Empty>;
  return (
    <Stack gap={0}>
      {doubts.data.doubts.map((doubt) => (
        <DoubtLine key={`${doubt.contactId} ${doubt.key}`} doubt={doubt} onDecide={() => setDecided(doubt)} />
      ))}
      {decided && <DecisionDialog doubt={decided} onClose={() => setDecided(null)} />}
    </Stack>
  );
}

function DoubtLine({ doubt, onDecide }: { doubt: Doubt; onDecide: () => void }) {
  const { t } = useTranslation('operations');
  const may = useMay();
  const [open, setOpen] = useState(false);
  return (
    <Expandable
      open={open}
      onToggle={() => setOpen(!open)}
      summary={
        <Group gap="xs">
          <Text span size="sm" fw={600} dir="ltr">
            {doubt.operation}
          </Text>
          <Badge color={doubt.state === 'manual' ? 'red' : 'yellow'}>
            {doubt.state === 'manual' ? t('doubts.manual') : t('doubts.asked')}
          </Badge>
          <Text span size="xs" c="dimmed">
            <RelativeTime at={doubt.openedAt} />
          </Text>
        </Group>
      }
    >
      <Stack gap="sm">
        {doubt.reason && <Text size="sm">{doubt.reason}</Text>}
        <Text size="sm">
          {t('doubts.lookFor')} <code dir="ltr">{doubt.key}</code>
        </Text>
        <JsonBlock label={t('doubts.request')} value={parsed(doubt.request)} />
        {may('OPERATIONS_RUN') && (
          <Group>
            <Button size="xs" onClick={onDecide}>
              {t('doubts.decide')}
            </Button>
          </Group>
        )}
      </Stack>
    </Expandable>
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
