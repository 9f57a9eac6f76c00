import { Group, Skeleton, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AnchorLink } from '@/components/AnchorLink';
import { LoadError, Loading } from '@/components/States';
import { gateway } from '@/lib/gateway';
import { count } from '../numbers';
import { Tile } from './Tile';

/** How many products the menu of a customer has now. */
export function EnabledProductsTile() {
  const { t } = useTranslation('overview');
  const menu = gateway.useQuery('get', '/api/v1/enabled-products');
  return (
    <Tile title={t('enabled.title')}>
      {menu.isPending && (
        <Loading label={t('enabled.title')}>
          <Skeleton h={32} />
        </Loading>
      )}
      {menu.error && (
        <LoadError what={t('enabled.failed')} error={menu.error} onRetry={() => void menu.refetch()} />
      )}
      {menu.data && (
        <Group gap="xs" align="baseline">
          <Text fw={700} fz="xl">
            {count(menu.data.products.length)}
          </Text>
          <Text size="sm">{t('enabled.text')}</Text>
        </Group>
      )}
      <AnchorLink to="/catalog" search={{ show: 'visible' }} size="sm" w="fit-content">
        {t('enabled.open')}
      </AnchorLink>
    </Tile>
  );
}
