import { Tabs } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '@/components/Page';
import { useMay } from '@/lib/session';
import { DoubtsTab } from './DoubtsTab';
import { ErpTab } from './ErpTab';
import { FailedTab } from './FailedTab';
import { NumbersTab } from './NumbersTab';
import { QueuesTab } from './QueuesTab';
import { ReplayTab } from './ReplayTab';
import { WhatsAppTab } from './WhatsAppTab';

/** How the parts do, and what they cannot mend by themselves. */
export function OperationsPage() {
  const { t } = useTranslation('operations');
  const may = useMay();
  const navigate = useNavigate();
  const search: { tab?: string } = useSearch({ strict: false });
  const tabs = [
    { name: 'doubts', shown: may('OPERATIONS_READ'), Panel: DoubtsTab },
    { name: 'failed', shown: may('OPERATIONS_READ'), Panel: FailedTab },
    { name: 'queues', shown: may('OPERATIONS_READ'), Panel: QueuesTab },
    { name: 'numbers', shown: may('OPERATIONS_READ'), Panel: NumbersTab },
    { name: 'erp', shown: may('ERP_READ'), Panel: ErpTab },
    { name: 'whatsapp', shown: may('SETTINGS_READ'), Panel: WhatsAppTab },
    { name: 'replay', shown: may('OPERATIONS_READ'), Panel: ReplayTab },
  ] as const;
  const shown = tabs.filter((tab) => tab.shown);
  const current = shown.find(({ name }) => name === search.tab) ?? shown[0];
  return (
    <Page title={t('title')} subtitle={t('subtitle')} help={t('help', { returnObjects: true })}>
      <Tabs
        keepMounted={false}
        value={current?.name}
        onChange={(tab) => void navigate({ to: '/operations', search: { tab: tab ?? undefined } })}
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
