import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { JsonBlock } from '@/components/JsonBlock';
import { Empty } from '@/components/States';
import type { FlowSession } from '../../api/conversation';
import classes from './Inspector.module.css';

/** Where this customer stands in a flow, and what the flow remembers. */
export function SessionTab({ session }: { session: FlowSession | null }) {
  const { t } = useTranslation('simulator');
  if (!session) return <Empty>{t('session.empty')}</Empty>;
  return (
    <div className={classes.scroll}>
      <Stack gap="sm">
        <Group component="dl" gap="xl" m={0}>
          <Fact name={t('session.flow')} value={session.flow} />
          <Fact name={t('session.step')} value={session.step} />
        </Group>
        <Text size="sm" fw={600}>
          {t('session.variables')}
        </Text>
        <JsonBlock value={session.variables} label={t('session.variablesJson')} />
        <Text size="sm" fw={600}>
          {t('session.cart')}
        </Text>
        <JsonBlock value={session.cart} label={t('session.cartJson')} />
      </Stack>
    </div>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <Text component="dt" size="xs" c="dimmed">
        {name}
      </Text>
      <Text component="dd" m={0} fw={600}>
        {value}
      </Text>
    </div>
  );
}
