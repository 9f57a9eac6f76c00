import { Group, SegmentedControl, Stack, Table, Text, useComputedColorScheme } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import UPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { currentLanguage } from '@/lib/i18n';
import { shortDate } from '@/lib/time';

type Line = { name: string; color: { light: string; dark: string }; dash?: number[]; values: number[] };
type DayChartProps = {
  title: string;
  /** ISO dates, the first one first. */
  days: string[];
  lines: Line[];
};

const height = 220;

/** Numbers by day as lines, and the same as a table for those who cannot or do not want to see lines. */
export function DayChart({ title, days, lines }: DayChartProps) {
  const { t } = useTranslation();
  const [as, setAs] = useState<'chart' | 'table'>('chart');
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Text fw={600} size="sm">
          {title}
        </Text>
        <SegmentedControl
          size="xs"
          aria-label={t('chart.as')}
          value={as}
          onChange={(value) => setAs(value === 'table' ? 'table' : 'chart')}
          data={[
            { value: 'chart', label: t('chart.chart') },
            { value: 'table', label: t('chart.table') },
          ]}
        />
      </Group>
      {as === 'chart' ? (
        <Lines title={title} days={days} lines={lines} />
      ) : (
        <Rows days={days} lines={lines} />
      )}
    </Stack>
  );
}

function Lines({ title, days, lines }: DayChartProps) {
  const scheme = useComputedColorScheme();
  const { ref, width } = useElementSize();
  const canvas = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!canvas.current || width === 0) return;
    const text = scheme === 'dark' ? '#c9c9c9' : '#495057';
    const grid = { stroke: scheme === 'dark' ? '#3b3b3b' : '#e9ecef', width: 1 };
    const chart = new UPlot(
      {
        width,
        height,
        cursor: { drag: { x: false, y: false } },
        legend: { live: false },
        scales: { x: { time: false }, y: { range: (_, __, most) => [0, Math.max(most, 4)] } },
        axes: [
          { stroke: text, grid, values: (_, at) => at.map((index) => label(days[index])) },
          { stroke: text, grid, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 5_000, 10_000, 50_000] },
        ],
        series: [
          {},
          ...lines.map(({ name, color, dash }) => ({ label: name, stroke: color[scheme], dash, width: 2 })),
        ],
      },
      [days.map((_, index) => index), ...lines.map(({ values }) => values)],
      canvas.current,
    );
    return () => chart.destroy();
  }, [days, lines, scheme, width]);
  return (
    <div ref={ref}>
      <div ref={canvas} role="img" aria-label={title} dir="ltr" style={{ minHeight: height }} />
    </div>
  );
}

const label = (day: string | undefined) => (day === undefined ? '' : shortDate(day));

function Rows({ days, lines }: Omit<DayChartProps, 'title'>) {
  const { t } = useTranslation();
  const numbers = new Intl.NumberFormat(currentLanguage().code);
  return (
    <Table.ScrollContainer minWidth={280} mah={height + 40}>
      <Table stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('chart.day')}</Table.Th>
            {lines.map(({ name }) => (
              <Table.Th key={name} ta="end">
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {days.map((day, index) => (
            <Table.Tr key={day}>
              <Table.Td>{shortDate(day)}</Table.Td>
              {lines.map(({ name, values }) => (
                <Table.Td key={name} ta="end">
                  {numbers.format(values[index] ?? 0)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
