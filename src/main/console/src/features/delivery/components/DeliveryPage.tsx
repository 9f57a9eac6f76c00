import { Alert, Button, Group, Skeleton, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Plus, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '@/components/Page';
import { Empty, LoadError, Loading } from '@/components/States';
import { showFailed, showUndo } from '@/components/undo';
import { useCurrencies } from '@/lib/currency';
import { api, gateway, type Schemas } from '@/lib/gateway';
import { useMay } from '@/lib/session';
import { draftOf, faults, gaps, sorted, wantedOf, type Draft, type Wanted } from '../bands';
import { BandTable } from './BandTable';
import { Conflict } from './Conflict';
import classes from './Delivery.module.css';
import { History } from './History';
import { GapPolicy, Scale, TryQuantity } from './Rules';

type Table = Schemas['TableView'];

const tableKey = gateway.queryOptions('get', '/api/delivery-charges').queryKey;
const changesKey = gateway.queryOptions('get', '/api/delivery-charges/changes').queryKey;

/** The delivery table, edited and saved as a whole. */
export function DeliveryPage() {
  const { t } = useTranslation('delivery');
  const { t: common } = useTranslation();
  const table = gateway.useQuery('get', '/api/delivery-charges');
  return (
    <Page title={t('title')} subtitle={t('subtitle')} help={t('help', { returnObjects: true })}>
      {table.isError && !table.data ? (
        <LoadError what={t('noTable')} error={table.error as Error} onRetry={() => void table.refetch()} />
      ) : table.data ? (
        <Editor table={table.data} />
      ) : (
        <Loading label={common('loading')}>
          <Stack maw={860}>
            <Skeleton h={36} />
            <Skeleton h={120} />
          </Stack>
        </Loading>
      )}
      <History />
    </Page>
  );
}

/** The charge goes as text, so that no digit is lost on the way. */
const body = ({ min, max, charge }: Wanted) => ({
  min,
  max: max ?? undefined,
  charge: charge as unknown as number,
});

function Editor({ table }: { table: Table }) {
  const { t } = useTranslation('delivery');
  const mayEdit = useMay()('CATALOG_EDIT');
  const queries = useQueryClient();
  const { currency, decimals } = useCurrency();
  /** What is changed here. */
  const [base, setBase] = useState(table);
  const [rows, setRows] = useState<Draft[]>(() => table.bands.map(draftOf));
  const [added, setAdded] = useState(0);
  const [saving, setSaving] = useState(false);
  const found = faults(rows, decimals);
  const open = found.length > 0 ? [] : gaps(rows);
  const dirty = JSON.stringify(rows.map(wantedOf)) !== JSON.stringify(base.bands.map(draftOf).map(wantedOf));
  const behind = table.version > base.version && dirty;
  const take = (next: Table) => {
    setBase(next);
    setRows(next.bands.map(draftOf));
  };
  if (table.version > base.version && !dirty) take(table);

  const put = async (bands: Wanted[], version: number): Promise<Table | undefined> => {
    setSaving(true);
    try {
      const { data } = await api.PUT('/api/delivery-charges', {
        body: { version, bands: bands.map(body) },
      });
      if (data) queries.setQueryData(tableKey, data);
      return data;
    } catch (error) {
      showFailed(error as Error);
      await queries.invalidateQueries({ queryKey: tableKey });
    } finally {
      setSaving(false);
      void queries.invalidateQueries({ queryKey: changesKey });
    }
  };
  /** Undo brings back the table of before, unless somebody has changed it since. */
  const save = async (wanted: Draft[], message: string, done: (next: Table) => void) => {
    const before = base.bands.map(draftOf).map(wantedOf);
    const next = await put(wanted.map(wantedOf), base.version);
    if (!next) return;
    done(next);
    showUndo(message, t('undo'), () => void put(before, next.version).then((back) => back && take(back)));
  };
  const remove = (row: Draft) => {
    const others = rows.filter(({ key }) => key !== row.key);
    if (row.from === null) return setRows(others);
    void save(
      base.bands.map(draftOf).filter(({ from }) => from !== row.from),
      t('removed', { row: rows.indexOf(row) + 1 }),
      (next) => {
        setBase(next);
        setRows(others);
      },
    );
  };
  const add = () => {
    const last = sorted(rows).at(-1);
    const end = last?.max.trim() ? Number(last.max) : Number.NaN;
    const min = rows.length === 0 ? '1' : Number.isFinite(end) ? String(end + 1) : '';
    setRows([...rows, { key: `new-${added}`, from: null, min, max: '', charge: '' }]);
    setAdded(added + 1);
  };
  return (
    <Stack gap="md">
      {!table.edited && table.bands.length > 0 && (
        <Alert variant="outline" color="blue" py="xs" maw={860}>
          {t('configured')}
        </Alert>
      )}
      {behind && <Conflict theirs={table.bands} onMine={() => setBase(table)} onTheirs={() => take(table)} />}
      {rows.length === 0 ? (
        <Empty action={mayEdit && <Button onClick={add}>{t('add')}</Button>}>{t('empty')}</Empty>
      ) : (
        <>
          <BandTable
            rows={rows}
            faults={found}
            currency={currency}
            editable={mayEdit && !saving && !behind}
            onChange={setRows}
            onRemove={remove}
            onAdd={add}
            onBlur={() => setRows(sorted(rows))}
          />
          {found.length > 0 && (
            <Alert
              color="red"
              variant="outline"
              maw={860}
              icon={<TriangleAlert aria-hidden />}
              title={t('faultsTitle')}
              role="alert"
            >
              <Stack gap={6}>
                {found.map((fault) => (
                  <Group key={`${fault.text}-${JSON.stringify(fault.cells)}`} gap="xs">
                    <span>{t(`faults.${fault.text}`, fault.values)}</span>
                    {fault.fix && mayEdit && (
                      <Button
                        size="compact-xs"
                        variant="default"
                        onClick={() => fault.fix && setRows(sorted(fault.fix.apply(rows)))}
                      >
                        {t(`fixes.${fault.fix.text}`, { row: fault.fix.row, at: fault.fix.at })}
                      </Button>
                    )}
                  </Group>
                ))}
              </Stack>
            </Alert>
          )}
          {open.map((gap) => (
            <Alert
              key={gap.from}
              color="yellow"
              variant="outline"
              py="xs"
              maw={860}
              role="status"
              icon={<TriangleAlert aria-hidden />}
            >
              <Group gap="xs">
                <span>
                  {gap.to === null
                    ? t('gapOpen', { from: gap.from })
                    : gap.to === gap.from
                      ? t('gapOne', { from: gap.from })
                      : t('gap', { from: gap.from, to: gap.to })}
                </span>
                {mayEdit && (
                  <Button
                    size="compact-xs"
                    variant="default"
                    onClick={() => setRows(sorted(gap.fix.apply(rows)))}
                  >
                    {t(`fixes.${gap.fix.text}`, { row: gap.fix.row })}
                  </Button>
                )}
              </Group>
            </Alert>
          ))}
          {found.length === 0 && <Scale rows={rows} gaps={open} className={classes.scale} />}
          {mayEdit && (
            <Group>
              <Button variant="default" leftSection={<Plus size={16} aria-hidden />} onClick={add}>
                {t('add')}
              </Button>
              <Button
                disabled={!dirty || behind || found.length > 0}
                loading={saving}
                onClick={() => void save(rows, t('saved'), take)}
              >
                {t('save')}
              </Button>
              {dirty && (
                <Button variant="subtle" onClick={() => take(table)}>
                  {t('discard')}
                </Button>
              )}
            </Group>
          )}
        </>
      )}
      <GapPolicy
        policy={table.gaps}
        onDecided={() => void queries.invalidateQueries({ queryKey: tableKey })}
        editable={mayEdit}
      />
      <TryQuantity key={`${table.gaps}`} rows={table.bands} currency={currency} unsaved={dirty} />
    </Stack>
  );
}

/** The ERP's, as its products have it. */
function useCurrency(): { currency: string | null; decimals: number } {
  const currency = useCurrencies()?.[0];
  if (!currency) return { currency: null, decimals: 4 };
  try {
    const options = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
    return { currency, decimals: options.maximumFractionDigits ?? 4 };
  } catch {
    return { currency, decimals: 4 };
  }
}
