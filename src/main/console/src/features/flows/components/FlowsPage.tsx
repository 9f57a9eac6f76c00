import {
  Badge,
  Button,
  Group,
  Menu,
  ActionIcon,
  ScrollArea,
  Skeleton,
  Stack,
  Table,
  Text,
  TextInput,
  VisuallyHidden,
} from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Copy, Download, FileUp, MoreHorizontal, Plus, Search } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AnchorLink } from '@/components/AnchorLink';
import { Page } from '@/components/Page';
import { Empty, LoadError, Loading, NothingMatches } from '@/components/States';
import { RelativeTime } from '@/components/Time';
import { showFailed } from '@/components/undo';
import { useMay } from '@/lib/session';
import { useRowKeys } from '@/lib/use-row-keys';
import { importFlow, useFlows, useProblems, type FlowView } from '../api/flows';
import { NewFlowDialog, type NewFlow } from './NewFlowDialog';

/** All bot flows: what customers get, what is being worked on, and who is in them. */
export function FlowsPage() {
  const { t } = useTranslation('flows');
  const { t: common } = useTranslation();
  const navigate = useNavigate();
  const mayEdit = useMay()('FLOWS_EDIT');
  const { q = '' } = useSearch({ strict: false }) as { q?: string };
  const flows = useFlows();
  const [making, setMaking] = useState<NewFlow | null>(null);
  const file = useRef<HTMLInputElement>(null);
  useRowKeys();

  const open = (flow: string) => void navigate({ to: '/flows/$flowId', params: { flowId: flow } });
  const takeIn = async (chosen: File | undefined) => {
    if (!chosen) return;
    try {
      open(await importFlow(await chosen.text()));
    } catch (error) {
      showFailed(error as Error);
    }
  };
  const search = (words: string) =>
    void navigate({ to: '/flows', search: { q: words || undefined }, replace: true });
  const found = (flows.data?.flows ?? []).filter(({ id, title }) =>
    `${id} ${title}`.toLowerCase().includes(q.toLowerCase()),
  );
  return (
    <Page
      title={t('title')}
      subtitle={t('subtitle')}
      help={t('help', { returnObjects: true })}
      actions={
        mayEdit && (
          <>
            <input
              ref={file}
              type="file"
              accept=".json,application/json"
              hidden
              aria-label={t('import')}
              onChange={(event) => {
                void takeIn(event.currentTarget.files?.[0]);
                event.currentTarget.value = '';
              }}
            />
            <Button
              variant="default"
              leftSection={<FileUp size={16} aria-hidden />}
              onClick={() => file.current?.click()}
            >
              {t('import')}
            </Button>
            <Button
              leftSection={<Plus size={16} aria-hidden />}
              onClick={() => setMaking({ kind: 'starter' })}
            >
              {t('new')}
            </Button>
          </>
        )
      }
    >
      {flows.isError && !flows.data ? (
        <LoadError what={t('noList')} error={flows.error as Error} onRetry={() => void flows.refetch()} />
      ) : !flows.data ? (
        <Loading label={common('loading')}>
          <Stack>
            {[1, 2, 3, 4].map((row) => (
              <Skeleton key={row} h={44} />
            ))}
          </Stack>
        </Loading>
      ) : flows.data.flows.length === 0 ? (
        <Empty action={mayEdit && <Button onClick={() => setMaking({ kind: 'starter' })}>{t('new')}</Button>}>
          {t('empty')}
        </Empty>
      ) : (
        <>
          <TextInput
            data-search
            maw={360}
            leftSection={<Search size={16} aria-hidden />}
            placeholder={t('search')}
            aria-label={t('search')}
            value={q}
            onChange={(event) => search(event.currentTarget.value)}
          />
          {found.length === 0 ? (
            <NothingMatches onClear={() => search('')} />
          ) : (
            <FlowTable
              flows={found}
              onDuplicate={mayEdit ? (flow) => setMaking({ kind: 'copy', of: flow }) : undefined}
            />
          )}
        </>
      )}
      {making && (
        <NewFlowDialog
          wanted={making}
          taken={(flows.data?.flows ?? []).map(({ id }) => id)}
          onClose={() => setMaking(null)}
          onMade={open}
        />
      )}
    </Page>
  );
}

function FlowTable({ flows, onDuplicate }: { flows: FlowView[]; onDuplicate?: (flow: FlowView) => void }) {
  const { t } = useTranslation('flows');
  const problems = useProblems();
  const counts = new Map(problems.data?.flows.map((counted) => [counted.flow, counted]));
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling box must be reachable by keyboard
    <ScrollArea viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': t('list') }}>
      <Table aria-label={t('list')} miw={820} verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('columns.name')}</Table.Th>
            <Table.Th>{t('columns.languages')}</Table.Th>
            <Table.Th>{t('columns.published')}</Table.Th>
            <Table.Th>{t('columns.draft')}</Table.Th>
            <Table.Th>{t('columns.problems')}</Table.Th>
            <Table.Th ta="end">{t('columns.sessions')}</Table.Th>
            <Table.Th>
              <VisuallyHidden>{t('columns.action')}</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {flows.map((flow) => (
            <Table.Tr key={flow.id}>
              <Table.Td>
                <AnchorLink to="/flows/$flowId" params={{ flowId: flow.id }} data-row fw={600} c="inherit">
                  {flow.title}
                </AnchorLink>
                <Text size="xs" c="dimmed" dir="ltr">
                  {flow.id}
                </Text>
              </Table.Td>
              <Table.Td dir="ltr">{flow.languages.join(', ') || '–'}</Table.Td>
              <Table.Td>
                <Published flow={flow} />
              </Table.Td>
              <Table.Td>
                {flow.draft ? (
                  <Text size="sm">
                    {t('draftBy', { who: flow.draft.author })} <RelativeTime at={flow.draft.savedAt} />
                  </Text>
                ) : (
                  <Text size="sm" c="dimmed">
                    {t('noDraft')}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>
                <ProblemCounts counted={counts.get(flow.id)} />
              </Table.Td>
              <Table.Td ta="end">
                {flow.sessions}
                {flow.olderSessions > 0 && (
                  <Text size="xs" c="dimmed">
                    {t('older', { count: flow.olderSessions })}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>
                <RowMenu flow={flow} onDuplicate={onDuplicate} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea>
  );
}

function Published({ flow }: { flow: FlowView }) {
  const { t } = useTranslation('flows');
  if (!flow.published) return <Badge color="gray">{t('unpublished')}</Badge>;
  return (
    <Group gap={6}>
      <Badge>{t('version', { version: flow.published.version })}</Badge>
      <Text size="xs" c="dimmed">
        <RelativeTime at={flow.published.publishedAt} />
      </Text>
    </Group>
  );
}

function ProblemCounts({ counted }: { counted?: { errors: number; warnings: number } }) {
  const { t } = useTranslation('flows');
  if (!counted) return null;
  if (counted.errors + counted.warnings === 0) return <Text size="sm">{t('noProblems')}</Text>;
  return (
    <Group gap={6}>
      {counted.errors > 0 && (
        <Badge color="red" variant="light">
          {t('errors', { count: counted.errors })}
        </Badge>
      )}
      {counted.warnings > 0 && (
        <Badge color="yellow" variant="light">
          {t('warnings', { count: counted.warnings })}
        </Badge>
      )}
    </Group>
  );
}

function RowMenu({ flow, onDuplicate }: { flow: FlowView; onDuplicate?: (flow: FlowView) => void }) {
  const { t } = useTranslation('flows');
  const kept = flow.draft ? 'draft' : flow.published ? 'published' : 'file';
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('more', { flow: flow.title })}>
          <MoreHorizontal size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {onDuplicate && (
          <Menu.Item leftSection={<Copy size={16} aria-hidden />} onClick={() => onDuplicate(flow)}>
            {t('duplicate')}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<Download size={16} aria-hidden />}
          component="a"
          href={`/api/v1/flows/${encodeURIComponent(flow.id)}/revisions/${kept}?download=true`}
          download
        >
          {t('export')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
