import { Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { CircleAlert } from 'lucide-react';
import { isNotFound } from '@/lib/http';
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
  const erp = useQuery(demoErpQuery);
  const hasDemoErp = !isNotFound(erp.error);
  const shown = tab === 'erp' && !hasDemoErp ? 'wire' : tab;
  return (
    <Tabs
      value={shown}
      onChange={(value) => isTab(value) && onTab(value)}
      keepMounted={false}
      classNames={{ root: classes.root, list: classes.list, panel: classes.panel }}
    >
      <Tabs.List aria-label="Behind the scenes">
        <Tabs.Tab value="wire">Wire</Tabs.Tab>
        <Tabs.Tab value="calls">ERP calls</Tabs.Tab>
        <Tabs.Tab value="session">Session</Tabs.Tab>
        <Tabs.Tab value="orders">Orders</Tabs.Tab>
        {hasDemoErp && (
          <Tabs.Tab
            value="erp"
            rightSection={
              erp.data && isTroubled(erp.data) && <CircleAlert size={14} aria-label="trouble is on" />
            }
          >
            Demo ERP
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
      <Tabs.Panel value="orders">
        <OrdersTab />
      </Tabs.Panel>
      {hasDemoErp && (
        <Tabs.Panel value="erp">
          <DemoErpTab />
        </Tabs.Panel>
      )}
    </Tabs>
  );
}
