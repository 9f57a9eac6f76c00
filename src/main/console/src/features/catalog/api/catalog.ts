import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { gateway, type Schemas } from '@/lib/gateway';
import { useLiveEvent } from '@/lib/live-context';

export type Product = Schemas['ProductView'];
export type Products = Schemas['ProductsView'];
export type Diff = Schemas['CatalogDiff'];

export const productsKey = gateway.queryOptions('get', '/api/catalog/products').queryKey;
export const imagesKey = gateway.queryOptions('get', '/api/v1/images').queryKey;

/** All products; asked again when somebody changes one. */
export function useProducts() {
  const queries = useQueryClient();
  useLiveEvent(
    'catalog',
    useCallback(() => void queries.invalidateQueries({ queryKey: productsKey }), [queries]),
  );
  return gateway.useQuery('get', '/api/catalog/products');
}

/** Shows or hides at once, and takes it back when the gateway refuses. */
export function useVisibility(onError: (error: Error) => void) {
  const queries = useQueryClient();
  const put = (id: string, visible: boolean) =>
    queries.setQueryData<Products>(productsKey, (known) => known && withVisibility(known, id, visible));
  return gateway.useMutation('put', '/api/catalog/products/{externalProductId}/visibility', {
    onMutate: async ({ params, body }) => {
      await queries.cancelQueries({ queryKey: productsKey });
      put(params.path.externalProductId, body.visible);
    },
    onError: (error, { params, body }) => {
      put(params.path.externalProductId, !body.visible);
      onError(error as Error);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: productsKey }),
  });
}

function withVisibility(known: Products, id: string, visible: boolean): Products {
  return {
    ...known,
    products: known.products.map((product) =>
      product.externalProductId === id ? { ...product, visible } : product,
    ),
  };
}
