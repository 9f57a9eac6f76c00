import { SegmentedControl, Skeleton, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadError, Loading } from '@/components/States';
import { gateway } from '@/lib/gateway';
import { BrandingForm } from './BrandingForm';
import { Logo } from './Logo';

/** What stands on receipts beside what was bought. */
export function ReceiptsTab() {
  const { t } = useTranslation('settings');
  const [kind, setKind] = useState<'order' | 'payment'>('order');
  const branding = gateway.useQuery('get', '/api/v1/receipt-branding/{kind}', { params: { path: { kind } } });
  return (
    <Stack maw={640}>
      <SegmentedControl
        aria-label={t('receipts.kind')}
        style={{ alignSelf: 'flex-start' }}
        value={kind}
        onChange={(chosen) => setKind(chosen === 'payment' ? 'payment' : 'order')}
        data={(['order', 'payment'] as const).map((value) => ({
          value,
          label: t(`receipts.kinds.${value}`),
        }))}
      />
      {branding.error && !branding.data ? (
        <LoadError
          what={t('receipts.failed')}
          error={branding.error as Error}
          onRetry={() => void branding.refetch()}
        />
      ) : branding.data ? (
        <>
          <BrandingForm key={kind} branding={branding.data} />
          <Logo branding={branding.data} />
        </>
      ) : (
        <Loading label={t('tabs.receipts')}>
          <Skeleton h={56} mb="xs" />
          <Skeleton h={56} mb="xs" />
          <Skeleton h={96} />
        </Loading>
      )}
    </Stack>
  );
}
