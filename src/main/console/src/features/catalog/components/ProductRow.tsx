import { Badge, Checkbox, Group, Switch, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { ImageOff, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { rowClasses } from '@/components/MasterDetail';
import { thumbnailPath } from '@/lib/images';
import { money } from '@/lib/money';
import { useMay } from '@/lib/session';
import type { Product } from '../api/catalog';
import type { CatalogSearch } from '../filters';
import classes from './Catalog.module.css';
import { useSwitch } from './use-switch';

type RowProps = {
  product: Product;
  search: CatalogSearch;
  selected: boolean;
  mark?: { on: boolean; set: (on: boolean) => void };
};

export function ProductRow({ product, search, selected, mark }: RowProps) {
  const { t } = useTranslation('catalog');
  const mayEdit = useMay()('CATALOG_EDIT');
  const { set } = useSwitch();
  const image = product.images[0];
  return (
    <div
      className={rowClasses.row}
      data-selected={selected || undefined}
      data-inactive={!product.active || undefined}
    >
      {mark && (
        <Checkbox
          size="xs"
          aria-label={t('mark', { name: product.name })}
          checked={mark.on}
          onChange={(event) => mark.set(event.currentTarget.checked)}
        />
      )}
      <Link
        to="/catalog/$productId"
        params={{ productId: product.externalProductId }}
        search={search}
        className={rowClasses.open}
        data-row
        aria-current={selected ? 'true' : undefined}
      >
        {image ? (
          <img src={thumbnailPath(image)} alt="" className={classes.thumb} loading="lazy" />
        ) : (
          <span className={classes.noThumb}>
            <ImageOff size={16} aria-hidden />
          </span>
        )}
        <span className={rowClasses.words}>
          <Text component="span" size="sm" fw={600} display="block" dir="auto">
            {product.name}
          </Text>
          <Text component="span" size="xs" c="dimmed" display="block">
            <span dir="ltr">{product.externalProductId}</span>
            {' · '}
            {product.priceText && product.currency
              ? money(product.priceText, product.currency)
              : t('noPrice')}
          </Text>
          <Group component="span" gap={4} mt={2}>
            {!product.active && (
              <Badge size="xs" variant="outline" color="gray" tt="none">
                {t('inactive')}
              </Badge>
            )}
            {product.flow && (
              <Badge size="xs" variant="outline" color="blue" tt="none">
                {product.flow}
              </Badge>
            )}
            {product.warnings.length > 0 && (
              <Badge
                size="xs"
                variant="outline"
                color="orange"
                tt="none"
                leftSection={<TriangleAlert size={10} aria-hidden />}
              >
                {t('checkName')}
              </Badge>
            )}
          </Group>
        </span>
      </Link>
      <Switch
        size="sm"
        aria-label={t('visibilityOf', { name: product.name })}
        checked={product.visible && product.active}
        disabled={!mayEdit || !product.active || product.problem != null}
        onChange={(event) => set(product, event.currentTarget.checked)}
      />
    </div>
  );
}
