import { Alert, Skeleton, Stack } from '@mantine/core';
import { CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { AnchorLink } from '@/components/AnchorLink';
import { Page } from '@/components/Page';
import { LoadError, Loading } from '@/components/States';
import { gateway } from '@/lib/gateway';
import { useErpSentence } from '../use-erp-sentence';
import { ModeChoice } from './ModeChoice';
import { Step } from './Step';
import { StockRule } from './StockRule';
import { TestMessage } from './TestMessage';

/** From the start to the first message; each step looks at how things are. */
export function GuidePage() {
  const { t } = useTranslation('guide');
  const guide = gateway.useQuery('get', '/api/v1/setup-guide', {}, { refetchInterval: 10_000 });
  const erpSentence = useErpSentence();
  const steps = guide.data?.steps ?? [];
  const of = (name: string) => steps.find(({ step }) => step === name);
  const found = (name: string) => of(name)?.found;
  return (
    <Page title={t('title')} subtitle={t('subtitle')} help={t('help', { returnObjects: true })}>
      {guide.isPending && (
        <Loading label={t('title')}>
          <Skeleton h={120} mb="sm" maw={760} />
          <Skeleton h={72} mb="sm" maw={760} />
          <Skeleton h={72} maw={760} />
        </Loading>
      )}
      {guide.error && !guide.data && (
        <LoadError what={t('failed')} error={guide.error} onRetry={() => void guide.refetch()} />
      )}
      {guide.data && (
        <Stack maw={760} component="ol" p={0} m={0} style={{ listStyle: 'none' }}>
          {guide.data.done && (
            <li>
              <Alert variant="outline" color="teal" icon={<CircleCheck aria-hidden />}>
                {t('done')} <AnchorLink to="/">{t('toOverview')}</AnchorLink>
              </Alert>
            </li>
          )}
          <Step number={1} title={t('mode.title')} step={of('mode')} sentence={t('mode.text')}>
            <ModeChoice mode={guide.data.mode ?? null} />
          </Step>
          <Step
            number={2}
            title={t('store.title')}
            step={of('store')}
            sentence={found('store') === 'named' ? t('store.named') : t('store.unnamed')}
          >
            {found('mode') === 'order' && <StockRule />}
            <AnchorLink to="/settings" search={{ tab: 'store' }} size="sm">
              {t('store.open')}
            </AnchorLink>
          </Step>
          <Step
            number={3}
            title={t('erp.title')}
            step={of('erp')}
            sentence={erpSentence(guide.data.erp, of('erp')?.state === 'unneeded')}
          >
            <AnchorLink to="/erp" size="sm">
              {t('erp.open')}
            </AnchorLink>
          </Step>
          <Step
            number={4}
            title={t('number.title')}
            step={of('number')}
            sentence={t(`number.${numberOf(found('number'))}`)}
          >
            <AnchorLink to="/operations" search={{ tab: 'whatsapp' }} size="sm">
              {t('number.open')}
            </AnchorLink>
          </Step>
          <Step
            number={5}
            title={t('message.title')}
            step={of('message')}
            sentence={t(
              found('message') === 'arrived'
                ? 'message.arrived'
                : found('number') === 'simulated'
                  ? 'message.simulated'
                  : 'message.none',
            )}
          >
            {found('number') === 'simulated' ? (
              <AnchorLink to="/phone" size="sm">
                {t('message.phone')}
              </AnchorLink>
            ) : (
              <TestMessage />
            )}
          </Step>
        </Stack>
      )}
    </Page>
  );
}

function numberOf(found: string | undefined): 'simulated' | 'unchecked' | 'wrong' | 'right' {
  return found === 'unchecked' || found === 'wrong' || found === 'right' ? found : 'simulated';
}
