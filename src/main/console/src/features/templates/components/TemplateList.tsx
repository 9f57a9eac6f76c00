import { Anchor, Badge, Button, Group, Select, Skeleton, Stack, Table, Text, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Empty, LoadError, Loading, NothingMatches, StaleNotice } from '@/components/States';
import { RelativeTime } from '@/components/Time';
import { useRowKeys } from '@/lib/use-row-keys';
import { useDrafts, useTemplates, type Draft, type Template } from '../api';
import { isFiltered, type TemplateSearch } from '../search';
import { categories, useWords } from '../words';
import { StatusBadge } from './StatusBadge';

/** A template as Meta has it, or one that somebody works on. */
type Row = Pick<Template, 'account' | 'name' | 'language' | 'category' | 'status'> & {
  key: string;
  reason?: string | null;
  quality?: string | null;
  since?: string | null;
  events: string[];
  draft?: Draft;
};

type TemplateListProps = { search: TemplateSearch; onSearch: (search: TemplateSearch) => void };

export function TemplateList({ search, onSearch }: TemplateListProps) {
  const { t } = useTranslation('templates');
  const { t: common } = useTranslation();
  const templates = useTemplates();
  const drafts = useDrafts();
  useRowKeys();
  if (templates.isError && !templates.data)
    return (
      <LoadError
        what={t('failed')}
        error={templates.error as Error}
        onRetry={() => void templates.refetch()}
      />
    );
  if (!templates.data)
    return (
      <Loading label={common('loading')}>
        <Stack gap="xs">
          {[1, 2, 3, 4, 5].map((row) => (
            <Skeleton key={row} h={32} />
          ))}
        </Stack>
      </Loading>
    );
  const rows = rowsOf(templates.data.templates, drafts.data?.drafts ?? []);
  const shown = rows.filter((row) => matches(row, search));
  return (
    <Stack gap="sm">
      {templates.isError && (
        <StaleNotice
          error={templates.error as Error}
          since={templates.dataUpdatedAt}
          onRetry={() => void templates.refetch()}
        />
      )}
      <Filters rows={rows} search={search} onSearch={onSearch} />
      {rows.length === 0 ? (
        <Empty>{t('empty')}</Empty>
      ) : shown.length === 0 ? (
        <NothingMatches onClear={() => onSearch({})} />
      ) : (
        <Rows rows={shown} />
      )}
    </Stack>
  );
}

function Rows({ rows }: { rows: Row[] }) {
  const { t } = useTranslation('templates');
  const words = useWords();
  return (
    <Table.ScrollContainer minWidth={820}>
      <Table highlightOnHover verticalSpacing="xs" aria-label={t('title')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('columns.name')}</Table.Th>
            <Table.Th>{t('columns.status')}</Table.Th>
            <Table.Th>{t('columns.category')}</Table.Th>
            <Table.Th>{t('columns.language')}</Table.Th>
            <Table.Th>{t('columns.quality')}</Table.Th>
            <Table.Th>{t('columns.usedFor')}</Table.Th>
            <Table.Th>{t('columns.since')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.key}>
              <Table.Td>
                <NameLink row={row} />
              </Table.Td>
              <Table.Td maw={320}>
                <StatusBadge status={row.status} />
                {row.reason != null && (
                  <Text size="xs" mt={4} role="note">
                    {t('reason', { reason: row.reason })}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>{words.category(row.category)}</Table.Td>
              <Table.Td>
                <span dir="ltr">{row.language}</span>
              </Table.Td>
              <Table.Td>{words.quality(row.quality)}</Table.Td>
              <Table.Td>
                <Group gap={4}>
                  {row.events.map((event) => (
                    <Badge key={event} size="sm" variant="default">
                      {words.event(event)}
                    </Badge>
                  ))}
                </Group>
              </Table.Td>
              <Table.Td>
                <Text size="sm" style={{ whiteSpace: 'nowrap' }}>
                  {row.since != null && <RelativeTime at={row.since} />}
                </Text>
                {row.draft && (
                  <Text size="xs" c="dimmed">
                    {t('savedBy', { who: row.draft.changedBy })}
                  </Text>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function NameLink({ row }: { row: Row }) {
  const { t } = useTranslation('templates');
  return (
    <Anchor
      renderRoot={(props) =>
        row.draft ? (
          <Link to="/templates/drafts/$draft" params={{ draft: String(row.draft.id) }} {...props} />
        ) : (
          <Link to="/templates/$name" params={{ name: row.name }} {...props} />
        )
      }
      size="sm"
      fw={600}
      data-row
    >
      <span dir="ltr">{row.name === '' ? t('nameless') : row.name}</span>
    </Anchor>
  );
}

type FiltersProps = TemplateListProps & { rows: Row[] };

function Filters({ rows, search, onSearch }: FiltersProps) {
  const { t } = useTranslation('templates');
  const words = useWords();
  const set = (changed: TemplateSearch) =>
    onSearch(
      Object.fromEntries(
        Object.entries({ ...search, ...changed }).filter(([, value]) => value !== undefined && value !== ''),
      ),
    );
  return (
    <Group gap="xs" align="flex-end" role="search" aria-label={t('filters.label')}>
      <TextInput
        size="xs"
        w={220}
        type="search"
        data-search
        label={t('filters.search')}
        placeholder={t('filters.searchHint')}
        leftSection={<Search size={14} aria-hidden />}
        value={search.q ?? ''}
        onChange={({ currentTarget }) => set({ q: currentTarget.value })}
      />
      <Select
        size="xs"
        w={180}
        clearable
        label={t('columns.status')}
        placeholder={t('filters.any')}
        value={search.status ?? null}
        data={unique(rows.map(({ status }) => status)).map((status) => ({
          value: status,
          label: words.status(status),
        }))}
        onChange={(status) => set({ status: status ?? undefined })}
      />
      <Select
        size="xs"
        w={150}
        clearable
        label={t('columns.category')}
        placeholder={t('filters.any')}
        value={search.category ?? null}
        data={categories.map((category) => ({ value: category, label: words.category(category) }))}
        onChange={(category) => set({ category: category ?? undefined })}
      />
      <Select
        size="xs"
        w={120}
        clearable
        label={t('columns.language')}
        placeholder={t('filters.any')}
        value={search.language ?? null}
        data={unique(rows.map(({ language }) => language)).filter(Boolean)}
        onChange={(language) => set({ language: language ?? undefined })}
      />
      {isFiltered(search) && (
        <Button size="xs" variant="default" onClick={() => onSearch({})}>
          {t('filters.clear')}
        </Button>
      )}
    </Group>
  );
}

const unique = (values: string[]) => [...new Set(values)].sort();

function rowsOf(templates: Template[], drafts: Draft[]): Row[] {
  const made = templates.map((template) => ({
    ...template,
    key: `${template.account}/${template.name}/${template.language}`,
    since: template.statusSince,
  }));
  const begun = drafts.map((draft) => ({
    key: `draft/${draft.id}`,
    account: draft.account,
    name: draft.name,
    language: draft.language,
    category: draft.category,
    status: 'DRAFT',
    since: draft.changedAt,
    events: [],
    draft,
  }));
  return [...begun, ...made].sort(
    (a, b) => a.name.localeCompare(b.name) || a.language.localeCompare(b.language),
  );
}

function matches(row: Row, { q, status, category, language }: TemplateSearch): boolean {
  return (
    (q === undefined || `${row.name} ${row.reason ?? ''}`.toLowerCase().includes(q.toLowerCase())) &&
    (status === undefined || row.status === status) &&
    (category === undefined || row.category === category) &&
    (language === undefined || row.language === language)
  );
}
