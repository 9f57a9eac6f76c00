import { Button, Group, NumberInput, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showDone, showFailed } from '@/components/undo';
import { gateway, type Schemas } from '@/lib/gateway';
import { money } from '@/lib/money';
import { sorted, type Draft, type Gap } from '../bands';
import classes from './Delivery.module.css';

/** The table as a line of quantities. */
export function Scale({ rows, gaps, className }: { rows: Draft[]; gaps: Gap[]; className?: string }) {
  const { t } = useTranslation('delivery');
  const parts = [
    ...sorted(rows).map((row) => ({ from: Number(row.min), to: row.max.trim(), row: rows.indexOf(row) + 1 })),
    ...gaps.map((gap) => ({ from: gap.from, to: gap.to === null ? '' : String(gap.to), row: 0 })),
  ].sort((a, b) => a.from - b.from);
  return (
    <div className={className} role="img" aria-label={t('scale')}>
      {parts.map(({ from, to, row }) => (
        <div key={from} className={classes.segment} data-gap={row === 0 || undefined}>
          <div>{row === 0 ? t('scaleGap') : t('scaleRow', { row })}</div>
          <div dir="ltr">{to === '' ? `${from}+` : to === String(from) ? from : `${from}–${to}`}</div>
        </div>
      ))}
    </div>
  );
}

type Policy = Schemas['TableView']['gaps'];

export function GapPolicy({
  policy,
  editable,
  onDecided,
}: {
  policy: Policy;
  editable: boolean;
  onDecided: () => void;
}) {
  const { t } = useTranslation('delivery');
  const put = gateway.useMutation('put', '/api/delivery-charges/gaps', {
    onSuccess: () => showDone(t('policySaved')),
    onError: (error) => showFailed(error as Error),
    onSettled: onDecided,
  });
  return (
    <Radio.Group
      label={t('policy.label')}
      value={put.isPending ? put.variables.body.policy : policy}
      onChange={(value) => put.mutate({ body: { policy: value as Policy } })}
    >
      <Stack gap="xs" mt="xs">
        {(['refuse', 'no_charge'] as const).map((value) => (
          <Radio
            key={value}
            value={value}
            disabled={!editable || put.isPending}
            label={t(`policy.${value}`)}
            description={t(`policy.${value}Text`)}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}

/** The gateway says what a quantity costs, by the table as it is saved. */
export function TryQuantity({
  rows,
  currency,
  unsaved,
}: {
  rows: Schemas['BandView'][];
  currency: string | null;
  unsaved: boolean;
}) {
  const { t } = useTranslation('delivery');
  const [qty, setQty] = useState<number | string>(1);
  const [asked, setAsked] = useState<number | null>(null);
  const tried = gateway.useQuery(
    'get',
    '/api/delivery-charges/try',
    { params: { query: { qty: asked ?? 1 } } },
    { enabled: asked !== null, staleTime: 0, retry: false },
  );
  const wanted = Math.max(1, Number(qty) || 1);
  const ask = () => (asked === wanted ? void tried.refetch() : setAsked(wanted));
  const { data } = tried;
  const price = (charge: string) =>
    Number(charge) === 0 ? t('try.free') : currency ? money(charge, currency) : charge;
  const row = rows.findIndex(({ min }) => min === data?.min) + 1;
  return (
    <Stack gap={4}>
      <Group align="flex-end" gap="xs">
        <NumberInput
          label={t('try.label')}
          w={140}
          min={1}
          max={999_999_999}
          allowDecimal={false}
          value={qty}
          onChange={setQty}
          onKeyDown={(event) => event.key === 'Enter' && ask()}
        />
        <Button variant="default" loading={tried.isFetching} onClick={ask}>
          {t('try.button')}
        </Button>
      </Group>
      <Text size="sm" role="status">
        {tried.isError && (tried.error as Error).message}
        {data &&
          (data.charge == null
            ? t('try.person', { qty: data.qty })
            : row > 0
              ? t('try.row', { qty: data.qty, charge: price(data.charge), row })
              : t('try.noRow', { qty: data.qty, charge: price(data.charge) }))}{' '}
        {data && unsaved && t('try.unsaved')}
      </Text>
    </Stack>
  );
}
