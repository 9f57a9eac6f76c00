import { SimpleGrid, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Page } from '@/components/Page';
import { Empty } from '@/components/States';
import { useMay } from '@/lib/session';
import { AttentionTile } from './AttentionTile';
import { EnabledProductsTile } from './EnabledProductsTile';
import { ErpTile } from './ErpTile';
import { GuideNotice } from './GuideNotice';
import { MessagesTile } from './MessagesTile';
import { NoticesTile } from './NoticesTile';
import { TodayTile } from './TodayTile';
import { WhatsAppTile } from './WhatsAppTile';

const shown = ['OPERATIONS_READ', 'CATALOG_READ', 'ERP_READ', 'SETTINGS_READ'] as const;

/** Is it healthy, what needs a person, how is today. */
export function OverviewPage() {
  const { t } = useTranslation('overview');
  const may = useMay();
  const nothing = shown.every((permission) => !may(permission));
  const numbers = may('OPERATIONS_READ') && may('MONEY');
  return (
    <Page title={t('title')} subtitle={t('subtitle')} help={t('help', { returnObjects: true })}>
      <Stack>
        {may('SETTINGS_READ') && <GuideNotice />}
        {may('OPERATIONS_READ') && <NoticesTile />}
        <SimpleGrid cols={{ base: 1, md: 2, xl: 3 }}>
          {may('OPERATIONS_READ') && <AttentionTile />}
          {numbers && <TodayTile />}
          {may('CATALOG_READ') && <EnabledProductsTile />}
          {may('ERP_READ') && <ErpTile />}
          {may('SETTINGS_READ') && <WhatsAppTile />}
        </SimpleGrid>
        {numbers && <MessagesTile />}
        {nothing && <Empty>{t('nothing')}</Empty>}
      </Stack>
    </Page>
  );
}
