import { Tabs } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '@/components/Page';
import { useMay } from '@/lib/session';
import { DeskTab } from './DeskTab';
import { KeysTab } from './KeysTab';
import { LinksTab } from './LinksTab';
import { ModulesTab } from './ModulesTab';
import { ReceiptsTab } from './ReceiptsTab';
import { RetentionTab } from './RetentionTab';
import { StoreTab } from './StoreTab';

/** What the shop decides about itself. */
export function SettingsPage() {
  const { t } = useTranslation('settings');
  const may = useMay();
  const navigate = useNavigate();
  const search: { tab?: string } = useSearch({ strict: false });
  const tabs = [
    { name: 'store', shown: true, Panel: StoreTab },
    { name: 'desk', shown: true, Panel: DeskTab },
    { name: 'retention', shown: true, Panel: RetentionTab },
    { name: 'receipts', shown: true, Panel: ReceiptsTab },
    { name: 'modules', shown: true, Panel: ModulesTab },
    { name: 'links', shown: may('CATALOG_READ'), Panel: LinksTab },
    { name: 'keys', shown: may('PEOPLE_MANAGE'), Panel: KeysTab },
  ] as const;
  const shown = tabs.filter((tab) => tab.shown);
  const current = shown.find(({ name }) => name === search.tab) ?? shown[0];
  return (
    <Page title={t('title')} subtitle={t('subtitle')} help={t('help', { returnObjects: true })}>
      <Tabs
        keepMounted={false}
        value={current?.name}
        onChange={(tab) => void navigate({ to: '/settings', search: { tab: tab ?? undefined } })}
      >
        <Tabs.List mb="md">
          {shown.map(({ name }) => (
            <Tabs.Tab key={name} value={name}>
              {t(`tabs.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {shown.map(({ name, Panel }) => (
          <Tabs.Panel key={name} value={name}>
            <Panel />
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  );
}
