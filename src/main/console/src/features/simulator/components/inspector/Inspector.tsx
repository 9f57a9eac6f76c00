import { Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { isNotFound } from '@/lib/http';
import { useMay } from '@/lib/session';
import type { Conversation } from '../../api/conversation';
import { demoErpQuery, isTroubled } from '../../api/demo-erp';
import { CallsTab } from './CallsTab';
import { DemoErpTab } from './DemoErpTab';
import classes from './Inspector.module.css';
import { OrdersTab } from './OrdersTab';
import { SessionTab } from './SessionTab';
import { WireTab } from './WireTab';

export const tabs = ['wire', 'calls', 'session', 'orders', 'erp'] as const;
export type Tab = (typeof tabs)[number];

export function isTab(value: unknown): value is Tab {
  return tabs.some((tab) => tab === value);
}

type InspectorProps = {
  conversation: Conversation;
  tab: Tab;
  onTab: (tab: Tab) => void;
  selected: string | null;
};

/** What happens behind the phone. */
export function Inspector({ conversation, tab, onTab, selected }: InspectorProps) {
  const { t } = useTranslation('simulator');
  const may = useMay();
  const seesErp = may('ERP_READ');
  const erp = useQuery({ ...demoErpQuery, enabled: seesErp });
  const hasDemoErp = may('ERP_EDIT') && !isNotFound(erp.error);
  const hidden = (tab === 'erp' && !hasDemoErp) || (tab === 'orders' && !seesErp);
  const shown = hidden ? 'wire' : tab;
  return (
    <Tabs
      value={shown}
      onChange={(value) => isTab(value) && onTab(value)}
      keepMounted={false}
      classNames={{ root: classes.root, list: classes.list, panel: classes.panel }}
    >
      <Tabs.List aria-label={t('behind')}>
        <Tabs.Tab value="wire">{t('tabs.wire')}</Tabs.Tab>
        <Tabs.Tab value="calls">{t('tabs.calls')}</Tabs.Tab>
        <Tabs.Tab value="session">{t('tabs.session')}</Tabs.Tab>
        {seesErp && <Tabs.Tab value="orders">{t('tabs.orders')}</Tabs.Tab>}
        {hasDemoErp && (
          <Tabs.Tab
            value="erp"
            rightSection={
              erp.data && isTroubled(erp.data) && <CircleAlert size={14} aria-label={t('tabs.trouble')} />
            }
          >
            {t('tabs.erp')}
          </Tabs.Tab>
        )}
      </Tabs.List>
      <Tabs.Panel value="wire">
        <WireTab messages={conversation.messages} selected={selected} />
      </Tabs.Panel>
      <Tabs.Panel value="calls">
        <CallsTab calls={conversation.calls} />
      </Tabs.Panel>
      <Tabs.Panel value="session">
        <SessionTab session={conversation.session} />
      </Tabs.Panel>
      {seesErp && (
        <Tabs.Panel value="orders">
          <OrdersTab />
        </Tabs.Panel>
      )}
      {hasDemoErp && (
        <Tabs.Panel value="erp">
          <DemoErpTab />
        </Tabs.Panel>
      )}
    </Tabs>
  );
}
