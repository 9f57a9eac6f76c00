import { ActionIcon, Table, TextInput, VisuallyHidden } from '@mantine/core';
import { Trash2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Cell, Draft, Fault } from '../bands';
import classes from './Delivery.module.css';

type BandTableProps = {
  rows: Draft[];
  faults: Fault[];
  currency: string | null;
  editable: boolean;
  onChange: (rows: Draft[]) => void;
  onRemove: (row: Draft) => void;
  onAdd: () => void;
  onBlur: () => void;
};

const cells = ['min', 'max', 'charge'] as const satisfies Cell[];

export function BandTable({
  rows,
  faults,
  currency,
  editable,
  onChange,
  onRemove,
  onAdd,
  onBlur,
}: BandTableProps) {
  const { t } = useTranslation('delivery');
  const body = useRef<HTMLTableSectionElement>(null);
  const count = useRef(rows.length);
  useEffect(() => {
    // A row that was added is written in at once.
    if (rows.length > count.current)
      body.current?.querySelector<HTMLInputElement>('[data-new] input')?.focus();
    count.current = rows.length;
  }, [rows.length]);
  const faultOf = (row: Draft, cell: Cell) =>
    faults.find((fault) => fault.cells.some((at) => at.key === row.key && at.cell === cell));
  return (
    <Table className={classes.table} verticalSpacing={6} aria-label={t('title')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('minQty')}</Table.Th>
          <Table.Th>{t('maxQty')}</Table.Th>
          <Table.Th>{t('charge')}</Table.Th>
          <Table.Th>{t('action')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody
        ref={body}
        onBlur={(event) => {
          const row = (event.target as HTMLElement).closest('tr');
          if (!row?.contains(event.relatedTarget)) onBlur();
        }}
      >
        {rows.map((row, index) => (
          <Table.Tr key={row.key} data-new={row.from === null || undefined}>
            {cells.map((cell) => {
              const fault = faultOf(row, cell);
              return (
                <Table.Td key={cell}>
                  <TextInput
                    size="sm"
                    aria-label={t(`cells.${cell}`, { row: index + 1 })}
                    placeholder={cell === 'max' ? t('noLimit') : undefined}
                    leftSection={cell === 'charge' && currency ? <span>{currency}</span> : undefined}
                    leftSectionWidth={cell === 'charge' && currency ? 48 : undefined}
                    inputMode={cell === 'charge' ? 'decimal' : 'numeric'}
                    dir="ltr"
                    readOnly={!editable}
                    value={row[cell]}
                    error={fault && t(`faults.${fault.text}`, fault.values)}
                    onChange={(event) => {
                      const value = event.currentTarget.value;
                      onChange(
                        rows.map((other) => (other.key === row.key ? { ...other, [cell]: value } : other)),
                      );
                    }}
                    onKeyDown={(event) => {
                      if (event.key === 'Enter' && editable) onAdd();
                    }}
                  />
                </Table.Td>
              );
            })}
            <Table.Td>
              {editable ? (
                <ActionIcon
                  variant="default"
                  size="lg"
                  aria-label={t('remove', { row: index + 1 })}
                  onClick={() => onRemove(row)}
                >
                  <Trash2 size={16} aria-hidden />
                </ActionIcon>
              ) : (
                <VisuallyHidden>{t('readOnly')}</VisuallyHidden>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
