import { gateway } from './gateway';

/** The currencies that the ERP names for its products; undefined until it has answered. */
export function useCurrencies(): string[] | undefined {
  const products = gateway.useQuery('get', '/api/catalog/products', {}, { staleTime: 60_000, retry: false });
  return (
    products.data && [
      ...new Set(products.data.products.flatMap(({ currency }) => (currency ? [currency] : []))),
    ]
  );
}
