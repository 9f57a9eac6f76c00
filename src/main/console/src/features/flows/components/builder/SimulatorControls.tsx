import { ActionIcon, Button, Group, Menu, SegmentedControl, Select } from '@mantine/core';
import { Clock, MoreHorizontal } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Operation } from '../../api/flows';
import type { Input } from '../../api/simulation';

const endings = ['down', 'refused', 'empty', 'unknown', 'garbled'] as const;
const waits = ['1h', '6h', '25h'];

export const nairobi: Input = { location: { latitude: -1.2841, longitude: 36.8233, name: 'Kimathi Street' } };

const shops = ['sample', 'erp'] as const;
export type Shop = (typeof shops)[number];

/** What the ERP has now is read once; nothing is ever written to it. */
export function ShopChoice({ shop, onChoose }: { shop: Shop; onChoose: (shop: Shop) => void }) {
  const { t } = useTranslation('flows');
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('simulator.shop')}
      value={shop}
      onChange={(chosen) => onChoose(chosen as Shop)}
      data={shops.map((value) => ({ value, label: t(`simulator.shops.${value}`) }))}
    />
  );
}

export function TimeMenu({ onWait }: { onWait: (wait: string) => void }) {
  const { t } = useTranslation('flows');
  return (
    <Menu>
      <Menu.Target>
        <Button size="compact-sm" variant="default" leftSection={<Clock size={14} aria-hidden />}>
          {t('simulator.clock')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {waits.map((wait) => (
          <Menu.Item key={wait} onClick={() => onWait(wait)}>
            {t('simulator.wait', { time: wait })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** What a customer can do beside writing and tapping. */
export function OtherMenu({ put }: { put: (input: Input) => void }) {
  const { t } = useTranslation('flows');
  const file = { filename: 'cv.pdf', mime: 'application/pdf' };
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon variant="default" aria-label={t('simulator.other')}>
          <MoreHorizontal size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => put(nairobi)}>{t('phone.location')}</Menu.Item>
        <Menu.Item onClick={() => put({ share: 'own' })}>{t('phone.share')}</Menu.Item>
        <Menu.Item onClick={() => put({ file })}>{t('simulator.pdf')}</Menu.Item>
        <Menu.Item onClick={() => put({ file: { filename: 'photo.jpg', mime: 'image/jpeg' } })}>
          {t('simulator.photo')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Lets the sample ERP fail from here on, and mends it. */
export function ErpBar({ operations, put }: { operations: Operation[]; put: (input: Input) => void }) {
  const { t } = useTranslation('flows');
  const [operation, setOperation] = useState('LIST_PRODUCTS');
  const [ending, setEnding] = useState<string>('down');
  return (
    <Group gap="xs" align="flex-end">
      <Select
        size="xs"
        label={t('simulator.operation')}
        data={operations.map(({ name }) => name)}
        value={operation}
        allowDeselect={false}
        searchable
        onChange={(chosen) => setOperation(chosen ?? operation)}
      />
      <Select
        size="xs"
        w={130}
        label={t('simulator.ending')}
        data={endings.map((value) => ({ value, label: t(`endings.${value}`) }))}
        value={ending}
        allowDeselect={false}
        onChange={(chosen) => setEnding(chosen ?? ending)}
      />
      <Button size="xs" variant="default" onClick={() => put({ erp: { operation, ending } })}>
        {t('simulator.fail')}
      </Button>
      <Button size="xs" variant="default" onClick={() => put({ mend: 'all' })}>
        {t('simulator.mend')}
      </Button>
    </Group>
  );
}
