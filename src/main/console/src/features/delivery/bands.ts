import type { Schemas } from '@/lib/gateway';

export type Band = Schemas['BandView'];

/** A row as it stands in the inputs. */
export type Draft = {
  key: string;
  /** The least quantity under which the gateway knows it; null: it is new. */
  from: number | null;
  min: string;
  max: string;
  charge: string;
};

export type Cell = 'min' | 'max' | 'charge';

/** What keeps the table from being saved: a text's key with its numbers, the cells it is about, and what would mend it. */
export type Fault = {
  text:
    'noMin' | 'lessThanOne' | 'upsideDown' | 'openNotLast' | 'noCharge' | 'negative' | 'decimals' | 'overlap';
  values: Record<string, string | number>;
  cells: { key: string; cell: Cell }[];
  fix?: { text: 'startAt' | 'endAt'; row: number; at: number; apply: (rows: Draft[]) => Draft[] };
};

/** Quantities that no row covers. */
export type Gap = {
  from: number;
  /** null: and more */
  to: number | null;
  fix: { text: 'extend' | 'startAtOne'; row: number; apply: (rows: Draft[]) => Draft[] };
};

export const draftOf = ({ min, max, charge }: Band): Draft => ({
  key: `saved-${min}`,
  from: min,
  min: String(min),
  max: max == null ? '' : String(max),
  charge,
});

const whole = /^\d{1,9}$/;
const amount = /^-?\d{1,12}(\.\d+)?$/;

const minOf = (row: Draft) => (whole.test(row.min.trim()) ? Number(row.min) : Number.POSITIVE_INFINITY);
const maxOf = (row: Draft) => (row.max.trim() === '' ? null : Number(row.max));

/** By least quantity; rows without one stay last. */
export const sorted = (rows: Draft[]): Draft[] => [...rows].sort((a, b) => minOf(a) - minOf(b) || 0);

const changed = (key: string, change: Partial<Draft>) => (rows: Draft[]) =>
  rows.map((row) => (row.key === key ? { ...row, ...change } : row));

/** @param decimals of the currency */
export function faults(rows: Draft[], decimals: number): Fault[] {
  const own = rows.flatMap((row, index) => faultsOf(row, index + 1, decimals));
  const usable = rows.filter((row) => minOf(row) >= 1 && Number.isFinite(minOf(row)) && !isUpsideDown(row));
  const order = sorted(usable);
  const overlaps = order.slice(1).flatMap((row, index) => {
    const before = order[index] as Draft;
    const end = maxOf(before);
    return end === null || end >= minOf(row) ? [overlap(before, row, rows)] : [];
  });
  return [...own, ...overlaps];
}

function faultsOf(row: Draft, number: number, decimals: number): Fault[] {
  const fault = (text: Fault['text'], cell: Cell, values = {}): Fault => ({
    text,
    values: { row: number, ...values },
    cells: [{ key: row.key, cell }],
  });
  const found: Fault[] = [];
  if (!whole.test(row.min.trim())) found.push(fault('noMin', 'min'));
  else if (minOf(row) < 1) found.push(fault('lessThanOne', 'min'));
  if (isUpsideDown(row)) found.push(fault('upsideDown', 'max', { min: row.min, max: row.max }));
  const charge = row.charge.trim();
  if (!amount.test(charge)) found.push(fault('noCharge', 'charge'));
  else if (charge.startsWith('-')) found.push(fault('negative', 'charge'));
  else if ((charge.split('.')[1]?.replace(/0+$/, '').length ?? 0) > decimals)
    found.push(fault('decimals', 'charge', { decimals }));
  return found;
}

function isUpsideDown(row: Draft): boolean {
  const max = row.max.trim();
  return max !== '' && (!whole.test(max) || Number(max) < minOf(row));
}

function overlap(before: Draft, row: Draft, rows: Draft[]): Fault {
  const first = rows.indexOf(before) + 1;
  const second = rows.indexOf(row) + 1;
  const end = maxOf(before);
  const last = maxOf(row);
  let fix: Fault['fix'];
  if (end !== null && (last === null || last > end))
    fix = { text: 'startAt', row: second, at: end + 1, apply: changed(row.key, { min: String(end + 1) }) };
  else if (minOf(row) > minOf(before))
    fix = {
      text: 'endAt',
      row: first,
      at: minOf(row) - 1,
      apply: changed(before.key, { max: String(minOf(row) - 1) }),
    };
  return {
    text: end === null ? 'openNotLast' : 'overlap',
    values: { first, second, quantity: minOf(row) },
    cells: [
      { key: before.key, cell: 'max' },
      { key: row.key, cell: 'min' },
    ],
    fix,
  };
}

/** Of rows without faults. */
export function gaps(rows: Draft[]): Gap[] {
  const order = sorted(rows);
  const found: Gap[] = [];
  order.forEach((row, index) => {
    const before = order[index - 1];
    const next = before ? (maxOf(before) ?? 0) + 1 : 1;
    if (minOf(row) > next)
      found.push({
        from: next,
        to: minOf(row) - 1,
        fix: before
          ? {
              text: 'extend',
              row: rows.indexOf(before) + 1,
              apply: changed(before.key, { max: String(minOf(row) - 1) }),
            }
          : { text: 'startAtOne', row: rows.indexOf(row) + 1, apply: changed(row.key, { min: '1' }) },
      });
  });
  const last = order.at(-1);
  const end = last ? maxOf(last) : null;
  if (last && end !== null)
    found.push({
      from: end + 1,
      to: null,
      fix: { text: 'extend', row: rows.indexOf(last) + 1, apply: changed(last.key, { max: '' }) },
    });
  return found;
}

export type Wanted = { min: number; max: number | null; charge: string };

export const wantedOf = (row: Draft): Wanted => ({
  min: Number(row.min),
  max: maxOf(row),
  charge: row.charge.trim(),
});
