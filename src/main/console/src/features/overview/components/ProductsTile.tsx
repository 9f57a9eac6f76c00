import { Group, Skeleton, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AnchorLink } from '@/components/AnchorLink';
import { LoadError, Loading } from '@/components/States';
import { gateway } from '@/lib/gateway';
import { count } from '../numbers';
import { Tile } from './Tile';

const minute = 60_000;

/** How many of the ERP's products customers see. */
export function ProductsTile() {
  const { t } = useTranslation('overview');
  const products = gateway.useQuery('get', '/api/catalog/products', {}, { staleTime: minute });
  return (
    <Tile title={t('products.title')}>
      {products.isPending && (
        <Loading label={t('products.title')}>
          <Skeleton h={48} />
        </Loading>
      )}
      {products.error && !products.data && (
        <LoadError
          what={t('products.failed')}
          error={products.error}
          onRetry={() => void products.refetch()}
        />
      )}
      {products.data && (
        <Group gap="xs" align="baseline">
          <Text fw={700} fz="xl">
            {count(products.data.enabled)}
          </Text>
          <Text size="sm">{t('products.of', { all: count(products.data.products.length) })}</Text>
        </Group>
      )}
      <AnchorLink to="/catalog" size="sm" w="fit-content">
        {t('products.open')}
      </AnchorLink>
    </Tile>
  );
}
