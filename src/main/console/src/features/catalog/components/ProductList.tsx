import { Box, Button, Checkbox, Group, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rowClasses } from '@/components/MasterDetail';
import { Empty, Loading, NothingMatches } from '@/components/States';
import { RelativeTime } from '@/components/Time';
import { useMay } from '@/lib/session';
import type { Products } from '../api/catalog';
import { matching, shows, type CatalogSearch, type Show } from '../filters';
import { BulkBar } from './BulkBar';
import { ProductRow } from './ProductRow';
import classes from './Catalog.module.css';

/** A screen full of rows is enough to look through; the search finds the others. */
const atOnce = 100;

type ProductListProps = {
  data: Products;
  search: CatalogSearch;
  selected: string | undefined;
  onSearch: (search: CatalogSearch) => void;
};

export function ProductList({ data, search, selected, onSearch }: ProductListProps) {
  const { t } = useTranslation('catalog');
  const mayEdit = useMay()('CATALOG_EDIT');
  const [limit, setLimit] = useState(atOnce);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const found = matching(data.products, search);
  const markedFound = found.filter(({ externalProductId }) => marked.has(externalProductId));
  const mark = (ids: string[], on: boolean) =>
    setMarked((before) => {
      const after = new Set(before);
      ids.forEach((id) => (on ? after.add(id) : after.delete(id)));
      return after;
    });
  if (data.products.length === 0 && data.gone.length === 0) return <Empty>{t('empty')}</Empty>;
  return (
    <Stack gap={0}>
      <Filters search={search} onSearch={onSearch} />
      <Group px="sm" py={6} gap="xs" justify="space-between" className={classes.counts}>
        {mayEdit && found.length > 0 ? (
          <Checkbox
            size="xs"
            checked={markedFound.length === found.length}
            indeterminate={markedFound.length > 0 && markedFound.length < found.length}
            onChange={(event) =>
              mark(
                found.map(({ externalProductId }) => externalProductId),
                event.currentTarget.checked,
              )
            }
            label={t('counts', { count: found.length, enabled: data.enabled })}
          />
        ) : (
          <Text size="xs">{t('counts', { count: found.length, enabled: data.enabled })}</Text>
        )}
        {data.readAt && (
          <Text size="xs" c="dimmed">
            {t('read', { count: data.pages ?? 1 })} <RelativeTime at={data.readAt} />
          </Text>
        )}
      </Group>
      {mayEdit && markedFound.length > 0 && (
        <BulkBar products={markedFound} flows={data.flows} onDone={() => setMarked(new Set())} />
      )}
      {found.length === 0 && <NothingMatches onClear={() => onSearch({})} />}
      {found.slice(0, limit).map((product) => (
        <ProductRow
          key={product.externalProductId}
          product={product}
          search={search}
          selected={product.externalProductId === selected}
          mark={
            mayEdit
              ? {
                  on: marked.has(product.externalProductId),
                  set: (on) => mark([product.externalProductId], on),
                }
              : undefined
          }
        />
      ))}
      {found.length > limit && (
        <Button variant="subtle" my="xs" mx="sm" onClick={() => setLimit(limit + atOnce)}>
          {t('more', { count: found.length - limit })}
        </Button>
      )}
      {!search.q && !search.show && data.gone.length > 0 && <GoneRows data={data} search={search} />}
    </Stack>
  );
}

function Filters({ search, onSearch }: { search: CatalogSearch; onSearch: (search: CatalogSearch) => void }) {
  const { t } = useTranslation('catalog');
  const [text, setText] = useState(search.q ?? '');
  const [before, setBefore] = useState(search.q);
  const later = useDebouncedCallback((q: string) => onSearch({ ...search, q: q || undefined }), 200);
  if (before !== search.q) {
    setBefore(search.q);
    if ((search.q ?? '') !== text.trim()) setText(search.q ?? '');
  }
  return (
    <Stack gap="xs" p="sm" className={classes.filters}>
      <TextInput
        data-search
        size="sm"
        leftSection={<Search size={16} aria-hidden />}
        placeholder={t('search')}
        aria-label={t('search')}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          later(event.currentTarget.value.trim());
        }}
      />
      <Group gap={6} role="group" aria-label={t('filters')}>
        {shows.map((show: Show) => (
          <Button
            key={show}
            size="compact-xs"
            variant={search.show === show ? 'filled' : 'default'}
            aria-pressed={search.show === show}
            onClick={() => onSearch({ ...search, show: search.show === show ? undefined : show })}
          >
            {t(`show.${show}`)}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}

function GoneRows({ data, search }: { data: Products; search: CatalogSearch }) {
  const { t } = useTranslation('catalog');
  return (
    <Box>
      <Text size="xs" fw={600} px="sm" py="xs" className={classes.counts}>
        {t('goneTitle')}
      </Text>
      {data.gone.map(({ externalProductId, name, since }) => (
        <div key={externalProductId} className={rowClasses.row}>
          <Link
            to="/catalog/$productId"
            params={{ productId: externalProductId }}
            search={search}
            className={rowClasses.open}
            data-row
          >
            <span className={rowClasses.words}>
              <Text component="span" size="sm" display="block" dir="auto">
                {name}
              </Text>
              <Text component="span" size="xs" c="dimmed" display="block">
                {t('goneSince')} <RelativeTime at={since} />
              </Text>
            </span>
          </Link>
        </div>
      ))}
    </Box>
  );
}

export function ProductListSkeleton({ label }: { label: string }) {
  return (
    <Loading label={label}>
      <Stack p="sm">
        <Skeleton h={36} />
        {[1, 2, 3, 4, 5, 6].map((row) => (
          <Group key={row} wrap="nowrap">
            <Skeleton h={40} w={40} />
            <Skeleton h={34} />
          </Group>
        ))}
      </Stack>
    </Loading>
  );
}
