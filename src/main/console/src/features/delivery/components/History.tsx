import { Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LoadError, Loading } from '@/components/States';
import { RelativeTime } from '@/components/Time';
import { gateway, type Schemas } from '@/lib/gateway';

const most = 20;

/** Who changed which row; orders keep the charge they were made with. */
export function History() {
  const { t } = useTranslation('delivery');
  const { t: common } = useTranslation();
  const changes = gateway.useQuery('get', '/api/delivery-charges/changes');
  return (
    <Stack gap="xs" maw={860}>
      <Title order={2} size="h5">
        {t('history.title')}
      </Title>
      {changes.isError && !changes.data ? (
        <LoadError
          what={t('history.noList')}
          error={changes.error as Error}
          onRetry={() => void changes.refetch()}
        />
      ) : !changes.data ? (
        <Loading label={common('loading')}>
          <Skeleton h={60} />
        </Loading>
      ) : changes.data.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('history.empty')}
        </Text>
      ) : (
        <Table fz="sm" verticalSpacing={6} aria-label={t('history.title')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('history.when')}</Table.Th>
              <Table.Th>{t('history.who')}</Table.Th>
              <Table.Th>{t('history.what')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {changes.data.slice(0, most).map((change) => (
              <Table.Tr key={`${change.at} ${JSON.stringify(change)}`}>
                <Table.Td>
                  <RelativeTime at={change.at} />
                </Table.Td>
                <Table.Td>{change.by}</Table.Td>
                <Table.Td>
                  <Change change={change} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <Text size="xs" c="dimmed">
        {t('history.text')}
      </Text>
    </Stack>
  );
}

function Change({ change }: { change: Schemas['ChangeView'] }) {
  const { t } = useTranslation('delivery');
  const words = (band: Schemas['BandView']) =>
    band.max == null
      ? t('history.open', { min: band.min, charge: band.charge })
      : t('history.band', { min: band.min, max: band.max, charge: band.charge });
  if (change.gaps) return t('history.gaps', { policy: t(`policy.${change.gaps}`) });
  if (change.before && change.after)
    return t('history.changed', { before: words(change.before), after: words(change.after) });
  if (change.after) return t('history.added', { band: words(change.after) });
  return change.before ? t('history.removed', { band: words(change.before) }) : null;
}
