import { SegmentedControl, Stack } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '@/components/Page';
import type { OrderSearch } from '../search';
import { ErpOrders } from './ErpOrders';
import { OpenCarts } from './OpenCarts';
import { OrderList } from './OrderList';

const route = getRouteApi('/signed-in/orders');

/** Sales Orders: what was ordered, what is still in carts, and what the ERP lists itself. */
export function OrdersPage() {
  const { t } = useTranslation('orders');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const view = search.view ?? 'orders';
  const show = (next: OrderSearch) => void navigate({ search: next, replace: true });
  return (
    <Page
      title={t('title')}
      subtitle={t('subtitle')}
      help={t('help', { returnObjects: true })}
      actions={
        <SegmentedControl
          size="xs"
          aria-label={t('views.label')}
          value={view}
          onChange={(next) => show(next === 'orders' ? {} : { view: next })}
          data={[
            { value: 'orders', label: t('views.orders') },
            { value: 'carts', label: t('views.carts') },
            { value: 'erp', label: t('views.erp') },
          ]}
        />
      }
    >
      <Stack gap="md">
        {view === 'carts' && <OpenCarts />}
        {view === 'erp' && <ErpOrders />}
        {view === 'orders' && <OrderList search={search} onSearch={show} />}
      </Stack>
    </Page>
  );
}
