import { Alert, Button, Stack, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { CloudOff, RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MasterDetail } from '@/components/MasterDetail';
import { Page } from '@/components/Page';
import { Empty, LoadError } from '@/components/States';
import { showFailed } from '@/components/undo';
import { gateway } from '@/lib/gateway';
import { useMay } from '@/lib/session';
import { clockTime } from '@/lib/time';
import { useRowKeys } from '@/lib/use-row-keys';
import { productsKey, useProducts, type Diff } from '../api/catalog';
import type { CatalogSearch } from '../filters';
import { DiffDialog } from './DiffDialog';
import { GoneDetail } from './GoneDetail';
import { ProductDetail } from './ProductDetail';
import { ProductList, ProductListSkeleton } from './ProductList';

/** The ERP's products, and what is ours about them. */
export function CatalogPage() {
  const { t } = useTranslation('catalog');
  const { t: common } = useTranslation();
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as CatalogSearch & { tab?: string };
  const { productId } = useParams({ strict: false }) as { productId?: string };
  const queries = useQueryClient();
  const mayEdit = useMay()('CATALOG_EDIT');
  const products = useProducts();
  const [diff, setDiff] = useState<Diff | null>(null);
  useRowKeys();
  const refresh = gateway.useMutation('post', '/api/catalog/products/refresh', {
    onSuccess: ({ diff: found, catalog }) => {
      queries.setQueryData(productsKey, catalog);
      setDiff(found);
    },
    onError: (error) => showFailed(error as Error),
  });
  const show = (next: CatalogSearch) =>
    void navigate({
      to: productId ? '/catalog/$productId' : '/catalog',
      params: { productId },
      search: next,
      replace: true,
    });
  const close = () => void navigate({ to: '/catalog', search });
  const product = products.data?.products.find(({ externalProductId }) => externalProductId === productId);
  const gone = products.data?.gone.find(({ externalProductId }) => externalProductId === productId);

  return (
    <Page
      title={t('title')}
      subtitle={t('subtitle')}
      help={t('help', { returnObjects: true })}
      fill
      actions={
        mayEdit && (
          <Button
            variant="default"
            leftSection={<RefreshCw size={16} aria-hidden />}
            loading={refresh.isPending}
            onClick={() => refresh.mutate({})}
          >
            {t('refresh')}
          </Button>
        )
      }
    >
      {products.data?.asOf && (
        <Alert color="yellow" variant="outline" py="xs" icon={<CloudOff aria-hidden />} role="status">
          <Text size="sm">{t('stale', { time: clockTime(products.data.asOf) })}</Text>
        </Alert>
      )}
      {products.isError && !products.data ? (
        <LoadError
          what={t('noList')}
          error={products.error as Error}
          onRetry={() => void products.refetch()}
        />
      ) : (
        <MasterDetail
          listLabel={t('list')}
          detailLabel={t('configuration')}
          open={productId !== undefined}
          list={
            products.data ? (
              <ProductList data={products.data} search={search} selected={productId} onSearch={show} />
            ) : (
              <ProductListSkeleton label={common('loading')} />
            )
          }
          detail={
            product ? (
              <ProductDetail
                flows={products.data?.flows ?? []}
                key={product.externalProductId}
                product={product}
                tab={search.tab}
                onBack={close}
              />
            ) : gone ? (
              <GoneDetail gone={gone} onBack={close} />
            ) : productId && products.data ? (
              <Empty action={<Button onClick={close}>{t('back')}</Button>}>
                {t('unknown', { id: productId })}
              </Empty>
            ) : (
              <Stack align="center" gap={4} py="xl">
                <Title order={2} size="h4">
                  {t('select.title')}
                </Title>
                <Text c="dimmed" size="sm">
                  {t('select.text')}
                </Text>
              </Stack>
            )
          }
        />
      )}
      <DiffDialog diff={diff} onClose={() => setDiff(null)} />
    </Page>
  );
}
