import { Anchor, Badge, Button, Group, NumberInput, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ListRow } from '@/components/ListRow';
import { Time } from '@/components/Time';
import { gateway } from '@/lib/gateway';
import { money } from '@/lib/money';
import type { Product } from '../api/catalog';
import classes from './Catalog.module.css';

/** What the ERP says, and what customers see of it. */
export function Overview({ product }: { product: Product }) {
  const { t } = useTranslation('catalog');
  const facts: [string, string | null][] = [
    [t('fields.name'), product.name],
    [t('fields.description'), product.description || null],
    [t('fields.sku'), product.sku || null],
    [
      t('fields.price'),
      product.priceText && product.currency ? money(product.priceText, product.currency) : t('noPrice'),
    ],
    [t('fields.stock'), product.stock == null ? null : String(product.stock)],
    [t('fields.kind'), t(product.kind === 'service' ? 'kinds.service' : 'kinds.goods')],
    [
      t('fields.duration'),
      product.durationMinutes == null ? null : t('minutes', { count: product.durationMinutes }),
    ],
    [t('fields.active'), t(product.active ? 'yes' : 'no')],
  ];
  return (
    <Stack gap="lg">
      <Stack gap="xs">
        <Group gap="xs">
          <Title order={3} size="h5">
            {t('erpFields')}
          </Title>
          <Badge variant="outline" color="gray" tt="none">
            {t('fromErp')}
          </Badge>
          <Text size="sm" c="dimmed">
            {t('editInErp')}
          </Text>
        </Group>
        <dl className={classes.facts}>
          {facts
            .filter(([, value]) => value !== null)
            .map(([name, value]) => (
              <Fact key={name} name={name}>
                {value}
              </Fact>
            ))}
        </dl>
        <AskPrice product={product} />
      </Stack>
      {product.row && (
        <Stack gap="xs">
          <Title order={3} size="h5">
            {t('preview')}
          </Title>
          <ListRow title={product.row.title} description={product.row.description} />
          <Text size="sm" c="dimmed">
            {t(product.visible && product.active ? 'previewText' : 'previewHidden')}{' '}
            <Anchor href="/phone" underline="always" size="sm">
              {t('tryPhone')}
            </Anchor>
          </Text>
        </Stack>
      )}
    </Stack>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd dir="auto">{children}</dd>
    </>
  );
}

/** Asks the ERP now, as checkout does. */
function AskPrice({ product }: { product: Product }) {
  const { t } = useTranslation('catalog');
  const [qty, setQty] = useState<number | string>(1);
  const [asked, setAsked] = useState<number | null>(null);
  const price = gateway.useQuery(
    'get',
    '/api/catalog/products/{externalProductId}/price',
    {
      params: { path: { externalProductId: product.externalProductId }, query: { qty: asked ?? 1 } },
    },
    { enabled: asked !== null, staleTime: 0, gcTime: 0, retry: false },
  );
  const wanted = Math.max(1, Number(qty) || 1);
  const ask = () => (asked === wanted ? void price.refetch() : setAsked(wanted));
  return (
    <Stack gap={6}>
      <Group gap="xs" align="flex-end">
        <NumberInput
          size="xs"
          w={110}
          label={t('price.qty')}
          min={1}
          max={1_000_000}
          allowDecimal={false}
          value={qty}
          onChange={setQty}
          onKeyDown={(event) => event.key === 'Enter' && ask()}
        />
        <Button size="xs" variant="default" loading={price.isFetching} onClick={ask}>
          {t('price.ask', { qty: wanted })}
        </Button>
      </Group>
      <Text size="sm" role="status">
        {price.isError && (price.error as Error).message}
        {price.data && !price.isFetching && (
          <>
            {t('price.answer', {
              qty: price.data.qty,
              price: money(price.data.unitPrice, price.data.currency),
            })}{' '}
            <Time at={price.data.at} seconds />
          </>
        )}
      </Text>
    </Stack>
  );
}
