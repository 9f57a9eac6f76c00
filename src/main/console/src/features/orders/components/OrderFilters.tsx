import { Button, Chip, Group, Select, Stack, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isFiltered, nobody, type OrderSearch } from '../search';
import { payments, sources, statuses } from '../status';
import { useNames } from './AssigneeSelect';

type OrderFiltersProps = {
  search: OrderSearch;
  /** How many there are of each status, with the other filters as they are. */
  counts: Record<string, number> | undefined;
  onSearch: (search: OrderSearch) => void;
};

export function OrderFilters({ search, counts, onSearch }: OrderFiltersProps) {
  const { t } = useTranslation('orders');
  const names = useNames();
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
        <Select
          size="xs"
          w={140}
          clearable
          label={t('columns.payment')}
          placeholder={t('filters.any')}
          value={search.payment ?? null}
          data={payments.map((payment) => ({ value: payment, label: t(`payment.${payment}`) }))}
          onChange={(payment) => set({ payment: payment ?? undefined })}
        />
        <Select
          size="xs"
          w={130}
          clearable
          label={t('columns.source')}
          placeholder={t('filters.any')}
          value={search.source ?? null}
          data={sources.map((source) => ({ value: source, label: t(`source.${source}`) }))}
          onChange={(source) => set({ source: source ?? undefined })}
        />
        <Select
          size="xs"
          w={140}
          clearable
          label={t('columns.assignee')}
          placeholder={t('filters.any')}
          value={search.assignee ?? null}
          data={[
            { value: nobody, label: t('assignee.nobody') },
            ...names.map((name) => ({ value: name, label: name })),
          ]}
          onChange={(assignee) => set({ assignee: assignee ?? undefined })}
        />
        <Select
          size="xs"
          w={170}
          clearable
          label={t('filters.only')}
          placeholder={t('filters.any')}
          value={search.only ?? null}
          data={[
            { value: 'flagged', label: t('filters.flagged') },
            { value: 'unopened', label: t('filters.unopened') },
          ]}
          onChange={(only) => set({ only: only ?? undefined })}
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
    </Stack>
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
