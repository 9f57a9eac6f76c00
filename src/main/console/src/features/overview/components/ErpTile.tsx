import { Badge, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AnchorLink } from '@/components/AnchorLink';
import { LoadError, Loading } from '@/components/States';
import { RelativeTime } from '@/components/Time';
import type { Schemas } from '@/lib/gateway';
import { useErp } from '../health';
import { Tile } from './Tile';

/** Which ERP serves customers, whether it answers, and which operations are held back because it does not. */
export function ErpTile() {
  const { t } = useTranslation('overview');
  const { circuits, live, held } = useErp();
  return (
    <Tile title={t('erp.title')}>
      {circuits.isPending && (
        <Loading label={t('erp.title')}>
          <Skeleton h={24} />
        </Loading>
      )}
      {circuits.error && (
        <LoadError what={t('erp.failed')} error={circuits.error} onRetry={() => void circuits.refetch()} />
      )}
      {live && live.state !== 'LIVE' && (
        <Stack gap={2}>
          <Badge color={live.state === 'PAUSED' ? 'yellow' : 'red'}>
            {live.state === 'PAUSED' ? t('erp.paused') : t('erp.broken')}
          </Badge>
          <Text size="sm">{live.sentence}</Text>
        </Stack>
      )}
      {held?.length === 0 && (!live || live.state === 'LIVE') && (
        <Group gap="xs">
          <Badge color="teal">{t('erp.answers')}</Badge>
          <Text size="sm">{t('erp.answersText')}</Text>
        </Group>
      )}
      {held?.map((circuit) => (
        <Held key={`${circuit.system} ${circuit.operation}`} circuit={circuit} />
      ))}
      {live && (
        <AnchorLink to="/erp" size="sm" w="fit-content">
          {live.profile}
        </AnchorLink>
      )}
    </Tile>
  );
}

function Held({ circuit }: { circuit: Schemas['CircuitView'] }) {
  const { t } = useTranslation('overview');
  return (
    <Stack gap={2}>
      <Group gap="xs">
        <Badge color={circuit.state === 'open' ? 'red' : 'yellow'}>
          {circuit.state === 'open' ? t('erp.held') : t('erp.trying')}
        </Badge>
        <Text size="sm" fw={600}>
          {circuit.operation}
        </Text>
        <Text size="xs" c="dimmed">
          <RelativeTime at={circuit.since} />
        </Text>
      </Group>
      {circuit.lastError && <Text size="xs">{circuit.lastError}</Text>}
    </Stack>
  );
}
