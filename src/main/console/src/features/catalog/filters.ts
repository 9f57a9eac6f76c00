import type { Product } from './api/catalog';

export type CatalogSearch = { q?: string; show?: string };
/** What of the products is listed; all of them without one. */
export const shows = ['visible', 'hidden', 'noPrice', 'noFlow', 'services', 'warnings'] as const;
export type Show = (typeof shows)[number];

const is: Record<Show, (product: Product) => boolean> = {
  visible: (product) => product.active && product.visible,
  hidden: (product) => !product.visible || !product.active,
  noPrice: (product) => product.price == null,
  noFlow: (product) => !product.flow,
  services: (product) => product.kind === 'service',
  warnings: (product) => product.warnings.length > 0,
};

export function matching(products: Product[], { q, show }: CatalogSearch): Product[] {
  const words = (q ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const shown = shows.find((known) => known === show);
  return products.filter(
    (product) =>
      (!shown || is[shown](product)) &&
      words.every((word) =>
        `${product.name} ${product.externalProductId} ${product.sku}`.toLowerCase().includes(word),
      ),
  );
}
