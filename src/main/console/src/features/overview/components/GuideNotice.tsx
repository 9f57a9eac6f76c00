import { Alert } from '@mantine/core';
import { ListChecks } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { AnchorLink } from '@/components/AnchorLink';
import { gateway } from '@/lib/gateway';

/** Stands there until the shop is set up. */
export function GuideNotice() {
  const { t } = useTranslation('overview');
  const guide = gateway.useQuery('get', '/api/v1/setup-guide', {}, { retry: false, staleTime: 60_000 });
  if (!guide.data || guide.data.done) return null;
  const left = guide.data.steps.filter(({ state }) => state === 'todo').length;
  return (
    <Alert variant="outline" color="blue" icon={<ListChecks aria-hidden />} title={t('guide.title')}>
      {t('guide.text', { left, all: guide.data.steps.length })}{' '}
      <AnchorLink to="/setup-guide" size="sm">
        {t('guide.open')}
      </AnchorLink>
    </Alert>
  );
}
