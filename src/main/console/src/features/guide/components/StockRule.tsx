import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { gateway } from '@/lib/gateway';

/** How stock is reserved, in words. */
export function StockRule() {
  const { t } = useTranslation('guide');
  const settings = gateway.useQuery('get', '/api/v1/settings/store');
  if (!settings.data) return null;
  const { store, holdsStock } = settings.data;
  return (
    <Text size="sm">
      {t('stock.title')}{' '}
      {store.reserveMinutes && holdsStock
        ? t('stock.held', { minutes: store.reserveMinutes })
        : t('stock.lookedAt')}
    </Text>
  );
}
