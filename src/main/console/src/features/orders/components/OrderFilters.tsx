import { Button, Chip, Group, Select, Stack, TextInput } from '@mantine/core';
import { useDebouncedCallback, useDisclosure } from '@mantine/hooks';
import { Search, SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isFiltered, nobody, type OrderSearch } from '../search';
import { payments, sources, statuses } from '../status';
import { useNames } from './AssigneeSelect';
import classes from './OrderFilters.module.css';

type OrderFiltersProps = {
  search: OrderSearch;
  /** How many there are of each status, with the other filters as they are. */
  counts: Record<string, number> | undefined;
  onSearch: (search: OrderSearch) => void;
};

export function OrderFilters({ search, counts, onSearch }: OrderFiltersProps) {
  const { t } = useTranslation('orders');
  const names = useNames();
  const [open, { toggle }] = useDisclosure(false);
  const set = (changed: OrderSearch) =>
    onSearch(
      Object.fromEntries(
        Object.entries({ ...search, ...changed }).filter(([, value]) => value !== undefined && value !== ''),
      ),
    );
  const all = counts && Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <Stack gap="xs" role="search" aria-label={t('filters.label')}>
      <Chip.Group value={search.status ?? ''} onChange={(status) => set({ status: String(status) })}>
        <Group gap={6} role="radiogroup" aria-label={t('filters.status')}>
          <Chip value="" size="xs">
            {t('filters.all')} {all ?? ''}
          </Chip>
          {statuses.map((status) => (
            <Chip key={status} value={status} size="xs">
              {t(`status.${status}`)} {counts ? (counts[status] ?? 0) : ''}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      <Group gap="xs" align="flex-end">
        <SearchInput value={search.q ?? ''} onChange={(q) => set({ q })} />
        <Button
          size="xs"
          variant="default"
          hiddenFrom="sm"
          aria-expanded={open}
          leftSection={<SlidersHorizontal size={14} aria-hidden />}
          onClick={toggle}
        >
          {t('filters.more')}
        </Button>
        <Group gap="xs" align="flex-end" className={classes.more} data-open={open || undefined}>
          <Filter
            w={140}
            label={t('columns.payment')}
            value={search.payment}
            data={payments.map((payment) => ({ value: payment, label: t(`payment.${payment}`) }))}
            onChange={(payment) => set({ payment })}
          />
          <Filter
            w={130}
            label={t('columns.source')}
            value={search.source}
            data={sources.map((source) => ({ value: source, label: t(`source.${source}`) }))}
            onChange={(source) => set({ source })}
          />
          <Filter
            w={140}
            label={t('columns.assignee')}
            value={search.assignee}
            data={[
              { value: nobody, label: t('assignee.nobody') },
              ...names.map((name) => ({ value: name, label: name })),
            ]}
            onChange={(assignee) => set({ assignee })}
          />
          <Filter
            w={170}
            label={t('filters.only')}
            value={search.only}
            data={[
              { value: 'flagged', label: t('filters.flagged') },
              { value: 'unopened', label: t('filters.unopened') },
            ]}
            onChange={(only) => set({ only })}
          />
          <TextInput
            size="xs"
            type="date"
            label={t('filters.from')}
            value={search.from ?? ''}
            onChange={({ currentTarget }) => set({ from: currentTarget.value })}
          />
          <TextInput
            size="xs"
            type="date"
            label={t('filters.to')}
            value={search.to ?? ''}
            onChange={({ currentTarget }) => set({ to: currentTarget.value })}
          />
          {isFiltered(search) && (
            <Button size="xs" variant="default" onClick={() => onSearch({})}>
              {t('filters.clear')}
            </Button>
          )}
        </Group>
      </Group>
    </Stack>
  );
}

type FilterProps = {
  w: number;
  label: string;
  value: string | undefined;
  data: { value: string; label: string }[];
  onChange: (value: string | undefined) => void;
};

function Filter({ value, onChange, ...field }: FilterProps) {
  const { t } = useTranslation('orders');
  return (
    <Select
      size="xs"
      clearable
      placeholder={t('filters.any')}
      value={value ?? null}
      onChange={(chosen) => onChange(chosen ?? undefined)}
      {...field}
    />
  );
}

function SearchInput({ value, onChange }: { value: string; onChange: (q: string) => void }) {
  const { t } = useTranslation('orders');
  const [text, setText] = useState(value);
  const later = useDebouncedCallback(onChange, 300);
  const [before, setBefore] = useState(value);
  if (before !== value) {
    setBefore(value);
    // Cleared from elsewhere; what is being typed is ahead of the address.
    if (value === '') setText('');
  }
  return (
    <TextInput
      size="xs"
      w={220}
      type="search"
      data-search
      label={t('filters.search')}
      placeholder={t('filters.searchHint')}
      leftSection={<Search size={14} aria-hidden />}
      value={text}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value);
        later(currentTarget.value);
      }}
    />
  );
}
